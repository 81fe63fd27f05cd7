/** Lists from outside, read row by row: however long they are, little of them is in memory. */

/** One line of a list; cells by position, as text. */
export interface SheetRow {
  /** Line of the file, counted from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface Sheet {
  /** Every line that is not empty, the first being the names of the columns. */
  rows(): AsyncIterable<SheetRow>
}

/** The file as a whole cannot be taken; the message says what to do about it and holds nothing of what stands in it. */
export class SheetRefused extends Error {
  override readonly name = 'SheetRefused'
}

/** Remembers what an import has met, outside of this process's memory. */
export interface SeenKeys {
  /** Positions of the keys that were met before, also earlier among these. */
  add(keys: readonly string[]): Promise<ReadonlySet<number>>
  close(): Promise<void>
}
