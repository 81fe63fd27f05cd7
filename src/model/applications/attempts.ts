/** Guessing somebody else's application must not pay: a few wrong tries, then a pause and a person. Moments are ms. */

export const MAX_FAILED_ATTEMPTS = 5
export const ATTEMPTS_WINDOW_MS = 60 * 60_000

export type AttemptAllowance =
  | { readonly may: true; readonly left: number }
  | { readonly may: false; readonly again: number }

/** May a chat that was wrong at these moments try once more? `again` is the moment from which it may. */
export function attemptAllowance(wrongAt: readonly number[], now: number): AttemptAllowance {
  const recent = recentAttempts(wrongAt, now)
  const left = MAX_FAILED_ATTEMPTS - recent.length
  return left > 0
    ? { may: true, left }
    : { may: false, again: recent[recent.length - MAX_FAILED_ATTEMPTS]! + ATTEMPTS_WINDOW_MS }
}

/** The moments still worth keeping, oldest first. */
export function recentAttempts(wrongAt: readonly number[], now: number): readonly number[] {
  return wrongAt.filter((at) => at > now - ATTEMPTS_WINDOW_MS).sort((a, b) => a - b)
}
