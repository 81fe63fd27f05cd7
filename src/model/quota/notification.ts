import { shuffled } from './shuffle.ts'

/** Telling people that places opened, so that nobody is favoured: random order, small waves, never a booking. */

/** People told at once, and the time the next wave waits (ms). */
const NOTIFICATION_BATCH_SIZE = 10
const NOTIFICATION_BATCH_GAP_MS = 3 * 60_000

interface NotificationBatch<T> {
  /** ms since epoch */
  readonly at: number
  readonly watchers: readonly T[]
}

/**
 * Watchers in waves from `now` on. `chances` are as many numbers in [0, 1) as there are watchers, drawn afresh
 * each time by the caller; who asked first plays no part.
 */
export function notificationBatches<T>(
  watchers: readonly T[],
  chances: readonly number[],
  now: number,
  size: number = NOTIFICATION_BATCH_SIZE,
): readonly NotificationBatch<T>[] {
  const mixed = shuffled(watchers, (n) => Math.floor((chances[n - 1] ?? 0) * n))
  return Array.from({ length: Math.ceil(mixed.length / size) }, (_, wave) => ({
    at: now + wave * NOTIFICATION_BATCH_GAP_MS,
    watchers: mixed.slice(wave * size, (wave + 1) * size),
  }))
}
