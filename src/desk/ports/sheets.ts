import type { Readable } from 'node:stream'

/** Lists from outside, read row by row: however long they are, little of them is in memory. */

/** One line of a list; cells by position, as text. */
export interface SheetRow {
  /** Line of the file, counted from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** A list, read row by row from its beginning. */
export interface Sheet {
  /** Every line that is not empty, the first being the names of the columns. Throws SheetError where the list stops being one. */
  rows(): AsyncIterable<SheetRow>
}

/** `csv`: text with separators; `xlsx`: an Excel workbook. */
export const SHEET_KINDS = ['csv', 'xlsx'] as const
/** A kind of list that can be read. */
export type SheetKind = (typeof SHEET_KINDS)[number]

/** Bytes that can be read from the beginning as often as needed. */
export interface SheetBytes {
  readonly size: number
  open(): Readable
}

/** Lists as files. */
export interface SheetFiles {
  /** Rejects with SheetError when the bytes cannot be read as a list of this kind. */
  open(bytes: SheetBytes, kind: SheetKind): Promise<Sheet>
  /** Keeps what arrives for as long as `use` runs, and not after it, also when this process is killed. Rejects with SheetError for more than `most` bytes, and with whatever `use` rejects with. */
  withUpload<T>(
    arriving: AsyncIterable<Uint8Array>,
    most: number,
    use: (bytes: SheetBytes) => Promise<T>,
  ): Promise<T>
}

/** Why a file as a whole cannot be taken. */
type SheetErrorReason =
  | 'list-empty'
  | 'list-too-large'
  | 'list-cut-off'
  | 'not-text'
  | 'not-csv'
  | 'not-workbook'
  | 'workbook-too-large'
  | 'rows-unclear'
  | 'columns-missing'
  | 'columns-twice'

/** What belongs to a SheetError. */
interface SheetErrorDetails {
  /** Our names of the columns it is about. */
  readonly missing?: readonly string[]
  readonly twice?: readonly string[]
  /** Titles that are none of ours. */
  readonly unknown?: readonly string[]
  readonly line?: number
}

/** The file as a whole cannot be taken; the message says what to do about it and holds nothing of what stands in its rows. */
export class SheetError extends Error {
  override readonly name = 'SheetError'
  readonly reason: SheetErrorReason
  readonly details: SheetErrorDetails
  constructor(reason: SheetErrorReason, message: string, details: SheetErrorDetails = {}) {
    super(message)
    this.reason = reason
    this.details = details
  }
}

/** Remembers what an import has met, outside of this process's memory. Rejects when the database cannot be reached. */
export interface SeenKeys {
  /** Positions of the keys that were met before, also earlier among these. */
  add(keys: readonly string[]): Promise<ReadonlySet<number>>
  close(): Promise<void>
}
