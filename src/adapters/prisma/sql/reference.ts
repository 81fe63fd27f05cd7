import type { Holiday } from '../../../model/dates/calendar.ts'
import type { Fact } from '../../../model/facts/fact.ts'
import type { Office } from '../../../model/offices/office.ts'
import type { Region } from '../../../model/offices/region.ts'
import type { Category } from '../../../model/tickets/category.ts'
import { unprepared } from './statement.ts'

// SQL because every process reads this before it can start, and then each minute: the client's first query compiles its engine,
// which measured a third of a second and 10 MB at a start that shall take less than two.

/** Rows in force today (by their valid-from and valid-to); retired ones stay in the tables. */
const IN_FORCE =
  '(valid_from IS NULL OR valid_from <= current_date) AND (valid_to IS NULL OR valid_to >= current_date)'

type None = Readonly<Record<string, never>>

/** Offices in force, by name. */
export const officeRows = unprepared<None, Office>(
  `SELECT code, name, city, province, zone, aliases FROM office WHERE ${IN_FORCE} ORDER BY name`,
)

/** Every regency and city with the codes of its offices, those in force only. */
export const regionRows = unprepared<None, Region>(
  `SELECT code, name, kind, province, aliases, basis, ARRAY(
     SELECT served FROM unnest(offices) WITH ORDINALITY AS of(served, place)
     WHERE served IN (SELECT code FROM office WHERE ${IN_FORCE}) ORDER BY place) AS offices
   FROM region ORDER BY code`,
)

/** Categories in force, in the order they are shown. */
export const categoryRows = unprepared<None, Category>(
  `SELECT code, "group", servqual, sla, confidential, label FROM category WHERE ${IN_FORCE} ORDER BY position`,
)

export const holidayRows = unprepared<None, Holiday>('SELECT date, name, status FROM holiday')

/**
 * The rows of the answer library that are not retired, past and still to come: which of them holds on a day is for the library to
 * say, in the office's zone. Once an officer has confirmed a row, it is confirmed. Officers' rows come last, so that they win over
 * a seeded row that begins on the same day.
 */
export const factRows = unprepared<None, Fact>(
  `SELECT key, office, value, valid_from AS "validFrom", valid_to AS "validTo", source,
     CASE WHEN confirmed_at IS NULL THEN confidence ELSE 'confirmed' END AS confidence, year, confirmed_by AS "confirmedBy", note
   FROM fact WHERE retired_at IS NULL ORDER BY key, created_by IS NOT NULL, valid_from NULLS FIRST, office, id`,
)
