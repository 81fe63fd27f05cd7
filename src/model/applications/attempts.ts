/** Guessing somebody else's application must not pay: a few wrong tries, then a pause and a person. Moments are ms. */

const MAX_FAILED_ATTEMPTS = 5
/** How long a wrong try counts (ms). */
export const ATTEMPTS_WINDOW_MS = 60 * 60_000

type AttemptAllowance =
  | { readonly allowed: true; readonly remaining: number }
  | { readonly allowed: false; readonly retryAt: number }

/** May a chat that was wrong at these moments try once more? `again` is the moment from which it may. */
export function attemptAllowance(wrongAt: readonly number[], now: number): AttemptAllowance {
  const recent = recentAttempts(wrongAt, now)
  const firstOfTooMany = recent.at(-MAX_FAILED_ATTEMPTS)
  return firstOfTooMany === undefined
    ? { allowed: true, remaining: MAX_FAILED_ATTEMPTS - recent.length }
    : { allowed: false, retryAt: firstOfTooMany + ATTEMPTS_WINDOW_MS }
}

/** The moments still worth keeping, oldest first. */
function recentAttempts(wrongAt: readonly number[], now: number): readonly number[] {
  return wrongAt.filter((at) => at > now - ATTEMPTS_WINDOW_MS).sort((a, b) => a - b)
}
