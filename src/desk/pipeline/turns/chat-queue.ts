/** Chats that wait for their turn; each is handled by one lane at a time. */
interface ChatQueue {
  /** Is there none to be taken? */
  readonly empty: boolean
  /** A chat that is under way is remembered, and waits again after its release. */
  add(chatIds: readonly string[]): void
  /** Takes at most `max` chats: they are under way until they are released. */
  take(max: number): string[]
  /** Ends these chats' turns; those woken meanwhile and those of `more` wait again. */
  release(chatIds: readonly string[], more: readonly string[]): void
}

/** In memory, first come first served: the rows are in the ledger, and the sweep finds what a process forgets by dying. */
export function createChatQueue(): ChatQueue {
  const ready = new Set<string>()
  const busy = new Set<string>()
  /** Woken during their turn: between its last look and its release a message may have come. */
  const again = new Set<string>()
  return {
    get empty() {
      return ready.size === 0
    },
    add(chatIds) {
      for (const id of chatIds) (busy.has(id) ? again : ready).add(id)
    },
    take(max) {
      const batch: string[] = []
      for (const id of ready) {
        if (batch.length >= max) break
        ready.delete(id)
        busy.add(id)
        batch.push(id)
      }
      return batch
    },
    release(chatIds, more) {
      for (const id of chatIds) busy.delete(id)
      for (const id of chatIds) if (again.delete(id)) ready.add(id)
      for (const id of more) ready.add(id)
    },
  }
}
