import { addDays } from '../dates/calendar.ts'
import { shapeProblem, type ShapeProblem } from './shape.ts'
import type { Fact, FactValue } from './fact.ts'

/** Adding to the answer library: what is refused, and what a new row does to the rows before it. */

/** `other-kind`: a number where the key holds a list, and so on. `twice`: same key, office and first day. */
type FactProblem = ShapeProblem | 'unknown-key' | 'other-kind' | 'dates' | 'no-source' | 'twice'

/** Why a row cannot join the library; null when it can. `say.<answer>` keys are an office's own words and always known. */
export function factProblem(facts: readonly Fact[], fact: Fact): FactProblem | null {
  const kin = facts.filter((row) => row.key === fact.key && row.value !== null)
  if (kin.length === 0 && !fact.key.startsWith('say.')) return 'unknown-key'
  if (fact.value !== null && kin.some((row) => kindOf(row.value) !== kindOf(fact.value))) return 'other-kind'
  const shape = shapeProblem(
    fact.key,
    fact.value,
    kin.map(({ value }) => value),
  )
  if (shape !== null) return shape
  if (fact.validFrom !== null && fact.validTo !== null && fact.validTo < fact.validFrom) return 'dates'
  if (fact.source.trim() === '') return 'no-source'
  return facts.some((row) => sameStart(row, fact)) ? 'twice' : null
}

/**
 * The library with one row more. An open-ended row closes the open row before it, so that a new fee is one row with a date
 * and an old one never comes back; a row with a last day (Ramadan hours) only covers it for a while.
 */
export function addFact(facts: readonly Fact[], fact: Fact): readonly Fact[] {
  if (fact.validTo !== null || fact.validFrom === null) return [...facts, fact]
  const eve = addDays(fact.validFrom, -1)
  return [...facts.map((row) => (isBefore(row, fact) ? { ...row, validTo: eve } : row)), fact]
}

function isBefore(row: Fact, fact: Fact): boolean {
  const older = (row.validFrom ?? '') < (fact.validFrom ?? '')
  return row.key === fact.key && row.office === fact.office && row.validTo === null && older
}

function sameStart(row: Fact, fact: Fact): boolean {
  return row.key === fact.key && row.office === fact.office && row.validFrom === fact.validFrom
}

function kindOf(value: FactValue): string {
  return Array.isArray(value) ? 'list' : typeof value
}
