import { addDays } from './clock.ts'

/** Telling people that places opened, so that nobody is favoured: random order, small waves, never a booking. */

/** People told at once, and the time the next wave waits (ms). */
export const WAVE_SIZE = 10
export const WAVE_GAP_MS = 3 * 60_000
/** A watch ends by itself after this many days. */
export const WATCH_DAYS = 30

export interface Wave<T> {
  /** ms since epoch */
  readonly at: number
  readonly watchers: readonly T[]
}

/**
 * Watchers in waves from `now` on. `chances` are as many numbers in [0, 1) as there are watchers, drawn afresh
 * each time by the caller; who asked first plays no part (Fisher–Yates).
 */
export function waves<T>(
  watchers: readonly T[],
  chances: readonly number[],
  now: number,
  size: number = WAVE_SIZE,
): readonly Wave<T>[] {
  const mixed = [...watchers]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(chances[at]! * (at + 1))
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return Array.from({ length: Math.ceil(mixed.length / size) }, (_, wave) => ({
    at: now + wave * WAVE_GAP_MS,
    watchers: mixed.slice(wave * size, (wave + 1) * size),
  }))
}

/** The last day a watch that began on `day` is kept. */
export function watchEnds(day: string): string {
  return addDays(day, WATCH_DAYS)
}
