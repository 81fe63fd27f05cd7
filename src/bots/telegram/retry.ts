import { setTimeout as sleep } from 'node:timers/promises'
import { CallError } from './call-error.ts'
import type { Timeouts } from './settings.ts'

export interface RetryContext {
  readonly timeouts: Timeouts
  readonly stop: AbortSignal
  /** Told of every success and, in one plain line without secrets, of every failure. */
  readonly onSuccess: () => void
  readonly onFailure: (detail: string) => void
}

/** Trying again cannot help. */
export class InvalidTokenError extends Error {
  override readonly name = 'TokenRefused'
}

/**
 * Runs `attempt` until it succeeds, with growing pauses; `fails` is how often it failed in a row.
 * Throws InvalidTokenError when Telegram does not know the token, and whatever was under way when `stop` came.
 */
export async function retryUntilStopped<T>(
  attempt: (fails: number) => Promise<T>,
  retry: RetryContext,
): Promise<T> {
  for (let fails = 0; ; fails++) {
    try {
      const result = await attempt(fails)
      retry.onSuccess()
      return result
    } catch (error) {
      if (retry.stop.aborted) throw error
      if (error instanceof CallError && error.failure.kind === 'not-linked')
        throw new InvalidTokenError(
          'Telegram refuses the token: check TELEGRAM_BOT_TOKEN and TELEGRAM_API_ROOT',
        )
      retry.onFailure(lineOf(error))
      await sleep(pauseAfter(error, fails, retry.timeouts), undefined, { signal: retry.stop })
    }
  }
}

function lineOf(error: unknown): string {
  if (!(error instanceof CallError)) return 'messages wait at Telegram: they cannot be stored just now'
  if (error.code === 409) return 'somebody else takes the messages of this bot, only one may (409)'
  const { kind, detail = '' } = error.failure
  return kind === 'unreachable'
    ? `Telegram cannot be reached (${detail})`
    : `Telegram: ${kind} ${detail}`.trimEnd()
}

function pauseAfter(error: unknown, fails: number, timeouts: Timeouts): number {
  const { firstPause, longestPause, conflictPause } = timeouts
  if (error instanceof CallError) {
    if (error.code === 409) return conflictPause
    if (error.failure.kind === 'refused') return longestPause
    if (error.failure.retryAfterMs !== undefined) return error.failure.retryAfterMs
  }
  // jitter: after an outage of Telegram's not all bots of an office come back in the same instant
  return Math.min(longestPause, firstPause * 2 ** fails) * (0.5 + Math.random())
}
