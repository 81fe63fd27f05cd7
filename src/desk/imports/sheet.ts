import type { RawRow, RowError, ParsedRow } from '../../model/imports/row.ts'
import { readColumns, type Columns } from './columns.ts'
import { SheetError, type SeenKeys, type Sheet, type SheetRow } from '../ports/sheets.ts'

/** Why a row is told of: left out, or standing there a second time (then this one counts). */
export type RowIssue = RowError | 'twice'

export interface ImportPlan<Entry> {
  readonly columns: { readonly needed: readonly string[]; readonly optional: readonly string[] }
  readonly read: (row: RawRow) => ParsedRow<Entry>
  /** What makes two rows the same; holds nothing of a person. */
  readonly keyOf: (entry: Entry) => string
  /**
   * Enters good rows, all or none of them; in a dry run only looks whether it could.
   * Returns positions of rows that are another office's.
   */
  readonly enter: (entries: readonly Entry[]) => Promise<readonly number[]>
  readonly seen: SeenKeys
  /** Told of each row that is not simply in, as the import goes. Never a word of what stood there. */
  readonly onIssue: (line: number, field: string, why: RowIssue) => void
}

export interface ImportSummary {
  readonly rows: number
  /** Good rows that are in, or would be. */
  readonly entered: number
  readonly leftOut: number
  /** Of the good ones: stood in the file before. */
  readonly twice: number
  /** Titles of columns that were not read. */
  readonly ignored: readonly string[]
}

/** Rows entered in one go. */
const BATCH = 1_000

/** Takes a list in, batch by batch: bad rows are noted, good rows are entered, and of a row that stands there twice the last counts. */
export async function importSheet<Entry>(sheet: Sheet, plan: ImportPlan<Entry>): Promise<ImportSummary> {
  let columns: Columns | null = null
  let rows = 0
  let entered = 0
  let twice = 0
  let batch: { line: number; entry: Entry }[] = []

  async function flush(): Promise<void> {
    const met = await plan.seen.add(batch.map((one) => plan.keyOf(one.entry)))
    for (const at of met) plan.onIssue(batch[at]!.line, 'row', 'twice')
    const others = await plan.enter(batch.map((one) => one.entry))
    for (const at of others) plan.onIssue(batch[at]!.line, 'number', 'not-your-office')
    entered += batch.length - others.length
    twice += met.size
    batch = []
  }

  for await (const row of sheet.rows()) {
    if (columns === null) {
      columns = readColumns(row.cells, plan.columns)
      continue
    }
    rows++
    const read = plan.read(named(row, columns))
    if (read.ok) batch.push({ line: row.line, entry: read.entry })
    else plan.onIssue(row.line, read.field, read.reason)
    if (batch.length >= BATCH) await flush()
  }
  if (columns === null) throw new SheetError('list-empty', 'the file is empty')
  if (batch.length > 0) await flush()
  return { rows, entered, leftOut: rows - entered, twice, ignored: columns.ignored }
}

function named({ cells }: SheetRow, { names }: Columns): RawRow {
  return Object.fromEntries(names.flatMap((name, at) => (name === null ? [] : [[name, cells[at]]])))
}
