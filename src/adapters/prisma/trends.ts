import type pg from 'pg'
import type { TrendGroup, TrendRow, TrendStore } from '../../desk/ports/trends.ts'

/** Fewest confidential tickets a number may speak of: fewer would point at a person (domain §6.6: no drill-down below five cases). */
const FEWEST = 5

/**
 * Every number of the trends, defined once; all five groupings and the total come from one scan.
 * A ticket counts on the day it was opened, in its office's zone. Of the tickets opened in the range:
 * `open` are not closed now, `closed` are, `overdue` are not closed and past the promised day, `rated` have a rating (1–4).
 * Confidential categories share one key, `confidential`, and confidential tickets count in a cell only where it holds at least FEWEST of them.
 */
const COUNT = `
WITH picked AS (
  SELECT CASE WHEN t.confidential THEN 'confidential' ELSE t.category END AS category, t.office, t.channel, t.state, t.confidential, t.rating,
         (t.opened_at AT TIME ZONE coalesce(o.zone, 'Asia/Jakarta'))::date AS day, t.closed_at IS NULL AS open,
         t.due < (to_timestamp($1::float8 / 1000) AT TIME ZONE coalesce(o.zone, 'Asia/Jakarta'))::date AS past
    FROM ticket t LEFT JOIN office o ON o.code = t.office
   WHERE t.opened_at BETWEEN $2::date - interval '1 day' AND $3::date + interval '2 days' AND ($4::text IS NULL OR t.office = $4)),
cells AS (
  SELECT GROUPING(category, office, channel, day, state) AS cut, coalesce(category, office, channel, day::text, state, 'all') AS key,
         count(*) AS tickets, count(*) FILTER (WHERE open) AS open, count(*) FILTER (WHERE open AND past) AS overdue,
         count(rating) AS rated, sum(rating) AS stars, confidential
    FROM picked WHERE day BETWEEN $2::date AND $3::date
   GROUP BY GROUPING SETS ((category, confidential), (office, confidential), (channel, confidential), (day, confidential), (state, confidential), (confidential)))
SELECT cut, key, sum(tickets)::int AS tickets, sum(open)::int AS open, sum(tickets - open)::int AS closed, sum(overdue)::int AS overdue,
       sum(rated)::int AS rated, round(sum(stars) / nullif(sum(rated), 0), 2)::float8 AS rating
  FROM cells WHERE NOT confidential OR tickets >= ${FEWEST}
 GROUP BY cut, key ORDER BY cut, CASE WHEN cut = 29 THEN key END, sum(tickets) DESC, key`

/** What GROUPING gives for each set: a bit is 0 for the column grouped by. */
const CUTS: Readonly<Record<number, TrendGroup | null>> = {
  15: 'category',
  23: 'office',
  27: 'channel',
  29: 'day',
  30: 'state',
  31: null,
}

export function createTrendStore(pool: pg.Pool): TrendStore {
  return {
    async count({ from, to, office }, now) {
      const { rows } = await pool.query<TrendRow & { cut: number }>({
        name: 'trends',
        text: COUNT,
        values: [now, from, to, office],
      })
      return rows.map(({ cut, ...row }) => ({ group: CUTS[cut] ?? null, row }))
    },
  }
}
