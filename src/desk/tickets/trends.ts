import { addDays, dayIn } from '../../model/dates/calendar.ts'
import type { Officer } from '../../model/officer.ts'
import { OperationRefused } from '../errors.ts'
import type { TrendGroup, TrendRow, TrendStore } from '../ports/trends.ts'

/** Which days and office; the last 30 days and the officer's own when left out. */
interface TrendsRequest {
  /** `YYYY-MM-DD` */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly office?: string | undefined
  readonly group?: TrendGroup | undefined
}

/** Numbers of the range, in all and by grouping. */
interface TrendsAnswer {
  readonly from: string
  readonly to: string
  readonly office: string | null
  readonly total: TrendRow
  readonly groups: Partial<Record<TrendGroup, readonly TrendRow[]>>
}

/** Rejects with OperationRefused `range-too-long`. */
export type Trends = (officer: Officer, request: TrendsRequest) => Promise<TrendsAnswer>

/** Days looked at together, when nothing else is asked, and at most. */
const USUAL = 30
const LONGEST = 366

const GROUPS: readonly TrendGroup[] = ['category', 'office', 'channel', 'day', 'state']
const NONE: TrendRow = { key: 'all', tickets: 0, open: 0, closed: 0, overdue: 0, rated: 0, rating: null }

/** What people complain about, where and how much. The store holds the definitions; an officer of one office sees that office. */
export function createTrends(store: TrendStore, now: () => number): Trends {
  return async (officer, request) => {
    const to = request.to ?? dayIn('Asia/Jakarta', now())
    const from = request.from ?? addDays(to, 1 - USUAL)
    if (from > to || addDays(from, LONGEST) <= to)
      throw new OperationRefused('range-too-long', { field: 'from' })
    const office = request.office ?? officer.office
    const mine = officer.office === null || officer.office === office
    const counted = mine ? await store.count({ from, to, office }, now()) : []
    const groups = Object.fromEntries(
      GROUPS.filter((group) => !request.group || request.group === group).map((group) => [
        group,
        counted.filter((one) => one.group === group).map((one) => one.row),
      ]),
    )
    return { from, to, office, total: counted.find((one) => one.group === null)?.row ?? NONE, groups }
  }
}
