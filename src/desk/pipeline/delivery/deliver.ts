import type { ChannelName } from '../../../model/messages/channel.ts'
import { createBatchLoader } from '../batch-loader.ts'
import { createLanes } from '../lanes.ts'
import { BATCH, IN_FLIGHT } from '../limits.ts'
import { createOutboundQueue } from './outbound-queue.ts'
import { createRecordOutcome, type RecordOutcomeDeps } from './record-outcome.ts'
import { createSend, type SendDeps } from './send.ts'
import type { Channel } from '../../ports/channel.ts'
import type { Ledger, OutboundRow } from '../../ports/ledger.ts'

export interface DeliverDeps extends SendDeps, RecordOutcomeDeps {
  readonly ledger: Pick<Ledger, 'claim' | 'release' | 'recordOutcomes'>
  /** Wakes this chat's delivery again after a pause. */
  readonly wakeLater: (channel: ChannelName, chatId: string, delayMs: number) => void
}

/** Delivery on one channel. Nothing of it throws or rejects. */
export interface Delivery {
  /** Sends messages this process already holds, in order within each chat. */
  enqueue(messages: readonly OutboundRow[]): void
  /** Looks for pending messages of these chats and sends what is due. */
  wake(chatIds: readonly string[]): void
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>
}

/**
 * A chat's outbound messages go one after another, oldest first; many chats at once, at most `IN_FLIGHT`.
 * A message that must wait keeps its place: nothing newer of that chat is sent before it.
 */
export function createDelivery(channel: Channel, deps: DeliverDeps): Delivery {
  const { ledger, log } = deps
  const queue = createOutboundQueue()
  const lanes = createLanes(IN_FLIGHT, startLanes)
  const send = createSend(channel, deps)
  const record = createRecordOutcome(deps)
  const claim = createBatchLoader<string, null>(claimAll, { lanes: 1, max: BATCH })

  function enqueue(messages: readonly OutboundRow[]): void {
    release(queue.add(messages), deps)
    startLanes()
  }

  function startLanes(): void {
    while (lanes.free) {
      const chatId = queue.nextChat()
      if (chatId === undefined) return
      lanes.run(() => sendAll(chatId))
    }
  }

  async function sendAll(chatId: string): Promise<void> {
    for (let message = queue.oldest(chatId); message; message = queue.oldest(chatId)) {
      const outcome = await send(message)
      await record(message, outcome)
      queue.removeOldest(chatId)
      if (outcome.state === 'pending') holdBack(chatId, outcome.retryInMs)
    }
    if (queue.close(chatId)) wake(chatId)
  }

  function holdBack(chatId: string, retryInMs: number): void {
    release(queue.pause(chatId), deps)
    deps.wakeLater(channel.name, chatId, retryInMs)
  }

  function wake(chatId: string): void {
    if (!queue.wake(chatId)) return
    claim(chatId).catch((error: unknown) => log.warn('outbound not claimed', { chat: chatId, error }))
  }

  /** Takes the pending messages of chats for this process; chats woken at the same time share a statement. */
  async function claimAll(chatIds: readonly string[]): Promise<null[]> {
    queue.resume(chatIds)
    enqueue(await ledger.claim([...new Set(chatIds)]))
    return chatIds.map(() => null)
  }

  return {
    enqueue,
    wake(chatIds) {
      for (const id of chatIds) wake(id)
    },
    idle: lanes.idle,
  }
}

/** What this process will not send now is there for whoever will; a release that fails is found by the sweep later. */
function release(messages: readonly OutboundRow[], { ledger, log }: DeliverDeps): void {
  if (messages.length === 0) return
  ledger
    .release(messages.map(({ id }) => id))
    .catch((error: unknown) => log.warn('outbound not released', { messages: messages.length, error }))
}
