/** Lets work of no urgency through at a steady pace. */
interface RateLimiter {
  /** Does it now when the pace allows, else in its turn. */
  schedule(task: () => void): void
  /** Lets nothing through for `ms`. */
  pause(ms: number): void
}

/** A second's worth may go at once. */
const BURST = 1000

/** At most `perSecond`; of more than `most` waiting the oldest is dropped. */
export function createRateLimiter(perSecond: number, most: number): RateLimiter {
  const waiting: (() => void)[] = []
  /** When the next one were due if they went evenly (ms, on the clock of `performance`). */
  let due = 0
  let timer: NodeJS.Timeout | null = null

  function drain(): void {
    timer = null
    const now = performance.now()
    while (waiting.length > 0 && due <= now + BURST) {
      due = Math.max(due, now) + 1000 / perSecond
      waiting.shift()!()
    }
    if (waiting.length > 0) timer = setTimeout(drain, due - now - BURST).unref()
  }

  return {
    schedule(task) {
      if (waiting.length >= most) waiting.shift()
      waiting.push(task)
      if (!timer) drain()
    },
    pause(ms) {
      due = Math.max(due, performance.now() + BURST + ms)
    },
  }
}
