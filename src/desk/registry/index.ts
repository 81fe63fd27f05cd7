import { parseApplicationNumber } from '../../model/applications/number.ts'
import { parseApplicationRow } from '../../model/imports/application-row.ts'
import type { RawRow } from '../../model/imports/row.ts'
import { parseQuotaRow } from '../../model/imports/quota-row.ts'
import type { Officer } from '../../model/officer.ts'
import { OperationRefused } from '../errors.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { ApplicationRecord, EntrySource, QuotaRecord, RegistryStore } from '../ports/registry.ts'
import {
  problemAt,
  readRows,
  rowContext,
  todayAnywhere,
  type RowContextDeps,
  type RowsReport,
} from './rows.ts'

interface RegistryServiceDeps extends RowContextDeps {
  readonly store: RegistryStore
  readonly notifier: Pick<Notifier, 'wakeConversations'>
}

/** What officers and other systems do with applications and places; an officer of one office does it for that office. */
export interface RegistryService {
  /** From today on unless `from` says otherwise; of the officer's office, of all for who works everywhere. */
  quota(
    officer: Officer,
    request: { readonly office?: string | undefined; readonly from?: string | undefined },
  ): Promise<readonly QuotaRecord[]>
  enterQuota(officer: Officer, rows: readonly RawRow[]): Promise<RowsReport>
  /** Rejects with OperationRefused: `application-not-found` also for another office's, `not-an-application-number` when there is no number in it. */
  application(officer: Officer, typed: string): Promise<ApplicationRecord>
  enterApplications(officer: Officer, rows: readonly RawRow[]): Promise<RowsReport>
}

/** Figures listed together at most. */
const LISTED = 1_000

/** Applications and places on our own tables; whoever watches what was entered is woken. */
export function createRegistryService(deps: RegistryServiceDeps): RegistryService {
  const { store, now } = deps
  return {
    async quota(officer, { office, from }) {
      const wanted = office ?? officer.office
      if (officer.office !== null && wanted !== officer.office) return []
      return store.quota(wanted, from ?? todayAnywhere(now()), LISTED)
    },
    enterQuota: (officer, rows) => enterQuota(officer, rows, deps),
    application: (officer, typed) => findApplication(officer, typed, deps),
    enterApplications: (officer, rows) => enterApplications(officer, rows, deps),
  }
}

function sourceOf(officer: Officer, { now }: RegistryServiceDeps): EntrySource {
  return { by: officer.id, at: now(), office: officer.office }
}

async function enterQuota(
  officer: Officer,
  rows: readonly RawRow[],
  deps: RegistryServiceDeps,
): Promise<RowsReport> {
  const { good, problems } = readRows(rows, parseQuotaRow, rowContext(officer, deps))
  const entries = good.map(({ entry }) => entry)
  if (entries.length > 0) await deps.store.enterFigures(entries, sourceOf(officer, deps))
  return { entered: entries.length, problems }
}

async function findApplication(
  officer: Officer,
  typed: string,
  { store }: RegistryServiceDeps,
): Promise<ApplicationRecord> {
  const parsed = parseApplicationNumber(typed)
  if (!parsed.ok) throw new OperationRefused('not-an-application-number', { field: 'number' })
  const found = await store.application(parsed.number, officer.office)
  if (!found) throw new OperationRefused('application-not-found')
  return found
}

async function enterApplications(
  officer: Officer,
  rows: readonly RawRow[],
  deps: RegistryServiceDeps,
): Promise<RowsReport> {
  const { good, problems } = readRows(rows, parseApplicationRow, rowContext(officer, deps))
  if (good.length === 0) return { entered: 0, problems }
  const entries = good.map(({ entry }) => entry)
  const { refused, chatIds } = await deps.store.enterApplications(entries, sourceOf(officer, deps))
  deps.notifier.wakeConversations(chatIds)
  const positions = new Set(refused)
  const others = good
    .filter((_, at) => positions.has(at))
    .map(({ row }) => problemAt(row, 'number', 'not-your-office'))
  return {
    entered: good.length - others.length,
    problems: [...problems, ...others].sort((a, b) => a.row - b.row),
  }
}
