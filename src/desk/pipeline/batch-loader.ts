import { createLanes, oneBreath } from './lanes.ts'

interface Waiting<T, R> {
  readonly item: T
  readonly resolve: (result: R) => void
  readonly reject: (error: unknown) => void
}

/** Runs many items as one; results in the order of the items. */
type RunBatch<T, R> = (items: readonly T[]) => Promise<readonly R[]>

/**
 * Many callers, few statements: while `lanes` runs are under way, what arrives is collected and then run together.
 * No timer: a lane starts as soon as it is free, so an idle system has the latency of one and a busy one shares commits.
 * A failing run rejects all of its callers.
 */
export function createBatchLoader<T, R>(
  run: RunBatch<T, R>,
  options: { lanes: number; max: number },
): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = []
  const lanes = createLanes(options.lanes, startLane)

  function startLane(): void {
    if (waiting.length > 0 && lanes.free) lanes.run(runBatches)
  }

  async function runBatches(): Promise<void> {
    await oneBreath()
    while (waiting.length > 0) {
      const batch = waiting.slice(0, options.max)
      waiting = waiting.slice(options.max)
      await settle(batch, run)
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      startLane()
    })
}

async function settle<T, R>(batch: readonly Waiting<T, R>[], run: RunBatch<T, R>): Promise<void> {
  try {
    const results = await run(batch.map((one) => one.item))
    if (results.length !== batch.length)
      throw new Error(`${results.length} results for a batch of ${batch.length}`)
    for (const [at, result] of results.entries()) batch[at]?.resolve(result)
  } catch (error) {
    for (const one of batch) one.reject(error)
  }
}
