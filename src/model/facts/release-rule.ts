import { WEEKDAYS, type Weekday } from '../dates/weekday.ts'
import { isDate, isTime, partsOf } from './values.ts'
import type { FactValue } from './fact.ts'

/** When an office opens new places in the app: a rule per office that changes, kept as the fact `quota.release`. */

export const QUOTA_RELEASE_KEY = 'quota.release'

/** `time` is `HH:MM` in the office's zone; without it the hour is not known. */
export type QuotaReleaseRule =
  | { readonly opens: 'weekly'; readonly weekday: Weekday; readonly time?: string }
  /** On the last working day of each month. */
  | { readonly opens: 'month-end'; readonly time?: string }
  /** Once, on a day that was announced. */
  | { readonly opens: 'once'; readonly day: string; readonly time?: string }
  /** Always open this many months ahead: no moment to wait for. */
  | { readonly opens: 'rolling'; readonly months: number }
  /** The office decides each time. */
  | { readonly opens: 'announced' }

/** The ways in which offices open places, the commonest first. */
export const RELEASE_SCHEDULES = ['weekly', 'month-end', 'once', 'rolling', 'announced'] as const

const PARTS: Readonly<Record<QuotaReleaseRule['opens'], readonly string[]>> = {
  weekly: ['weekday', 'time'],
  'month-end': ['time'],
  once: ['day', 'time'],
  rolling: ['months'],
  announced: [],
}

/** The value of `quota.release` as a rule; null when it is none. */
export function parseReleaseRule(value: FactValue): QuotaReleaseRule | null {
  const rule = partsOf(value)
  const opens = RELEASE_SCHEDULES.find((one) => one === rule?.['opens'])
  if (!rule || !opens) return null
  const { opens: _, ...parts } = rule
  const fits = Object.entries(parts).every(
    ([part, given]) => PARTS[opens].includes(part) && isPart(part, given),
  )
  const whole = PARTS[opens].every((part) => part === 'time' || part in parts)
  return fits && whole ? (rule as QuotaReleaseRule) : null
}

function isPart(part: string, given: FactValue): boolean {
  if (part === 'weekday') return WEEKDAYS.some((day) => day === given)
  if (part === 'time') return isTime(given)
  if (part === 'day') return isDate(given)
  return Number.isInteger(given) && Number(given) > 0
}
