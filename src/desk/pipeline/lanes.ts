/** Work under way, a few pieces at once. */
export interface Lanes {
  /** May another piece be started? */
  readonly free: boolean
  /** Is anything under way? */
  readonly busy: boolean
  /** Starts a piece; nobody waits for it but `idle`. */
  run(work: () => Promise<void>): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

/**
 * At most `limit` pieces at once. `next` is called whenever one has ended, before `idle` resolves: what came while it ended is
 * started then, so nothing is left behind between the last look and the end.
 */
export function createLanes(limit: number, next: () => void): Lanes {
  let running = 0
  let waiting: (() => void)[] = []

  async function lane(work: () => Promise<void>): Promise<void> {
    running++
    try {
      await work()
    } finally {
      running--
      next()
      if (running === 0) for (const resolve of waiting.splice(0)) resolve()
    }
  }

  return {
    get free() {
      return running < limit
    },
    get busy() {
      return running > 0
    },
    run: (work) => void lane(work),
    idle: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  }
}

/** One turn of the event loop: what arrives in the same breath goes together. */
export function oneBreath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
