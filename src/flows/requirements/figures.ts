import type { StepContext } from '../engine/context.ts'
import type { Vars } from '../engine/text.ts'
import { factNumber } from '../shared/facts.ts'

/** Figures inside the words of a question of the table or its choices: facts of the answer library. */
const FIGURES: ReadonlyMap<string, string> = new Map([
  ['old', 'replace.issued-after'],
  ['special', 'abg.choice-age'],
])

export function figures(at: StepContext<unknown>, question: string): Vars {
  const key = FIGURES.get(question)
  if (!key) return {}
  const value = factNumber(at, key)
  return { year: value, age: value }
}
