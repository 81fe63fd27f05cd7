import { dayIn } from '../../model/dates/calendar.ts'
import type { Officer } from '../../model/officer.ts'
import type { ParsedRow, RawRow, RowContext, RowError } from '../../model/imports/row.ts'
import type { ReferenceCache } from '../reference.ts'

/** A row that was left out; counted from 1. Says where and why, never what stood there. */
interface RowProblem {
  readonly row: number
  readonly field: string
  readonly reason: RowError
}

/** What became of rows. */
export interface RowsReport {
  /** Rows that were good and are in. */
  readonly entered: number
  readonly problems: readonly RowProblem[]
}

/** Jakarta's day begins last of the country's three zones: what is today anywhere never counts as past. */
export const todayAnywhere = (now: number) => dayIn('Asia/Jakarta', now)

export interface RowContextDeps {
  readonly reference: Pick<ReferenceCache, 'get'>
  readonly now: () => number
}

/** What rows are read against: the offices there are, and those this officer may enter for. */
export function rowContext(officer: Pick<Officer, 'office'>, { reference, now }: RowContextDeps): RowContext {
  const { offices, library } = reference.get()
  const codes = new Set(offices.map((office) => office.code))
  return { statuses: library.statuses, offices: codes, office: officer.office, today: todayAnywhere(now()) }
}

interface GoodRow<Entry> {
  /** Counted from 1. */
  readonly row: number
  readonly entry: Entry
}

/** Rows that are good, with their place, and what is wrong with the others. */
export function readRows<Entry>(
  rows: readonly RawRow[],
  parse: (row: RawRow, context: RowContext) => ParsedRow<Entry>,
  context: RowContext,
): { readonly good: readonly GoodRow<Entry>[]; readonly problems: readonly RowProblem[] } {
  const good: GoodRow<Entry>[] = []
  const problems: RowProblem[] = []
  for (const [at, row] of rows.entries()) {
    const result = parse(row, context)
    if (result.ok) good.push({ row: at + 1, entry: result.entry })
    else problems.push(problemAt(at + 1, result.field, result.reason))
  }
  return { good, problems }
}

/** `row` counted from 1. */
export function problemAt(row: number, field: string, reason: RowError): RowProblem {
  return { row, field, reason }
}
