import type { ApplicationView } from '../../flows/engine/conversation.ts'
import type { QuotaFigure } from '../../model/quota/figures.ts'
import type { ApplicationEntry } from '../../model/imports/application-row.ts'
import type { QuotaEntry } from '../../model/imports/quota-row.ts'

/** Where applications and places are known. Days are `YYYY-MM-DD`, moments ms since epoch by the app's clock. */

export interface ApplicationQuery {
  /** As read by `readApplicationNumber`. */
  readonly number: string
  /** The proof of identity. */
  readonly birth: string
}

/** Places left at these offices (their codes). */
interface FiguresQuery {
  readonly offices: readonly string[]
  /** Figures of earlier days are left out. */
  readonly from: string
}

/** Many questions at once, answers in the same order. A source that cannot be reached answers `away`; only our own database may reject. */
export interface Registry {
  /** `unknown`: no such number with that birth date; which of the two was wrong is not told. */
  applications(asks: readonly ApplicationQuery[]): Promise<readonly (ApplicationView | 'unknown' | 'away')[]>
  quotaFigures(asks: readonly FiguresQuery[]): Promise<readonly (readonly QuotaFigure[] | 'away')[]>
}

/**
 * What is watched in a registry that sends no news and has to be asked again. A thing that is due is given to one caller only.
 * All reject when our own database cannot be reached.
 */
export interface RegistryWatches {
  /** Applications somebody watches on this day that were not asked for so long (ms), the longest first. */
  dueApplications(day: string, everyMs: number, limit: number): Promise<readonly ApplicationQuery[]>
  /** News into the inbox of those who were told another status. Returns the chats to be woken. */
  notifyApplicationWatchers(views: readonly ApplicationView[]): Promise<readonly string[]>
  /** Offices somebody watches on this day that were not asked for so long (ms). */
  dueOffices(day: string, everyMs: number, limit: number): Promise<readonly string[]>
  /** Waves for those who watch the office and have not heard of this opening; `figures` are all there are, none: it is full. */
  notifyQuotaWatchers(office: string, figures: readonly QuotaFigure[], at: number): Promise<void>
}

/** Wrong guesses at applications, counted for each chat (see model/applications/attempts). Rejects when the database cannot be reached. */
export interface LookupAttempts {
  /** Which of these chats may not try now. */
  locked(chatIds: readonly string[]): Promise<ReadonlySet<string>>
  /** Wrong ones are counted; a right one forgets the chat's earlier tries. */
  record(wrong: readonly string[], right: readonly string[]): Promise<void>
}

/** What an entry caused. */
export interface EntryResult {
  /** Positions of rows that were left out, because the application belongs to an office out of scope. */
  readonly refused: readonly number[]
  /** Chats with a new inbox row: to be woken. */
  readonly chatIds: readonly string[]
}

/** Who enters rows, when, and for which office. */
export interface EntrySource {
  /** An officer's id, or the name of an import. */
  readonly by: string
  readonly at: number
  /** Applications of other offices are not touched; null: all. */
  readonly office: string | null
}

/** An application as officers see it: no name in full, and the number only because they typed it. */
export interface ApplicationRecord extends ApplicationView {
  readonly number: string
  readonly enteredBy: string
}

/** A figure as officers see it. */
export interface QuotaRecord extends QuotaFigure {
  readonly enteredBy: string
}

/** Our own tables, as officers, imports and other systems fill them. All reject when the database cannot be reached. */
export interface RegistryStore {
  /** All rows in one statement; of rows of the same number the last counts. Watchers get their news in the same statement. */
  enterApplications(rows: readonly ApplicationEntry[], source: EntrySource): Promise<EntryResult>
  /** Positions of rows that `enterApplications` would leave out for this office; none for who works everywhere. */
  othersApplications(rows: readonly ApplicationEntry[], office: string | null): Promise<readonly number[]>
  /** All figures, and the waves of watchers to be told, in one transaction. */
  enterFigures(rows: readonly QuotaEntry[], source: EntrySource): Promise<void>
  /** Null also when it is another office's. */
  application(number: string, office: string | null): Promise<ApplicationRecord | null>
  /** Figures of one office, or of all, from a day on; at most `limit`. */
  quota(office: string | null, from: string, limit: number): Promise<readonly QuotaRecord[]>
}
