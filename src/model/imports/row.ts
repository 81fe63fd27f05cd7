import type { StatusDefinition } from '../applications/status.ts'

/** Rows as offices and other systems hand them in: read strictly, refused by field, never guessed. */

/** Why a row is refused; says nothing of what stood there. */
export type RowError =
  | 'missing'
  | 'formula'
  | 'not-a-number'
  | 'rounded-number'
  | 'identity-number'
  | 'not-a-day'
  | 'in-the-future'
  | 'past'
  | 'unknown-status'
  | 'unknown-office'
  | 'not-your-office'
  | 'not-a-count'
  | 'not-known'
  | 'too-long'

/** What a row says, or the first cell that was refused. */
export type ParsedRow<Entry> =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly field: string; readonly reason: RowError }

/** What a row is read against. */
export interface RowContext {
  readonly statuses: readonly StatusDefinition[]
  /** Codes of the offices there are. */
  readonly offices: ReadonlySet<string>
  /** Rows of other offices are refused; null: all may be. */
  readonly office: string | null
  readonly today: string
}

/** A row by column name; absent and empty are the same. */
export type RawRow = Readonly<Record<string, string | undefined>>
