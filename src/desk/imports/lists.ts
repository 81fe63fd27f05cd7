import {
  APPLICATION_COLUMNS,
  parseApplicationRow,
  type ApplicationEntry,
} from '../../model/imports/application-row.ts'
import { QUOTA_COLUMNS, parseQuotaRow, type QuotaEntry } from '../../model/imports/quota-row.ts'
import type { RowContext } from '../../model/imports/row.ts'
import { importSheet, type ImportPlan, type ImportSummary } from './sheet.ts'
import type { Encryption } from '../ports/encryption.ts'
import type { EntrySource, RegistryStore } from '../ports/registry.ts'
import type { SeenKeys, Sheet } from '../ports/sheets.ts'

/** The lists that can be brought in. */
export const LISTS = ['applications', 'quota'] as const
/** Name of a list that can be brought in. */
export type ListName = (typeof LISTS)[number]

/** The columns of each list, by our names. */
export const LIST_COLUMNS = { applications: APPLICATION_COLUMNS, quota: QUOTA_COLUMNS } as const

/** Who brings a list in, and into what. */
export interface ListContext {
  readonly store: RegistryStore
  readonly encryption: Pick<Encryption, 'hash'>
  readonly rowContext: RowContext
  readonly source: EntrySource
  readonly seen: SeenKeys
  /** Look only: nothing is entered. */
  readonly dry: boolean
  readonly onIssue: ImportPlan<unknown>['onIssue']
  /** Told of chats to be woken. */
  readonly wake: (chatIds: readonly string[]) => void
}

/** Brings a list in, or looks what would happen. Rejects with SheetError, before any row is entered, when its columns are wrong. */
export function importList(list: ListName, sheet: Sheet, context: ListContext): Promise<ImportSummary> {
  return list === 'quota'
    ? importSheet(sheet, quotaPlan(context))
    : importSheet(sheet, applicationPlan(context))
}

function applicationPlan(context: ListContext): ImportPlan<ApplicationEntry> {
  const { store, encryption, rowContext, source, seen, dry, onIssue, wake } = context
  return {
    columns: APPLICATION_COLUMNS,
    read: (row) => parseApplicationRow(row, rowContext),
    keyOf: (entry) => encryption.hash('import', entry.number),
    async enter(entries) {
      if (dry) return store.othersApplications(entries, source.office)
      const { refused, chatIds } = await store.enterApplications(entries, source)
      wake(chatIds)
      return refused
    },
    seen,
    onIssue,
  }
}

function quotaPlan({ store, rowContext, source, seen, dry, onIssue }: ListContext): ImportPlan<QuotaEntry> {
  return {
    columns: QUOTA_COLUMNS,
    read: (row) => parseQuotaRow(row, rowContext),
    keyOf: ({ office, unit, lane, day, half }) => [office, unit, lane, day, half].join(),
    async enter(entries) {
      if (!dry) await store.enterFigures(entries, source)
      return []
    },
    seen,
    onIssue,
  }
}
