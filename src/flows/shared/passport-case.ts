import type { AgeBandLimits } from '../../model/dates/birth.ts'
import { safeNumber } from '../../model/facts/fact.ts'
import { extractCase, type CaseEntities } from '../../model/understanding/case.ts'
import { findFact } from './facts.ts'
import type { StepContext } from '../engine/context.ts'

/** A person's words about a passport, read with the age limits of their office. `asked`: the question was for whom. */
export function passportCaseIn(at: StepContext<unknown>, words: string, asked = false): CaseEntities {
  return extractCase(words, limitsAt(at), asked)
}

/** Where age bands change at the office; null where one of them is not known. */
function limitsAt(at: StepContext<unknown>): AgeBandLimits | null {
  const of = (key: string) => safeNumber(findFact(at, key))
  const toddler = of('priority.toddler.age')
  const adult = of('adult.age')
  const elderly = of('priority.elderly.age')
  return toddler === null || adult === null || elderly === null ? null : { toddler, adult, elderly }
}
