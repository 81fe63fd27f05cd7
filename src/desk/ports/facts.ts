import type { Fact } from '../../model/facts/fact.ts'
import type { OfficerName } from './tickets.ts'

/** A row of the answer library with its history. Moments are ms since epoch, days `YYYY-MM-DD` in the office's zone. */
export interface FactRow extends Fact {
  readonly id: string
  /** Null: it came with the program. */
  readonly createdBy: OfficerName | null
  readonly createdAt: number
  readonly confirmedAt: number | null
  readonly retiredAt: number | null
  /** The row it took the place of. */
  readonly replaces: string | null
}

/** A row to be written; `createdBy` is an officer's id. */
export interface NewFact extends Fact {
  readonly id: string
  readonly createdBy: string
  readonly confirmedAt: number | null
  readonly replaces: string | null
}

/** What is written together: all of it, or nothing when one of `retired` is no longer in force. */
export interface FactChange {
  readonly at: number
  readonly by: string
  readonly retired: readonly string[]
  readonly added: readonly NewFact[]
}

/** All reject when the database cannot be reached. */
export interface FactStore {
  /** Rows in force, past and to come; with `history` those that were retired too. By key, office, first day. */
  list(history: boolean): Promise<readonly FactRow[]>
  /** Null when there is no such row; one that was retired is found. */
  find(id: string): Promise<FactRow | null>
  /** False: somebody else was first. */
  change(change: FactChange): Promise<boolean>
  /** False: it is not in force any more. */
  confirm(id: string, by: string, at: number): Promise<boolean>
}
