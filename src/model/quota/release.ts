import { addDays, dayIn, isWorkingDay, type Holidays } from '../dates/calendar.ts'
import { momentIn } from '../dates/time-zone.ts'
import { WEEKDAYS, weekdayNumber } from '../dates/weekday.ts'
import type { QuotaReleaseRule } from '../facts/release-rule.ts'

/** The days on which an office opens new places, by the rule it has given. */

interface QuotaRelease {
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
