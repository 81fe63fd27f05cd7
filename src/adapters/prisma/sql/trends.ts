import type { TrendRow } from '../../../desk/ports/trends.ts'
import { prepared } from './statement.ts'

// SQL because all five groupings and the total come from one scan.

/** Fewest confidential tickets a number may speak of: fewer would point at a person. */
const FEWEST = 5

interface TrendValues {
  /** ms since epoch */
  readonly now: number
  readonly from: string
  readonly to: string
  readonly office: string | null
}

/** Tickets of the range, by the day they were opened in their office's zone. Confidential categories share one key. */
const PICKED = `
picked AS (
  SELECT CASE WHEN t.confidential THEN 'confidential' ELSE t.category END AS category, t.office, t.channel, t.state, t.confidential, t.rating,
         (t.opened_at AT TIME ZONE coalesce(o.zone, 'Asia/Jakarta'))::date AS day, t.closed_at IS NULL AS open,
         t.due < (to_timestamp(:now::float8 / 1000) AT TIME ZONE coalesce(o.zone, 'Asia/Jakarta'))::date AS past
    FROM ticket t LEFT JOIN office o ON o.code = t.office
   WHERE t.opened_at BETWEEN :from::date - interval '1 day' AND :to::date + interval '2 days' AND (:office::text IS NULL OR t.office = :office))`

/** What GROUPING gives is a bit for each column, 0 for the one grouped by. */
const CELLS = `
cells AS (
  SELECT GROUPING(category, office, channel, day, state) AS cut, coalesce(category, office, channel::text, day::text, state::text, 'all') AS key,
         count(*) AS tickets, count(*) FILTER (WHERE open) AS open, count(*) FILTER (WHERE open AND past) AS overdue,
         count(rating) AS rated, sum(rating) AS stars, confidential
    FROM picked WHERE day BETWEEN :from::date AND :to::date
   GROUP BY GROUPING SETS ((category, confidential), (office, confidential), (channel, confidential), (day, confidential), (state, confidential), (confidential)))`

/**
 * Every number of the trends, defined once. Of the tickets opened in the range: `open` are not closed now, `closed` are, `overdue` are
 * not closed and past the promised day, `rated` have a rating (1–4). Confidential tickets count in a cell only where it holds at
 * least FEWEST of them.
 */
export const countTrends = prepared<TrendValues, TrendRow & { cut: number }>(
  'trends',
  `WITH ${PICKED}, ${CELLS}
SELECT cut, key, sum(tickets)::int AS tickets, sum(open)::int AS open, sum(tickets - open)::int AS closed, sum(overdue)::int AS overdue,
       sum(rated)::int AS rated, round(sum(stars) / nullif(sum(rated), 0), 2)::float8 AS rating
  FROM cells WHERE NOT confidential OR tickets >= ${FEWEST}
 GROUP BY cut, key ORDER BY cut, CASE WHEN cut = 29 THEN key END, sum(tickets) DESC, key`,
)
