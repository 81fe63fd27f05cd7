import type pg from 'pg'
import type { LookupAttempts } from '../../../desk/ports/registry.ts'
import { attemptAllowance, ATTEMPTS_WINDOW_MS } from '../../../model/applications/attempts.ts'

/** Wrong tries by the database's clock, so that every process counts the same hour. */
export function createLookupAttempts(pool: pg.Pool): LookupAttempts {
  return {
    async locked(chatIds) {
      const { rows } = await pool.query<{ chat_id: string; tries: number[]; now: number }>({
        name: 'tries',
        text: `SELECT chat_id, array_agg(extract(epoch FROM at)::float8 * 1000) AS tries, extract(epoch FROM now())::float8 * 1000 AS now
          FROM lookup_attempt WHERE chat_id = ANY($1::uuid[]) AND at > now() - $2 * interval '1 millisecond' GROUP BY chat_id`,
        values: [chatIds, ATTEMPTS_WINDOW_MS],
      })
      return new Set(
        rows.filter(({ tries, now }) => !attemptAllowance(tries, now).allowed).map((row) => row.chat_id),
      )
    },
    async record(wrong, right) {
      if (wrong.length + right.length === 0) return
      await pool.query({
        name: 'tried',
        text: `WITH forgotten AS (DELETE FROM lookup_attempt WHERE chat_id = ANY($2::uuid[])
            OR (chat_id = ANY($1::uuid[]) AND at <= now() - $3 * interval '1 millisecond'))
          INSERT INTO lookup_attempt (chat_id) SELECT unnest($1::uuid[])`,
        values: [wrong, right, ATTEMPTS_WINDOW_MS],
      })
    },
  }
}
