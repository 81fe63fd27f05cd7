import type { OutboundRow } from '../../ports/ledger.ts'

/** Outbound messages of one channel that this process holds, by chat. */
interface OutboundQueue {
  /** Appends them. Returns those of chats that wait for their next try: they keep their place in the ledger instead. */
  add(messages: readonly OutboundRow[]): OutboundRow[]
  /** A chat with messages that nobody sends yet; it is under way until it is closed. */
  nextChat(): string | undefined
  /** Its oldest message, which stays until it is removed. */
  oldest(chatId: string): OutboundRow | undefined
  removeOldest(chatId: string): void
  /** Its oldest message must wait: nothing newer is taken in until `resume`. Returns what this process held of the chat. */
  pause(chatId: string): OutboundRow[]
  resume(chatIds: readonly string[]): void
  /** False: the chat's messages are under way, and it is looked at again when it is closed. */
  wake(chatId: string): boolean
  /** The chat has nothing left. True: it was woken meanwhile. */
  close(chatId: string): boolean
}

/** In memory: what a process forgets by dying is found by the sweep of another. */
export function createOutboundQueue(): OutboundQueue {
  const queues = new Map<string, OutboundRow[]>()
  const ready: string[] = []
  const paused = new Set<string>()
  const again = new Set<string>()

  function append(message: OutboundRow): void {
    const queue = queues.get(message.chatId)
    if (queue) queue.push(message)
    else {
      queues.set(message.chatId, [message])
      ready.push(message.chatId)
    }
  }

  return {
    add(messages) {
      for (const message of messages) if (!paused.has(message.chatId)) append(message)
      return messages.filter((message) => paused.has(message.chatId))
    },
    nextChat: () => ready.shift(),
    oldest: (chatId) => queues.get(chatId)?.[0],
    removeOldest: (chatId) => void queues.get(chatId)?.shift(),
    pause(chatId) {
      paused.add(chatId)
      return queues.get(chatId)?.splice(0) ?? []
    },
    resume(chatIds) {
      for (const id of chatIds) paused.delete(id)
    },
    wake(chatId) {
      if (!queues.has(chatId)) return true
      again.add(chatId)
      return false
    },
    close(chatId) {
      queues.delete(chatId)
      return again.delete(chatId)
    },
  }
}
