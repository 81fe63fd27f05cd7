/** Days as offices count them. Pure: a moment comes in as ms since epoch, a day is `YYYY-MM-DD` in an office's zone. */

export interface Holiday {
  readonly date: string
  readonly name: string
  /** `certain` = from the ministers' joint decree; `estimate` = computed, not yet decreed. */
  readonly status: 'certain' | 'estimate'
}

/** Holidays by day. */
export type Holidays = ReadonlyMap<string, Holiday>

const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day at `now` (ms) in `zone`. */
export function dayIn(zone: string, now: number): string {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formats.set(zone, format)
  }
  return format.format(now)
}

/** The day `days` calendar days after `day`. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Weekday of a day: 0 Sunday … 6 Saturday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

export function isWorkingDay(day: string, holidays: Holidays): boolean {
  const weekdayOf = weekday(day)
  return weekdayOf !== 0 && weekdayOf !== 6 && !holidays.has(day)
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
