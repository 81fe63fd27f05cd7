import type { ChannelName } from '../../model/messages/channel.ts'
import type { Log } from '../ports/log.ts'
import type { Queue } from '../ports/queue.ts'

/** Wake-ups between processes. Sending one never throws: it is only a hint, because the row is there and the sweep looks. */
export interface WakeUps {
  conversations(chatIds: readonly string[]): void
  /** `delayMs`: not before this time. */
  delivery(channel: ChannelName, chatIds: readonly string[], delayMs?: number): void
  /** From now on this process takes the wake-ups of conversations; rejects when the queue cannot be reached. */
  onConversations(wake: (chatIds: readonly string[]) => void): Promise<void>
  /** The same for delivery on a channel. */
  onDelivery(channel: ChannelName, wake: (chatIds: readonly string[]) => void): Promise<void>
}

const TURNS = 'turns'
/** Name of the queue that wakes a channel's delivery. */
const deliveryQueue = (channel: ChannelName) => `letters.${channel}`
/** Wake-ups taken at once. */
const AT_ONCE = 8

/** Wake-ups through the queue that all processes share. */
export function createWakeUps(queue: Queue, log: Log): WakeUps {
  function send(name: string, ids: readonly string[], delayMs = 0): void {
    for (const id of ids)
      queue.add(name, id, delayMs).catch((error: unknown) => log.warn('not woken', { queue: name, error }))
  }
  return {
    conversations: (chatIds) => send(TURNS, chatIds),
    delivery: (channel, chatIds, delayMs) => send(deliveryQueue(channel), chatIds, delayMs),
    onConversations: (wake) => queue.on(TURNS, async (id) => wake([id]), AT_ONCE),
    onDelivery: (channel, wake) => queue.on(deliveryQueue(channel), async (id) => wake([id]), AT_ONCE),
  }
}
