import {
  APPLICATION_COLUMNS,
  QUOTA_COLUMNS,
  readApplicationRow,
  readQuotaRow,
  type ApplicationEntry,
  type QuotaEntry,
  type RowsWorld,
} from '../../model/registry-rows.ts'
import { importSheet, type ImportPlan, type ImportSummary } from './sheet.ts'
import type { Seal } from '../ports/channel.ts'
import type { EnteredBy, RegistryBook } from '../ports/registry.ts'
import type { SeenKeys, Sheet } from '../ports/sheets.ts'

/** The lists that can be brought in. */
export const LISTS = ['applications', 'quota'] as const
export type ListName = (typeof LISTS)[number]

/** The columns of each list, by our names. */
export const LIST_COLUMNS = { applications: APPLICATION_COLUMNS, quota: QUOTA_COLUMNS } as const

/** Who brings a list in, and into what. */
export interface ListSetting {
  readonly book: RegistryBook
  readonly seal: Pick<Seal, 'hash'>
  readonly world: RowsWorld
  readonly source: EnteredBy
  readonly seen: SeenKeys
  /** Look only: nothing is entered. */
  readonly dry: boolean
  readonly note: ImportPlan<unknown>['note']
  /** Told of chats to be woken. */
  readonly wake: (chatIds: readonly string[]) => void
}

/** Brings a list in, or looks what would happen. Throws SheetRefused, before any row is entered, when its columns are wrong. */
export function importList(list: ListName, sheet: Sheet, setting: ListSetting): Promise<ImportSummary> {
  return list === 'quota'
    ? importSheet(sheet, quotaPlan(setting))
    : importSheet(sheet, applicationPlan(setting))
}

function applicationPlan(setting: ListSetting): ImportPlan<ApplicationEntry> {
  const { book, seal, world, source, seen, dry, note, wake } = setting
  return {
    columns: APPLICATION_COLUMNS,
    read: (row) => readApplicationRow(row, world),
    keyOf: (entry) => seal.hash('import', entry.number),
    async enter(entries) {
      if (dry) return book.othersApplications(entries, source.office)
      const { refused, chatIds } = await book.enterApplications(entries, source)
      wake(chatIds)
      return refused
    },
    seen,
    note,
  }
}

function quotaPlan({ book, world, source, seen, dry, note }: ListSetting): ImportPlan<QuotaEntry> {
  return {
    columns: QUOTA_COLUMNS,
    read: (row) => readQuotaRow(row, world),
    keyOf: ({ office, unit, lane, day, half }) => [office, unit, lane, day, half].join(),
    async enter(entries) {
      if (!dry) await book.enterFigures(entries, source)
      return []
    },
    seen,
    note,
  }
}
