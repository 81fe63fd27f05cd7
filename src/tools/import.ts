import process from 'node:process'
import { parseArgs } from 'node:util'
import { loadReference } from '../adapters/prisma/reference/load.ts'
import { createRegistryStore } from '../adapters/prisma/registry/index.ts'
import { openSeenKeys } from '../adapters/prisma/registry/seen-keys.ts'
import { seedReferenceData } from '../adapters/prisma/seed/index.ts'
import { openFileBytes, sheetFiles } from '../adapters/sheets/files.ts'
import type { ImportSummary, RowIssue } from '../desk/imports/sheet.ts'
import { importList, LISTS, type ListName } from '../desk/imports/lists.ts'
import { SHEET_KINDS, SheetError, type Sheet } from '../desk/ports/sheets.ts'
import { rowContext } from '../desk/registry/rows.ts'
import { withDatabase } from './with-database.ts'
import { messageOf } from '../adapters/errors.ts'

const USAGE = `import -- applications FILE.csv|FILE.xlsx [--dry-run]
  columns: number, birth, office, status and, if you like, name, visitDay, interviewDay, issuedDay
import -- quota FILE.csv|FILE.xlsx [--dry-run]
  columns: office, day, left and, if you like, unit, lane, half
Good rows are entered, bad rows are named by their line. --dry-run only looks.`

const NEWS: Readonly<Record<RowIssue, string>> = {
  twice: 'stood in the file before; this one counts',
  missing: 'is missing',
  formula: 'is a formula, or begins like one (= + - @)',
  'not-a-number': 'is not an application number',
  'rounded-number': 'is a number that a spreadsheet has shortened (1.23E+11): its last figures are gone',
  'identity-number': 'looks like an identity number (NIK), which is not kept',
  'not-a-day': 'is not a day such as 2026-11-23 or 23/11/2026',
  'in-the-future': 'lies in the future',
  past: 'lies in the past',
  'unknown-status': 'is not a known status',
  'unknown-office': 'is not a known office',
  'not-your-office': 'is another office',
  'not-a-count': 'is not a number of places',
  'not-known': 'cannot be this',
  'too-long': 'is too long',
}

interface Given {
  readonly list: ListName
  readonly file: string
  readonly dry: boolean
}

await withDatabase(async ({ pool, prisma, encryption }) => {
  const { list, file, dry } = parseArguments(process.argv.slice(2))
  const sheet = await open(file)
  await seedReferenceData(pool)
  const reference = await loadReference(pool)
  const seen = await openSeenKeys(pool)
  try {
    const summary = await importList(list, sheet, {
      store: createRegistryStore(pool, prisma, encryption),
      encryption,
      rowContext: rowContext({ office: null }, { reference: { get: () => reference }, now: Date.now }),
      source: { by: 'import', at: Date.now(), office: null },
      seen,
      dry,
      onIssue: note,
      // chats to be woken are found by the sweep of the running service
      wake: () => {},
    })
    process.stdout.write(summaryOf(summary, dry))
  } catch (error) {
    if (error instanceof SheetError) throw error
    throw new Error(
      `${messageOf(error)}: rows entered before stay, and the same file can be brought in again`,
      {
        cause: error,
      },
    )
  } finally {
    await seen.close()
  }
})

function parseArguments(args: string[]): Given {
  const { values, positionals } = parseArgs({
    args,
    options: { 'dry-run': { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const list = LISTS.find((name) => name === positionals[0])
  const file = positionals[1]
  if (!list || file === undefined || positionals.length > 2) throw new Error(USAGE)
  return { list, file, dry: values['dry-run'] }
}

async function open(file: string): Promise<Sheet> {
  const kind = SHEET_KINDS.find((one) => file.toLowerCase().endsWith(`.${one}`))
  if (!kind) throw new Error('the file must be .csv or .xlsx')
  return sheetFiles.open(await openFileBytes(file), kind)
}

function note(line: number, field: string, news: RowIssue): void {
  process.stdout.write(`line ${line}: ${field} ${NEWS[news]}\n`)
}

function summaryOf({ rows, entered, leftOut, twice, ignored }: ImportSummary, dry: boolean): string {
  const lines = [
    `${rows} rows: ${entered} ${dry ? 'would be entered' : 'entered'}, ${leftOut} left out; ${twice} stood there before`,
    ...(ignored.length > 0
      ? [`${ignored.length} columns are not known and were not read: ${ignored.join(', ')}`]
      : []),
    ...(dry ? ['dry run: nothing was entered'] : []),
  ]
  return `${lines.join('\n')}\n`
}
