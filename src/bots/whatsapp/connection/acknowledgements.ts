/** What WhatsApp's server said of a message: taken, refused with a code, or nothing in time. */
export type Acknowledgement =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly code: string | null }

export interface Acknowledgements {
  /** Call before sending: the answer can be quicker than the send's return. */
  expect(id: string): Promise<Acknowledgement>
  settle(id: string, error: string | undefined): void
  /** The connection is gone: nothing will be answered. */
  abort(): void
}

/** Milliseconds; the answer takes some tens of them on a living connection. */
const ANSWER_TIMEOUT = 10_000

/**
 * `sendMessage` resolves when the bytes are written, which proves nothing. The server's acknowledgement does:
 * without it the same message is sent again under the same id, which phones show once.
 */
export function createAcknowledgements(): Acknowledgements {
  const waiting = new Map<string, (ack: Acknowledgement) => void>()
  return {
    expect: (id) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => settle({ accepted: false, code: null }), ANSWER_TIMEOUT)
        const settle = (ack: Acknowledgement) => {
          clearTimeout(timer)
          waiting.delete(id)
          resolve(ack)
        }
        waiting.set(id, settle)
      }),
    settle: (id, error) => waiting.get(id)?.(error ? { accepted: false, code: error } : { accepted: true }),
    abort() {
      for (const settle of waiting.values()) settle({ accepted: false, code: null })
    },
  }
}
