import {
  APPLICATION_COLUMNS,
  parseApplicationRow,
  type ApplicationEntry,
} from '../../model/imports/application-row.ts'
import { QUOTA_COLUMNS, parseQuotaRow, type QuotaEntry } from '../../model/imports/quota-row.ts'
import type { RowContext } from '../../model/imports/row.ts'
import { importSheet, type ImportPlan, type ImportSummary } from './sheet.ts'
import type { Encryption } from '../ports/channel.ts'
import type { EntrySource, RegistryStore } from '../ports/registry.ts'
import type { SeenKeys, Sheet } from '../ports/sheets.ts'

/** The lists that can be brought in. */
export const LISTS = ['applications', 'quota'] as const
export type ListName = (typeof LISTS)[number]

/** The columns of each list, by our names. */
export const LIST_COLUMNS = { applications: APPLICATION_COLUMNS, quota: QUOTA_COLUMNS } as const

/** Who brings a list in, and into what. */
export interface ListContext {
  readonly store: RegistryStore
  readonly encryption: Pick<Encryption, 'hash'>
  readonly world: RowContext
  readonly source: EntrySource
  readonly seen: SeenKeys
  /** Look only: nothing is entered. */
  readonly dry: boolean
  readonly note: ImportPlan<unknown>['onIssue']
  /** Told of chats to be woken. */
  readonly wake: (chatIds: readonly string[]) => void
}

/** Brings a list in, or looks what would happen. Throws SheetRefused, before any row is entered, when its columns are wrong. */
export function importList(list: ListName, sheet: Sheet, setting: ListContext): Promise<ImportSummary> {
  return list === 'quota'
    ? importSheet(sheet, quotaPlan(setting))
    : importSheet(sheet, applicationPlan(setting))
}

function applicationPlan(setting: ListContext): ImportPlan<ApplicationEntry> {
  const { store: book, encryption, world, source, seen, dry, note, wake } = setting
  return {
    columns: APPLICATION_COLUMNS,
    read: (row) => parseApplicationRow(row, world),
    keyOf: (entry) => encryption.hash('import', entry.number),
    async enter(entries) {
      if (dry) return book.othersApplications(entries, source.office)
      const { refused, chatIds } = await book.enterApplications(entries, source)
      wake(chatIds)
      return refused
    },
    seen,
    onIssue: note,
  }
}

function quotaPlan({ store: book, world, source, seen, dry, note }: ListContext): ImportPlan<QuotaEntry> {
  return {
    columns: QUOTA_COLUMNS,
    read: (row) => parseQuotaRow(row, world),
    keyOf: ({ office, unit, lane, day, half }) => [office, unit, lane, day, half].join(),
    async enter(entries) {
      if (!dry) await book.enterFigures(entries, source)
      return []
    },
    seen,
    onIssue: note,
  }
}
