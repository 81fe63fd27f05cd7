import type { ChannelName } from '../../model/messages/channel.ts'
import type { Attachments } from './inbox/attachments.ts'
import type { Log } from '../ports/log.ts'
import type { Ledger } from '../ports/ledger.ts'

/** How often dropped work is looked for (ms). */
export const SWEEP_EVERY = 2_000
/** Younger messages are surely under way (ms). */
const YOUNG = 1_500
/** Chats found in one look. */
const LIMIT = 1_000

interface SweepDeps {
  readonly ledger: Pick<Ledger, 'releaseTimers' | 'unfinished' | 'undelivered' | 'pendingFiles'>
  readonly attachments: Pick<Attachments, 'fetchFile'>
  readonly log: Log
  /** Wakes conversations here; null when this process has no worker. */
  readonly wakeConversations: ((chatIds: readonly string[]) => void) | null
  /** Channels that are in this process. */
  readonly channels: readonly ChannelName[]
  readonly wakeDelivery: (channel: ChannelName, chatIds: readonly string[]) => void
  /** Removes files that were refused or forgotten, in its own time: the process of the channels took them in, so it removes them. */
  readonly removeFiles: () => Promise<void>
}

/**
 * Finds what was dropped – a killed process, a lost wake-up, a file half fetched – and wakes it again; and what has waited until
 * its time. The first look is at once; a look that fails is logged.
 */
export function startSweep(deps: SweepDeps): { stop: () => Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = look(0)

  async function look(youngMs: number): Promise<void> {
    try {
      await lookForTurns(deps, youngMs)
      await lookForChannels(deps)
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

async function lookForTurns({ ledger, wakeConversations }: SweepDeps, youngMs: number): Promise<void> {
  if (!wakeConversations) return
  wakeConversations(await ledger.releaseTimers(LIMIT))
  wakeConversations(await ledger.unfinished(youngMs, LIMIT))
}

async function lookForChannels({
  ledger,
  channels,
  wakeDelivery,
  attachments,
  removeFiles,
}: SweepDeps): Promise<void> {
  if (channels.length === 0) return
  for (const { channel, chatId } of await ledger.undelivered(channels, LIMIT)) wakeDelivery(channel, [chatId])
  for (const pending of await ledger.pendingFiles(channels, LIMIT)) attachments.fetchFile(pending)
  void removeFiles()
}
