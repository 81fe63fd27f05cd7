import { addWorkingDays, type Holidays } from '../dates/calendar.ts'
import { doubtOf, lookUpFact, safeNumber, type Doubt, type Fact } from '../facts/fact.ts'

type ExpectedReadyDay =
  | {
      readonly day: string
      /** Working days it takes. */
      readonly workingDays: number
      /** To be said: where sources disagree it is the usual term, and this office may differ. */
      readonly doubt: Doubt | null
      /** A holiday on the way is only an estimate. */
      readonly estimate: boolean
    }
  | { readonly day: null }

/** When a passport should be ready: working days of the office after the interview was approved on `interview`. */
export function expectedReadyDay(
  interview: string,
  facts: readonly Fact[],
  office: string | null,
  holidays: Holidays,
): ExpectedReadyDay {
  const picked = lookUpFact(facts, 'days.issue', office, interview)
  const workingDays = safeNumber(picked)
  if (workingDays === null) return { day: null }
  const day = addWorkingDays(interview, workingDays, holidays)
  const estimate = [...holidays.values()].some(
    ({ date, status }) => status === 'estimate' && interview < date && date <= day,
  )
  return { day, workingDays, doubt: doubtOf(picked), estimate }
}
