/** What is counted about tickets. Moments are ms since epoch, days `YYYY-MM-DD`. */

export type TrendGroup = 'category' | 'office' | 'channel' | 'day' | 'state'

/** Tickets opened in the range, counted for one value of a grouping. */
export interface TrendRow {
  /** Value of the grouping: a category's code, an office's, a day. */
  readonly key: string
  readonly tickets: number
  readonly open: number
  readonly closed: number
  readonly overdue: number
  readonly rated: number
  /** Mean, 1 to 4; null when nobody rated. */
  readonly rating: number | null
}

/** Rejects when the database cannot be reached. */
export interface TrendStore {
  /** One definition of every number, for all groupings at once; `null` is the total. */
  count(
    range: { readonly from: string; readonly to: string; readonly office: string | null },
    now: number,
  ): Promise<readonly { readonly group: TrendGroup | null; readonly row: TrendRow }[]>
}
