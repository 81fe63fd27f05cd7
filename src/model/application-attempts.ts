/** Guessing somebody else's application must not pay: a few wrong tries, then a pause and a person. Moments are ms. */

export const WRONG_TRIES = 5
export const TRIES_WINDOW_MS = 60 * 60_000

export type MayTry =
  | { readonly may: true; readonly left: number }
  | { readonly may: false; readonly again: number }

/** May a chat that was wrong at these moments try once more? `again` is the moment from which it may. */
export function mayTry(wrongAt: readonly number[], now: number): MayTry {
  const recent = recentTries(wrongAt, now)
  const left = WRONG_TRIES - recent.length
  return left > 0
    ? { may: true, left }
    : { may: false, again: recent[recent.length - WRONG_TRIES]! + TRIES_WINDOW_MS }
}

/** The moments still worth keeping, oldest first. */
export function recentTries(wrongAt: readonly number[], now: number): readonly number[] {
  return wrongAt.filter((at) => at > now - TRIES_WINDOW_MS).sort((a, b) => a - b)
}
