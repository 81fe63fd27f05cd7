import type { Update } from 'telegraf/types'
import type { Arrival, DoorTools } from '../../desk/ports/channel.ts'
import type { Keyboards } from './keyboards.ts'
import { receive } from './receive.ts'
import { FILE_BYTES } from './settings.ts'

/** Hands updates to the desk, in their order; resolves when they are safe. Nothing waits for the tidying. */
export function createTake(
  { accept, log }: DoorTools,
  keyboards: Keyboards,
): (updates: readonly Update[]) => Promise<void> {
  function read(update: Update): Arrival | null {
    try {
      return receive(update, FILE_BYTES)
    } catch {
      // a poisoned update must not come again for ever and keep the others out; the error could quote its words
      log.warn('telegram update not understood', { update: update.update_id })
      return null
    }
  }

  return async (updates) => {
    const arrivals: Arrival[] = []
    const settle: (() => void)[] = []
    for (const update of updates) {
      const arrival = read(update)
      if (!arrival) continue
      arrivals.push(arrival)
      settle.push(keyboards.answeredBy(update))
    }
    await accept(arrivals)
    for (const tidy of settle) tidy()
  }
}
