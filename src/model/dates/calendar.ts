import { wallClock } from './time-zone.ts'
import { weekdayNumber } from './weekday.ts'

/** Days as offices count them. Pure: a moment comes in as ms since epoch, a day is `YYYY-MM-DD` in an office's zone. */

export interface Holiday {
  readonly date: string
  readonly name: string
  /** `certain` = from the ministers' joint decree; `estimate` = computed, not yet decreed. */
  readonly status: 'certain' | 'estimate'
}

/** Holidays by day. */
export type Holidays = ReadonlyMap<string, Holiday>

/** The calendar day at `now` (ms) in `zone`. */
export function dayIn(zone: string, now: number): string {
  return wallClock(zone, now).slice(0, 10)
}

/** The day if the calendar has it (years 1000–9999), else null. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 9999) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same ? date.toISOString().slice(0, 10) : null
}

/** The day `days` calendar days after `day`. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Calendar days from one day to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Monday to Friday, unless it is a holiday. */
export function isWorkingDay(day: string, holidays: Holidays): boolean {
  return weekdayNumber(day) < 5 && !holidays.has(day)
}

/** The day `count` working days after `day`; the day itself does not count (practice of the complaint rules). */
export function addWorkingDays(day: string, count: number, holidays: Holidays): string {
  let left = count
  let at = day
  while (left > 0) {
    at = addDays(at, 1)
    if (isWorkingDay(at, holidays)) left--
  }
  return at
}
