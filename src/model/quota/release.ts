import { momentIn } from '../dates/time-zone.ts'
import { addDays, dayIn, isWorkingDay, type Holidays } from '../dates/calendar.ts'
import { WEEKDAYS, weekdayNumber, type Weekday } from '../dates/weekday.ts'
import { isDate, isTime, partsOf } from '../facts/values.ts'
import type { FactValue } from '../facts/fact.ts'

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

export interface QuotaRelease {
  readonly day: string
  /** ms; null when the hour is not known. */
  readonly at: number | null
  /** That day is a holiday: the office may open earlier or later. */
  readonly holiday: boolean
}

/** The next opening after `now` (ms); null when the rule names none. A day without an hour counts until it is over. */
export function nextRelease(
  rule: QuotaReleaseRule,
  zone: string,
  now: number,
  holidays: Holidays,
): QuotaRelease | null {
  const today = dayIn(zone, now)
  const time = 'time' in rule ? rule.time : undefined
  const ahead = (day: string): QuotaRelease => ({
    day,
    at: time === undefined ? null : momentIn(zone, day, time),
    holiday: !isWorkingDay(day, holidays),
  })
  for (const day of daysOf(rule, today, holidays)) {
    const release = ahead(day)
    if (release.at === null ? day >= today : release.at > now) return release
  }
  return null
}

/** The nearest days a rule names: enough that one of them lies ahead. */
function daysOf(rule: QuotaReleaseRule, today: string, holidays: Holidays): readonly string[] {
  if (rule.opens === 'once') return [rule.day]
  if (rule.opens === 'month-end') return [0, 1].map((months) => lastWorkingDay(today, months, holidays))
  if (rule.opens !== 'weekly') return []
  const ahead = WEEKDAYS.indexOf(rule.weekday) - weekdayNumber(today)
  const first = addDays(today, (ahead + 7) % 7)
  return [first, addDays(first, 7)]
}

function lastWorkingDay(today: string, monthsAhead: number, holidays: Holidays): string {
  const month = Number(today.slice(5, 7)) - 1 + monthsAhead
  const end = new Date(Date.UTC(Number(today.slice(0, 4)), month + 1, 0)).toISOString().slice(0, 10)
  let day = end
  while (!isWorkingDay(day, holidays)) day = addDays(day, -1)
  return day
}
