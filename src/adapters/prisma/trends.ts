import type pg from 'pg'
import type { TrendGroup, TrendStore } from '../../desk/ports/trends.ts'
import { countTrends } from './sql/trends.ts'

/** What GROUPING gives for each set: a bit is 0 for the column grouped by. */
const CUTS: Readonly<Record<number, TrendGroup | null>> = {
  15: 'category',
  23: 'office',
  27: 'channel',
  29: 'day',
  30: 'state',
  31: null,
}

/** Counts over the tickets. Throws the database's error when it cannot be reached. */
export function createTrendStore(pool: pg.Pool): TrendStore {
  return {
    async count(range, now) {
      const rows = await countTrends(pool, { ...range, now })
      return rows.map(({ cut, ...row }) => ({ group: CUTS[cut] ?? null, row }))
    },
  }
}
