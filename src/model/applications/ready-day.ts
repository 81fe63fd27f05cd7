import { addWorkingDays, type Holidays } from '../dates/calendar.ts'
import { lookUpFact, safeNumber, type Fact } from '../facts/fact.ts'

type ExpectedReadyDay =
  | {
      readonly day: string
      /** Working days it takes. */
      readonly workingDays: number
      /** False: the usual term, this office may differ (to be said). */
      readonly sure: boolean
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
  return { day, workingDays, sure: picked.sure, estimate }
}
