/**
 * Many callers, few statements: while `lanes` runs are under way, what arrives is collected and then run together.
 * No timer: a lane starts as soon as it is free, so an idle system has the latency of one and a busy one shares commits.
 * A failing run rejects all of its callers.
 */
export function createBatchLoader<T, R>(
  run: (items: readonly T[]) => Promise<readonly R[]>,
  options: { lanes: number; max: number },
): (item: T) => Promise<R> {
  interface Waiting {
    readonly item: T
    readonly resolve: (result: R) => void
    readonly reject: (error: unknown) => void
  }
  let waiting: Waiting[] = []
  let running = 0

  async function lane(): Promise<void> {
    running++
    // one turn of the event loop: what arrived in the same breath goes together
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (waiting.length > 0) {
      const batch = waiting.slice(0, options.max)
      waiting = waiting.slice(options.max)
      try {
        const results = await run(batch.map((one) => one.item))
        for (const [at, one] of batch.entries()) one.resolve(results[at]!)
      } catch (error) {
        for (const one of batch) one.reject(error)
      }
    }
    running--
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (running < options.lanes) void lane()
    })
}
