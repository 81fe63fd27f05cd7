/** Chats that are looked at again when a pause has passed. */
interface Pauses {
  /** Wakes this chat in so many ms; an earlier wish for it is forgotten. */
  set(chatId: string, ms: number): void
  /** Wakes nobody any more. */
  stop(): void
}

/** In memory only: the rows are in the ledger, and the sweep finds what a process forgets by dying. */
export function createPauses(wake: (chatIds: readonly string[]) => void): Pauses {
  const timers = new Map<string, NodeJS.Timeout>()
  let stopped = false
  return {
    set(chatId, ms) {
      if (stopped) return
      clearTimeout(timers.get(chatId))
      const over = () => {
        timers.delete(chatId)
        wake([chatId])
      }
      timers.set(chatId, setTimeout(over, Math.ceil(ms)))
    },
    stop() {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}
