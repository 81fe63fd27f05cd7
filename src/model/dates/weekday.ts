/** Days of the week, Monday first, under the names that facts and rules have for them. */

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** Where a day (`YYYY-MM-DD`) stands in its week: 0 Monday … 6 Sunday. */
export function weekdayNumber(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** The weekday of a day (`YYYY-MM-DD`). */
export function weekdayOf(day: string): Weekday {
  return WEEKDAYS[weekdayNumber(day)]!
}
