import type { InboundMessage } from '../../../desk/ports/channel.ts'
import type { Log } from '../../../desk/ports/log.ts'
import { waitAtMost, sleep } from '../sleep.ts'

interface RetryBuffer {
  /** Takes messages in; from here they go to the inbox in order. Never throws, never waits. */
  push(messages: readonly InboundMessage[]): void
  /** Resolves when all are safe, or after `ms`; what is left then is lost, and the log says how many. */
  drain(ms: number): Promise<void>
}

const BATCH = 256
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 5_000

/**
 * WhatsApp has acknowledged a message before we see it and will not send it again. So while the database is away,
 * messages are held here in order and offered until they are safe; at most `max`, beyond which they are lost aloud.
 */
export function createRetryBuffer(
  deliver: (messages: readonly InboundMessage[]) => Promise<void>,
  log: Log,
  max = 10_000,
): RetryBuffer {
  const waiting: InboundMessage[] = []
  let pumping: Promise<void> | null = null
  const abandoned = new AbortController()

  async function pump(): Promise<void> {
    let pause = FIRST_PAUSE
    while (waiting.length > 0 && !abandoned.signal.aborted) {
      const batch = waiting.slice(0, BATCH)
      try {
        await deliver(batch)
        waiting.splice(0, batch.length)
        pause = FIRST_PAUSE
      } catch (error) {
        log.warn('whatsapp: messages held, the inbox cannot be written', { held: waiting.length, error })
        await sleep(pause, abandoned.signal)
        pause = Math.min(LONGEST_PAUSE, pause * 2)
      }
    }
    pumping = null
  }

  return {
    push(messages) {
      const room = Math.max(0, max - waiting.length)
      waiting.push(...messages.slice(0, room))
      if (messages.length > room)
        log.error('whatsapp: messages lost, too many are held', { lost: messages.length - room, held: max })
      if (waiting.length > 0) pumping ??= pump()
    },
    async drain(ms) {
      if (pumping) await waitAtMost(ms, pumping)
      abandoned.abort()
      if (waiting.length > 0) log.error('whatsapp: messages lost at stop', { lost: waiting.length })
    },
  }
}
