import { dayIn, weekday, type Holidays } from './clock.ts'
import { timeIn } from './dates-moment.ts'
import { pick, type Fact, type FactValue, type Known, type NotSure } from './fact.ts'

/** When an office is open, in its own zone: weekly hours, Ramadan hours, holidays. */

export interface OpenHours {
  /** `HH:MM` */
  readonly from: string
  readonly to: string
}

export type DayHours =
  | { readonly open: true; readonly hours: OpenHours; readonly sure: boolean; readonly ramadan: boolean }
  | { readonly open: false; readonly why: 'weekend' | 'closed' }
  | { readonly open: false; readonly why: 'holiday'; readonly holiday: string; readonly sure: boolean }
  /** The library has no hours that may be shown. */
  | { readonly open: 'unknown' }

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** Hours of an office on a day (`YYYY-MM-DD` in its zone). Estimated holidays are said not to be sure. */
export function hoursOn(day: string, facts: readonly Fact[], office: string, holidays: Holidays): DayHours {
  const holiday = holidays.get(day)
  if (holiday)
    return { open: false, why: 'holiday', holiday: holiday.name, sure: holiday.status === 'certain' }
  const ramadan = inRamadan(day, facts, office)
  const special = ramadan === 'no' ? null : weekOf(pick(facts, 'hours.ramadan', office, day))
  const week = special ?? weekOf(pick(facts, 'hours.open', office, day))
  const name = WEEKDAYS[weekday(day)]!
  const hours = week?.hours[name]
  const weekend = name === 'sat' || name === 'sun'
  if (!week) return weekend ? { open: false, why: 'weekend' } : { open: 'unknown' }
  if (!hours) return { open: false, why: weekend ? 'weekend' : 'closed' }
  // in the fasting month usual hours are shortened: what is not known for it is not sure
  const sure = week.sure && (ramadan === 'no' || (ramadan === 'yes' && special !== null))
  return { open: true, hours, sure, ramadan: special !== null }
}

/** Is the office open at `now` (ms)? null when the hours are not known. */
export function openAt(
  now: number,
  zone: string,
  facts: readonly Fact[],
  office: string,
  holidays: Holidays,
): boolean | null {
  const today = hoursOn(dayIn(zone, now), facts, office, holidays)
  if (today.open !== true) return today.open === 'unknown' ? null : false
  const time = timeIn(zone, now)
  return today.hours.from <= time && time < today.hours.to
}

/** `perhaps`: the month is only reckoned, not confirmed, so its hours are shown as not sure. */
function inRamadan(day: string, facts: readonly Fact[], office: string): 'yes' | 'no' | 'perhaps' {
  const picked = pick(facts, 'ramadan', office, day)
  const term = picked.fact?.value as Partial<OpenHours> | null | undefined
  if (typeof term?.from !== 'string' || typeof term.to !== 'string') return 'no'
  if (day < term.from || term.to < day) return 'no'
  return picked.sure ? 'yes' : 'perhaps'
}

interface Week {
  readonly hours: Readonly<Record<string, OpenHours | undefined>>
  readonly sure: boolean
}

/** Weekly hours as stored: `{ mon: ['08:00', '16:00'], … }`; days that are missing are closed. */
function weekOf(picked: Known | NotSure): Week | null {
  const value = picked.sure ? picked.value : picked.reading
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const hours = Object.entries(value).map(([day, span]) => [day, spanOf(span)] as const)
  return { hours: Object.fromEntries(hours), sure: picked.sure }
}

function spanOf(span: FactValue): OpenHours | undefined {
  if (!Array.isArray(span)) return undefined
  const [from, to] = span as readonly FactValue[]
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : undefined
}
