/** What WhatsApp's server said of a message: taken, refused with a code, or nothing in time. */
export type Ack = { readonly taken: true } | { readonly taken: false; readonly code: string | null }

export interface Acks {
  /** Call before sending: the answer can be quicker than the send's return. */
  expect(id: string): Promise<Ack>
  answered(id: string, error: string | undefined): void
  /** The connection is gone: nothing will be answered. */
  cut(): void
}

/** Milliseconds; the answer takes some tens of them on a living connection. */
const PATIENCE = 10_000

/**
 * `sendMessage` resolves when the bytes are written, which proves nothing. The server's acknowledgement does:
 * without it the same message is sent again under the same id, which phones show once.
 */
export function createAcks(): Acks {
  const waiting = new Map<string, (ack: Ack) => void>()
  return {
    expect: (id) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => settle({ taken: false, code: null }), PATIENCE)
        const settle = (ack: Ack) => {
          clearTimeout(timer)
          waiting.delete(id)
          resolve(ack)
        }
        waiting.set(id, settle)
      }),
    answered: (id, error) => waiting.get(id)?.(error ? { taken: false, code: error } : { taken: true }),
    cut() {
      for (const settle of waiting.values()) settle({ taken: false, code: null })
    },
  }
}
