import { dayIn, type Holidays } from '../dates/calendar.ts'
import { timeIn } from '../dates/time-zone.ts'
import { weekdayOf } from '../dates/weekday.ts'
import { isDate, partsOf } from '../facts/values.ts'
import { lookUpFact, safeValue, type Fact, type FactValue, type FactLookup } from '../facts/fact.ts'

/** When an office is open, in its own zone: weekly hours, Ramadan hours, holidays. */

interface OpeningHours {
  /** `HH:MM` */
  readonly from: string
  readonly to: string
}

/** How a day stands in the calendar of an office. */
export type DayHours =
  | { readonly open: true; readonly hours: OpeningHours; readonly sure: boolean; readonly ramadan: boolean }
  | { readonly open: false; readonly reason: 'weekend' | 'closed' }
  | { readonly open: false; readonly reason: 'holiday'; readonly holiday: string; readonly sure: boolean }
  /** The library has no hours that may be shown. */
  | { readonly open: 'unknown' }

/** Hours of an office on a day (`YYYY-MM-DD` in its zone). Estimated holidays are said not to be sure. */
export function hoursOn(day: string, facts: readonly Fact[], office: string, holidays: Holidays): DayHours {
  const holiday = holidays.get(day)
  if (holiday)
    return { open: false, reason: 'holiday', holiday: holiday.name, sure: holiday.status === 'certain' }
  const ramadan = inRamadan(day, facts, office)
  const special = ramadan === 'no' ? null : weekOf(lookUpFact(facts, 'hours.ramadan', office, day))
  const week = special ?? weekOf(lookUpFact(facts, 'hours.open', office, day))
  const name = weekdayOf(day)
  const hours = week?.hours[name]
  const weekend = name === 'sat' || name === 'sun'
  if (!week) return weekend ? { open: false, reason: 'weekend' } : { open: 'unknown' }
  if (!hours) return { open: false, reason: weekend ? 'weekend' : 'closed' }
  // in the fasting month usual hours are shortened: what is not known for it is not sure
  const sure = week.sure && (ramadan === 'no' || (ramadan === 'yes' && special !== null))
  return { open: true, hours, sure, ramadan: special !== null }
}

/** How an office stands at a moment. `break`: closed for the midday hour. */
type OpenState = 'before' | 'open' | 'break' | 'after'

/** How the office stands at `now` (ms) by its own clock; null on a closed day, and when the hours are not sure. */
export function openStateAt(
  now: number,
  zone: string,
  facts: readonly Fact[],
  office: string,
  holidays: Holidays,
): OpenState | null {
  const day = dayIn(zone, now)
  const today = hoursOn(day, facts, office, holidays)
  if (today.open !== true || !today.sure) return null
  const time = timeIn(zone, now)
  if (time < today.hours.from) return 'before'
  if (time >= today.hours.to) return 'after'
  const pause = breakHoursOn(day, facts, office)
  return pause && pause.from <= time && time < pause.to ? 'break' : 'open'
}

/** The midday break of a day, where an office has confirmed one. */
export function breakHoursOn(day: string, facts: readonly Fact[], office: string): OpeningHours | null {
  const picked = lookUpFact(facts, 'hours.break', office, day)
  return (picked.sure && weekOf(picked)?.hours[weekdayOf(day)]) || null
}

/** `perhaps`: the month is only reckoned, not confirmed, so its hours are shown as not sure. */
function inRamadan(day: string, facts: readonly Fact[], office: string): 'yes' | 'no' | 'perhaps' {
  const picked = lookUpFact(facts, 'ramadan', office, day)
  const { from, to } = partsOf(picked.fact?.value ?? null) ?? {}
  if (!isDate(from) || !isDate(to) || day < from || to < day) return 'no'
  return picked.sure ? 'yes' : 'perhaps'
}

interface Week {
  readonly hours: Readonly<Record<string, OpeningHours | undefined>>
  readonly sure: boolean
}

/** Weekly hours as stored: `{ mon: ['08:00', '16:00'], … }`; days that are missing are closed. */
function weekOf(picked: FactLookup): Week | null {
  const days = partsOf(safeValue(picked))
  if (days === null) return null
  const hours = Object.entries(days).map(([day, span]) => [day, spanOf(span)] as const)
  return { hours: Object.fromEntries(hours), sure: picked.sure }
}

function spanOf(span: FactValue): OpeningHours | undefined {
  const [from, to]: readonly FactValue[] = Array.isArray(span) ? span : []
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : undefined
}
