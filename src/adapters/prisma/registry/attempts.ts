import type pg from 'pg'
import type { LookupAttempts } from '../../../desk/ports/registry.ts'
import { attemptAllowance, ATTEMPTS_WINDOW_MS as windowMs } from '../../../model/applications/attempts.ts'
import { recentAttempts, recordAttempts } from '../sql/registry/attempts.ts'

/** Wrong tries, kept in the database. Throws its error when it cannot be reached: nobody is let in uncounted. */
export function createLookupAttempts(pool: pg.Pool): LookupAttempts {
  return {
    async locked(chatIds) {
      const rows = await recentAttempts(pool, { chatIds, windowMs })
      const locked = rows.filter(({ tries, now }) => !attemptAllowance(tries, now).allowed)
      return new Set(locked.map((row) => row.chatId))
    },
    async record(wrong, right) {
      if (wrong.length + right.length > 0) await recordAttempts(pool, { wrong, right, windowMs })
    },
  }
}
