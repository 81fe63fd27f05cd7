import type pg from 'pg'
import type { Attempts } from '../../../desk/ports/registry.ts'
import { mayTry, TRIES_WINDOW_MS } from '../../../model/application-attempts.ts'

/** Wrong tries by the database's clock, so that every process counts the same hour. */
export function createAttempts(pool: pg.Pool): Attempts {
  return {
    async locked(chatIds) {
      const { rows } = await pool.query<{ chat_id: string; tries: number[]; now: number }>({
        name: 'tries',
        text: `SELECT chat_id, array_agg(extract(epoch FROM at)::float8 * 1000) AS tries, extract(epoch FROM now())::float8 * 1000 AS now
          FROM application_try WHERE chat_id = ANY($1::uuid[]) AND at > now() - $2 * interval '1 millisecond' GROUP BY chat_id`,
        values: [chatIds, TRIES_WINDOW_MS],
      })
      return new Set(rows.filter(({ tries, now }) => !mayTry(tries, now).may).map((row) => row.chat_id))
    },
    async tried(wrong, right) {
      if (wrong.length + right.length === 0) return
      await pool.query({
        name: 'tried',
        text: `WITH forgotten AS (DELETE FROM application_try WHERE chat_id = ANY($2::uuid[])
            OR (chat_id = ANY($1::uuid[]) AND at <= now() - $3 * interval '1 millisecond'))
          INSERT INTO application_try (chat_id) SELECT unnest($1::uuid[])`,
        values: [wrong, right, TRIES_WINDOW_MS],
      })
    },
  }
}
