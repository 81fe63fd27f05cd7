import type { BandLimits } from '../../model/dates-birth.ts'
import { safeNumber } from '../../model/fact.ts'
import { caseSaid, type CaseSaid } from '../../model/understanding-case.ts'
import { factFor } from './facts.ts'
import type { At } from '../engine/flow.ts'

/** A person's words about a passport, read with the age limits of their office. `asked`: the question was for whom. */
export function caseHeard(at: At<unknown>, words: string, asked = false): CaseSaid {
  return caseSaid(words, limitsAt(at), asked)
}

/** Where age bands change at the office; null where one of them is not known. */
function limitsAt(at: At<unknown>): BandLimits | null {
  const of = (key: string) => safeNumber(factFor(at, key))
  const toddler = of('priority.toddler.age')
  const adult = of('adult.age')
  const elderly = of('priority.elderly.age')
  return toddler === null || adult === null || elderly === null ? null : { toddler, adult, elderly }
}
