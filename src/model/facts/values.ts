import { weekday } from '../dates/calendar.ts'
import type { FactValue } from './fact.ts'

/** What values of facts are made of. */

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** What facts call the weekday of a day. */
export function weekdayOf(day: string): Weekday {
  return WEEKDAYS[(weekday(day) + 6) % 7]!
}

/** `HH:MM`. */
export function isTime(value: FactValue): value is string {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
}

/** `YYYY-MM-DD`. */
export function isDate(value: FactValue): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
}

/** A value that has parts; null when it has none. */
export function partsOf(value: FactValue): { readonly [part: string]: FactValue } | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  return value as { readonly [part: string]: FactValue }
}
