import type { ChannelName } from '../../model/messages/channel.ts'
import type { Attachments } from './attachments.ts'
import type { Log } from '../ports/channel.ts'
import type { Ledger } from '../ports/ledger.ts'

/** How often dropped work is looked for (ms). */
export const SWEEP_EVERY = 2_000
/** Younger messages are surely under way (ms). */
const YOUNG = 1_500
/** Chats found in one look. */
const LIMIT = 1_000

export interface SweepDeps {
  readonly ledger: Ledger
  readonly attachments: Attachments
  readonly log: Log
  /** Wakes conversations here; null when this process has no worker. */
  readonly wakeConversations: ((chatIds: readonly string[]) => void) | null
  /** Channels whose doors are here. */
  readonly channels: readonly ChannelName[]
  readonly wakeDelivery: (channel: ChannelName, chatIds: readonly string[]) => void
  /** Removes files that were refused or forgotten, in its own time: the doors took them in, so the doors remove them. */
  readonly removeFiles: () => Promise<void>
}

/** Finds what was dropped – a killed process, a lost ring, a file half fetched – and rings it again; and what has waited until its time. The first look is at once. */
export function startSweep(deps: SweepDeps): { stop: () => Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = look(0)

  async function look(youngMs: number): Promise<void> {
    try {
      if (deps.wakeConversations) {
        deps.wakeConversations(await deps.ledger.releaseTimers(LIMIT))
        deps.wakeConversations(await deps.ledger.unfinished(youngMs, LIMIT))
      }
      if (deps.channels.length > 0) {
        for (const { channel, chatId } of await deps.ledger.undelivered(deps.channels, LIMIT))
          deps.wakeDelivery(channel, [chatId])
        for (const held of await deps.ledger.pendingFiles(deps.channels, LIMIT)) deps.attachments.fetch(held)
        void deps.removeFiles()
      }
    } catch (error) {
      deps.log.warn('sweep failed', { error })
    }
    if (!stopped) timer = setTimeout(() => void (running = look(YOUNG)), SWEEP_EVERY)
  }

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
