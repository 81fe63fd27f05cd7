import type { ReadyAnswer } from '../../model/facts/ready-answer.ts'
import type { Officer } from '../../model/officer.ts'
import type { FactRow } from '../ports/facts.ts'
import { libraryOf, mayChange, today, type FactsDeps } from './context.ts'
import { answersUsing } from './ready-answers.ts'

/** Which rows of the library; what is left out does not narrow. */
export interface FactFilter {
  /** The key or its beginning. */
  readonly key?: string | undefined
  /** Rows of this office, with those for all. */
  readonly office?: string | undefined
  readonly topic?: string | undefined
  readonly history?: boolean | undefined
}

/** A row with where it is used, and whether it holds today in its office's zone. */
export interface FactView {
  readonly row: FactRow
  readonly holds: 'now' | 'later' | 'over' | 'retired'
  /** Ids of the ready answers it is part of. */
  readonly answers: readonly string[]
  readonly mayChange: boolean
}

/** The row as this officer sees it. */
export function factView(row: FactRow, officer: Officer, deps: FactsDeps): FactView {
  return {
    row,
    holds: holdsOn(row, today(deps, row.office)),
    answers: answersUsing(libraryOf(deps).answers, row.key).map(({ id }) => id),
    mayChange: mayChange(officer, row.office),
  }
}

/** Rows that pass the filter, in the store's order. Rejects when the store does. */
export async function listFacts(
  officer: Officer,
  { key = '', office, topic, history = false }: FactFilter,
  deps: FactsDeps,
): Promise<readonly FactView[]> {
  const { answers } = libraryOf(deps)
  const keys = topic && new Set(answers.filter((row) => row.topic === topic).flatMap(keysOf))
  const rows = await deps.store.list(history)
  return rows
    .filter((row) => row.key.startsWith(key) && (!keys || keys.has(row.key)))
    .filter((row) => !office || row.office === null || row.office === office)
    .map((row) => factView(row, officer, deps))
}

function keysOf({ id, facts }: ReadyAnswer): string[] {
  return [`say.${id}`, ...facts.map(({ key }) => key)]
}

function holdsOn({ retiredAt, validFrom, validTo }: FactRow, day: string): FactView['holds'] {
  if (retiredAt !== null) return 'retired'
  if (validFrom !== null && validFrom > day) return 'later'
  return validTo !== null && validTo < day ? 'over' : 'now'
}
