import type { ParsedRow, RawRow, RowError } from '../../model/imports/row.ts'
import { readColumns, type Columns } from './columns.ts'
import { SheetError, type SeenKeys, type Sheet, type SheetRow } from '../ports/sheets.ts'

/** Why a row is told of: left out, or standing there a second time (then this one counts). */
export type RowIssue = RowError | 'twice'

/** How the rows of one list are read, told apart and entered. */
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

/** What became of the rows. */
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

/**
 * Takes a list in, batch by batch: bad rows are noted, good rows are entered, and of a row that stands there twice the last counts.
 * Rejects with SheetError when the file as a whole cannot be taken; batches before that are in.
 */
export async function importSheet<Entry>(sheet: Sheet, plan: ImportPlan<Entry>): Promise<ImportSummary> {
  const entering = createEntering(plan)
  let columns: Columns | null = null
  let rows = 0
  for await (const row of sheet.rows()) {
    if (columns === null) {
      columns = readColumns(row.cells, plan.columns)
      continue
    }
    rows++
    const read = plan.read(named(row, columns))
    if (read.ok) await entering.add({ line: row.line, entry: read.entry })
    else plan.onIssue(row.line, read.field, read.reason)
  }
  if (columns === null) throw new SheetError('list-empty', 'the file is empty')
  const { entered, twice } = await entering.finish()
  return { rows, entered, leftOut: rows - entered, twice, ignored: columns.ignored }
}

interface GoodRow<Entry> {
  readonly line: number
  readonly entry: Entry
}

/** Collects good rows and enters them when a batch is full. */
function createEntering<Entry>(plan: ImportPlan<Entry>) {
  let batch: GoodRow<Entry>[] = []
  let entered = 0
  let twice = 0

  async function flush(): Promise<void> {
    const met = await plan.seen.add(batch.map(({ entry }) => plan.keyOf(entry)))
    note(met, 'row', 'twice')
    const others = await plan.enter(batch.map(({ entry }) => entry))
    note(new Set(others), 'number', 'not-your-office')
    entered += batch.length - others.length
    twice += met.size
    batch = []
  }

  function note(positions: ReadonlySet<number>, field: string, issue: RowIssue): void {
    for (const [at, { line }] of batch.entries()) if (positions.has(at)) plan.onIssue(line, field, issue)
  }

  return {
    async add(row: GoodRow<Entry>): Promise<void> {
      batch.push(row)
      if (batch.length >= BATCH) await flush()
    },
    async finish(): Promise<{ entered: number; twice: number }> {
      if (batch.length > 0) await flush()
      return { entered, twice }
    },
  }
}

function named({ cells }: SheetRow, { names }: Columns): RawRow {
  return Object.fromEntries(names.flatMap((name, at) => (name === null ? [] : [[name, cells[at]]])))
}
