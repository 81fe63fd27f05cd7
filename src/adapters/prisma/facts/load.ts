import type pg from 'pg'
import type { Fact } from '../../../model/facts/fact.ts'

/** A row in force as the library reads it; once an officer has confirmed it, it is confirmed. */
export const FACT_COLUMNS_SQL = `key, office, value, valid_from AS "validFrom", valid_to AS "validTo", source,
  CASE WHEN confirmed_at IS NULL THEN confidence ELSE 'confirmed' END AS confidence, confirmed_by AS "confirmedBy", note`

/**
 * The rows of the answer library that are not retired, past and still to come: which of them holds on a day is for `pick` to
 * say, in the office's zone. Officers' rows come last, so that they win over a seeded row that begins on the same day.
 */
export async function loadFacts(pool: pg.Pool): Promise<readonly Fact[]> {
  const { rows } = await pool.query<Fact>(
    `SELECT ${FACT_COLUMNS_SQL} FROM fact WHERE retired_at IS NULL ORDER BY key, created_by IS NOT NULL, valid_from NULLS FIRST, office, id`,
  )
  return rows
}
