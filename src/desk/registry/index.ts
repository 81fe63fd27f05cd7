import { parseApplicationNumber } from '../../model/applications/number.ts'
import { dayIn } from '../../model/dates/calendar.ts'
import type { Officer } from '../../model/officer.ts'
import { parseApplicationRow } from '../../model/imports/application-row.ts'
import { parseQuotaRow } from '../../model/imports/quota-row.ts'
import type { RawRow, RowError, ParsedRow, RowContext } from '../../model/imports/row.ts'
import { OperationRefused } from '../errors.ts'
import type { Notifier } from '../ports/channel.ts'
import type { ApplicationRecord, QuotaRecord, RegistryStore } from '../ports/registry.ts'
import type { ReferenceCache } from '../reference.ts'

export interface RegistryServiceDeps {
  readonly store: RegistryStore
  readonly reference: Pick<ReferenceCache, 'get'>
  readonly notifier: Notifier
  readonly now: () => number
}

/** A row that was left out; counted from 1. Says where and why, never what stood there. */
export interface RowProblem {
  readonly row: number
  readonly field: string
  readonly reason: RowError
}

export interface RowsReport {
  /** Rows that were good and are in. */
  readonly entered: number
  readonly problems: readonly RowProblem[]
}

/** What officers and other systems do with applications and places; an officer of one office does it for that office. */
export interface RegistryService {
  /** From today on unless `from` says otherwise; of the officer's office, of all for who works everywhere. */
  quota(
    officer: Officer,
    request: { readonly office?: string | undefined; readonly from?: string | undefined },
  ): Promise<readonly QuotaRecord[]>
  enterQuota(officer: Officer, rows: readonly RawRow[]): Promise<RowsReport>
  /** Throws `application-not-found` also for another office's, `not-an-application-number` when there is no number in it. */
  application(officer: Officer, typed: string): Promise<ApplicationRecord>
  enterApplications(officer: Officer, rows: readonly RawRow[]): Promise<RowsReport>
}

/** Figures listed together at most. */
const LISTED = 1_000

/** Jakarta's day begins last of the country's three zones: what is today anywhere never counts as past. */
const today = (now: number) => dayIn('Asia/Jakarta', now)

export function createRegistryService(deps: RegistryServiceDeps): RegistryService {
  const { store: book, notifier, now } = deps
  return {
    async quota(officer, { office, from }) {
      const wanted = office ?? officer.office
      if (officer.office !== null && wanted !== officer.office) return []
      return book.quota(wanted, from ?? today(now()), LISTED)
    },
    async enterQuota(officer, rows) {
      const { good, problems } = readRows(rows, parseQuotaRow, rowContext(officer, deps))
      const entries = good.map((row) => row.entry)
      if (entries.length > 0)
        await book.enterFigures(entries, { by: officer.id, at: now(), office: officer.office })
      return { entered: entries.length, problems }
    },
    async application(officer, typed) {
      const read = parseApplicationNumber(typed)
      if (!read.ok) throw new OperationRefused('not-an-application-number', { field: 'number' })
      const found = await book.application(read.number, officer.office)
      if (!found) throw new OperationRefused('application-not-found')
      return found
    },
    async enterApplications(officer, rows) {
      const { good, problems } = readRows(rows, parseApplicationRow, rowContext(officer, deps))
      if (good.length === 0) return { entered: 0, problems }
      const source = { by: officer.id, at: now(), office: officer.office }
      const { refused, chatIds } = await book.enterApplications(
        good.map((row) => row.entry),
        source,
      )
      notifier.wakeConversations(chatIds)
      const others = refused.map((at) => problemAt(good[at]!.row, 'number', 'not-your-office'))
      return {
        entered: good.length - others.length,
        problems: [...problems, ...others].sort((a, b) => a.row - b.row),
      }
    },
  }
}

/** What rows are read against: the offices there are, and those this officer may enter for. */
export function rowContext(
  officer: Pick<Officer, 'office'>,
  { reference, now }: Pick<RegistryServiceDeps, 'reference' | 'now'>,
): RowContext {
  const { offices, library } = reference.get()
  const codes = new Set(offices.map((office) => office.code))
  return { statuses: library.statuses, offices: codes, office: officer.office, today: today(now()) }
}

function readRows<Entry>(
  rows: readonly RawRow[],
  read: (row: RawRow, world: RowContext) => ParsedRow<Entry>,
  world: RowContext,
) {
  const good: { row: number; entry: Entry }[] = []
  const problems: RowProblem[] = []
  for (const [at, row] of rows.entries()) {
    const result = read(row, world)
    if (result.ok) good.push({ row: at + 1, entry: result.entry })
    else problems.push(problemAt(at + 1, result.field, result.reason))
  }
  return { good, problems }
}

function problemAt(row: number, field: string, reason: RowError): RowProblem {
  return { row, field, reason }
}
