import { WEEKDAYS } from '../dates/weekday.ts'
import { isDate, isPassportKind, isTime, partsOf } from './values.ts'
import type { FactValue } from './fact.ts'
import { QUOTA_RELEASE_KEY, parseReleaseRule } from './release-rule.ts'

/** What the value of a fact may look like where its kind alone does not say: opening hours, kinds of passport, spans, when places open. */

/** `hours`: a day that closes before it opens. `kinds`: not a choice of those there are. `span`: parts missing or in the wrong order. `release`: no rule for opening places. */
export type ShapeProblem = 'hours' | 'kinds' | 'span' | 'release'

/** Parts in the order people read them: a store may keep them in another. */
const PARTS: readonly string[] = [...WEEKDAYS, 'from', 'to', 'least', 'most']

/** The parts of a value, in the order people read them. */
export function orderedParts<T>(parts: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(parts).toSorted(([a], [b]) => PARTS.indexOf(a) - PARTS.indexOf(b))
}

/** Weekly hours: `{ mon: ['08:00', '16:00'] }`; days that are missing have none. */
export function isWeeklyHours(key: string): boolean {
  return key === 'hours.open' || key === 'hours.ramadan' || key === 'hours.break'
}

/** Why a value does not fit its key; `kin` are values the key has already. */
export function shapeProblem(key: string, value: FactValue, kin: readonly FactValue[]): ShapeProblem | null {
  if (value === null) return null
  if (isWeeklyHours(key)) return isWeek(value) ? null : 'hours'
  if (key === QUOTA_RELEASE_KEY) return parseReleaseRule(value) ? null : 'release'
  if (key === 'kinds.offered') return isChoice(value) ? null : 'kinds'
  const parts = kin.find((one) => partsOf(one) !== null)
  return parts === undefined || key.startsWith('say.') || isSpan(value, parts) ? null : 'span'
}

function isWeek(value: FactValue): boolean {
  const days = Object.entries(partsOf(value) ?? {})
  const known = days.every(([day, times]) => (WEEKDAYS as readonly string[]).includes(day) && isDay(times))
  return days.length > 0 && known
}

function isDay(times: FactValue): boolean {
  return Array.isArray(times) && times.length === 2 && times.every(isTime) && times[0]! < times[1]!
}

function isChoice(value: FactValue): boolean {
  const kinds = Array.isArray(value) ? value : []
  const known = kinds.every((kind) => isPassportKind(kind))
  return kinds.length > 0 && known && new Set(kinds).size === kinds.length
}

/** `{ from, to }` or `{ least, most }`: the parts the key has always had, of their own kind, the first not above the second. */
function isSpan(value: FactValue, sample: FactValue): boolean {
  const [parts, known] = [partsOf(value), partsOf(sample)!]
  if (parts === null || Object.keys(parts).length !== Object.keys(known).length) return false
  const values = orderedParts(known).map(([part]) => parts[part] ?? null)
  const alike = orderedParts(known).every(([, one], at) => isAlike(values[at]!, one))
  return alike && values.every((one, at) => at === 0 || values[at - 1]! <= one!)
}

function isAlike(value: FactValue, sample: FactValue): boolean {
  if (isTime(sample)) return isTime(value)
  if (typeof sample === 'string') return isDate(value)
  return typeof value === 'number'
}
