import { prepared } from '../statement.ts'

// SQL because tries are counted by the database's clock, so that every process counts the same hour.

export const recentAttempts = prepared<
  { readonly chatIds: readonly string[]; readonly windowMs: number },
  { chatId: string; tries: number[]; now: number }
>(
  'tries',
  `SELECT chat_id AS "chatId", array_agg(extract(epoch FROM at)::float8 * 1000) AS tries, extract(epoch FROM now())::float8 * 1000 AS now
    FROM lookup_attempt WHERE chat_id = ANY(:chatIds::uuid[]) AND at > now() - :windowMs * interval '1 millisecond' GROUP BY chat_id`,
)

/** A right answer forgets the chat's tries; so does time. */
export const recordAttempts = prepared<
  { readonly wrong: readonly string[]; readonly right: readonly string[]; readonly windowMs: number },
  never
>(
  'tried',
  `WITH forgotten AS (DELETE FROM lookup_attempt WHERE chat_id = ANY(:right::uuid[])
      OR (chat_id = ANY(:wrong::uuid[]) AND at <= now() - :windowMs * interval '1 millisecond'))
    INSERT INTO lookup_attempt (chat_id) SELECT unnest(:wrong::uuid[])`,
)
