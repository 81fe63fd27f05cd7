import process from 'node:process'
import { parseArgs } from 'node:util'
import { loadReference } from '../adapters/prisma/reference-data.ts'
import { createRegistryBook } from '../adapters/prisma/registry/index.ts'
import { openSeenKeys } from '../adapters/prisma/registry/seen-keys.ts'
import { seed } from '../adapters/prisma/seed.ts'
import { openCsv } from '../adapters/sheets/csv.ts'
import { openXlsx } from '../adapters/sheets/xlsx.ts'
import { importSheet, type ImportPlan, type ImportSummary } from '../desk/import.ts'
import type { RegistryBook } from '../desk/ports-registry.ts'
import type { SeenKeys, Sheet } from '../desk/ports-sheets.ts'
import { dayIn } from '../model/clock.ts'
import {
  APPLICATION_COLUMNS,
  QUOTA_COLUMNS,
  readApplicationRow,
  readQuotaRow,
  type ApplicationEntry,
  type QuotaEntry,
  type RowsWorld,
} from '../model/registry-rows.ts'
import { withDatabase, type ToolContext } from './with-database.ts'

const USAGE = `import -- applications FILE.csv|FILE.xlsx [--dry-run]
  columns: number, birth, office, status and, if you like, name, visitDay, interviewDay, issuedDay
import -- quota FILE.csv|FILE.xlsx [--dry-run]
  columns: office, day, left and, if you like, unit, lane, half
Good rows are entered, bad rows are named by their line. --dry-run only looks.`

interface Given {
  readonly what: 'quota' | 'applications'
  readonly file: string
  readonly dry: boolean
}

/** What both kinds of list need. */
interface Setting {
  readonly context: ToolContext
  readonly world: RowsWorld
  readonly book: RegistryBook
  readonly seen: SeenKeys
  readonly dry: boolean
}

await withDatabase(async (context) => {
  const given = read(process.argv.slice(2))
  const sheet = await open(given.file)
  await seed(context.pool)
  const seen = await openSeenKeys(context.pool)
  try {
    const book = createRegistryBook(context.pool, context.seal)
    const setting = { context, world: await worldOf(context), book, seen, dry: given.dry }
    const plan = given.what === 'quota' ? quotaPlan(setting) : applicationPlan(setting)
    process.stdout.write(summary(await importSheet(sheet, plan as ImportPlan<unknown>), given.dry))
  } finally {
    await seen.close()
  }
})

function read(args: string[]): Given {
  const { values, positionals } = parseArgs({
    args,
    options: { 'dry-run': { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [what, file] = positionals
  if ((what !== 'quota' && what !== 'applications') || file === undefined || positionals.length > 2)
    throw new Error(USAGE)
  return { what, file, dry: values['dry-run'] }
}

async function open(file: string): Promise<Sheet> {
  if (/\.xlsx$/i.test(file)) return openXlsx(file)
  if (/\.csv$/i.test(file)) return openCsv(file)
  throw new Error('the file must be .csv or .xlsx')
}

async function worldOf({ pool }: ToolContext): Promise<RowsWorld> {
  const { offices, library } = await loadReference(pool)
  return {
    statuses: library.statuses,
    offices: new Set(offices.map((office) => office.code)),
    office: null,
    today: dayIn('Asia/Jakarta', Date.now()),
  }
}

function note(line: number, field: string, words: string): void {
  process.stdout.write(`line ${line}: ${field} ${words}\n`)
}

function source() {
  return { by: 'import', at: Date.now(), office: null }
}

function applicationPlan({ context, world, book, seen, dry }: Setting): ImportPlan<ApplicationEntry> {
  return {
    columns: APPLICATION_COLUMNS,
    read: (row) => readApplicationRow(row, world),
    keyOf: (entry) => context.seal.hash('import', entry.number),
    // chats to be woken are found by the sweep of the running service
    enter: dry ? null : async (entries) => void (await book.enterApplications(entries, source())),
    seen,
    note,
  }
}

function quotaPlan({ world, book, seen, dry }: Setting): ImportPlan<QuotaEntry> {
  return {
    columns: QUOTA_COLUMNS,
    read: (row) => readQuotaRow(row, world),
    keyOf: ({ office, unit, lane, day, half }) => [office, unit, lane, day, half].join(),
    enter: dry ? null : (entries) => book.enterFigures(entries, source()),
    seen,
    note,
  }
}

function summary({ rows, entered, leftOut, twice, ignoredColumns }: ImportSummary, dry: boolean): string {
  const lines = [
    `${rows} rows: ${entered} ${dry ? 'would be entered' : 'entered'}, ${leftOut} left out; ${twice} stood there before`,
    ...(ignoredColumns > 0 ? [`${ignoredColumns} columns are not known and were not read`] : []),
    ...(dry ? ['dry run: nothing was entered'] : []),
  ]
  return `${lines.join('\n')}\n`
}
