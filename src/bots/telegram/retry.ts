import { setTimeout as sleep } from 'node:timers/promises'
import { CallFailed } from './failure.ts'
import type { Patience } from './settings.ts'

export interface Care {
  readonly patience: Patience
  readonly stop: AbortSignal
  /** Told of every success and, in one plain line without secrets, of every failure. */
  readonly well: () => void
  readonly trouble: (detail: string) => void
}

/** Trying again cannot help. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused'
}

/**
 * Runs `attempt` until it succeeds, with growing pauses; `fails` is how often it failed in a row.
 * Throws TokenRefused when Telegram does not know the token, and whatever was under way when `stop` came.
 */
export async function keepTrying<T>(attempt: (fails: number) => Promise<T>, care: Care): Promise<T> {
  for (let fails = 0; ; fails++) {
    try {
      const result = await attempt(fails)
      care.well()
      return result
    } catch (error) {
      if (care.stop.aborted) throw error
      if (error instanceof CallFailed && error.failure.kind === 'not-linked')
        throw new TokenRefused('Telegram refuses the token: check TELEGRAM_BOT_TOKEN and TELEGRAM_API_ROOT')
      care.trouble(lineOf(error))
      await sleep(pauseAfter(error, fails, care.patience), undefined, { signal: care.stop })
    }
  }
}

function lineOf(error: unknown): string {
  if (!(error instanceof CallFailed)) return 'messages wait at Telegram: they cannot be stored just now'
  if (error.code === 409) return 'somebody else takes the messages of this bot, only one may (409)'
  const { kind, detail = '' } = error.failure
  return kind === 'unreachable'
    ? `Telegram cannot be reached (${detail})`
    : `Telegram: ${kind} ${detail}`.trimEnd()
}

function pauseAfter(error: unknown, fails: number, patience: Patience): number {
  const { firstPause, longestPause, conflictPause } = patience
  if (error instanceof CallFailed) {
    if (error.code === 409) return conflictPause
    if (error.failure.kind === 'refused') return longestPause
    if (error.failure.afterMs !== undefined) return error.failure.afterMs
  }
  // jitter: after an outage of Telegram's not all bots of an office come back in the same instant
  return Math.min(longestPause, firstPause * 2 ** fails) * (0.5 + Math.random())
}
