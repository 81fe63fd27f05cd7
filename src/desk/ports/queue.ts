/** What waits or runs elsewhere: BullMQ on Redis or on PostgreSQL. All reject when that cannot be reached. */
export interface Queue {
  /** Wakes `name` with an id, now or after `delayMs`. Not de-duplicated: a wake-up during an active job must not be lost. */
  add(name: string, id: string, delayMs?: number): Promise<void>
  /** Wakes `name` again and again, at this pace (ms) over all processes together; a wake-up nobody could take is not made up for. */
  every(name: string, everyMs: number): Promise<void>
  /** Handles wake-ups of `name`, `concurrency` at a time. A handler that rejects is tried again with growing pauses. */
  on(name: string, handle: (id: string) => Promise<void>, concurrency?: number): Promise<void>
  /** Lets handlers under way finish. */
  close(): Promise<void>
}
