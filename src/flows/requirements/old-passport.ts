import { readYear } from '../../model/understanding/answers/year.ts'
import { mentionsAbroad } from '../../model/understanding/case.ts'
import type { StepContext } from '../engine/context.ts'
import { factNumber, officeOf, todayAt } from '../shared/facts.ts'

/** Where and when the passport to be renewed was made: on that depends how many papers are needed. */

/** A passport made before or since the year from which an old one is enough; a year between says nothing. */
export function madeIn(at: StepContext<unknown>, text: string): string | undefined {
  if (mentionsAbroad(text)) return 'abroad'
  const limit = factNumber(at, 'replace.issued-after')
  const range = readYear(text, todayAt(at, officeOf(at)))
  if (!range || typeof limit !== 'number') return undefined
  if (range.from !== null && range.from >= limit) return 'recent'
  return range.to !== null && range.to < limit ? 'early' : undefined
}
