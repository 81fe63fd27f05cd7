import { WEEKDAYS } from '../dates/weekday.ts'
import { isDate, isPassportKind, isTime, partsOf, type FactParts } from './values.ts'
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
  const sample = kin.map(partsOf).find((parts) => parts !== null)
  return sample === undefined || key.startsWith('say.') || isSpan(value, sample) ? null : 'span'
}

function isWeek(value: FactValue): boolean {
  const days = Object.entries(partsOf(value) ?? {})
  const known = days.every(([day, times]) => WEEKDAYS.some((name) => name === day) && isDay(times))
  return days.length > 0 && known
}

function isDay(times: FactValue): boolean {
  if (!Array.isArray(times) || times.length !== 2) return false
  const [from, to]: readonly unknown[] = times
  return isTime(from) && isTime(to) && from < to
}

function isChoice(value: FactValue): boolean {
  const kinds = Array.isArray(value) ? value : []
  const known = kinds.every((kind) => isPassportKind(kind))
  return kinds.length > 0 && known && new Set(kinds).size === kinds.length
}

/** `{ from, to }` or `{ least, most }`: the parts the key has always had, of their own kind, the first not above the second. */
function isSpan(value: FactValue, sample: FactParts): boolean {
  const parts = partsOf(value)
  if (parts === null || Object.keys(parts).length !== Object.keys(sample).length) return false
  const values = orderedParts(sample).flatMap(([part, known]) => likeKnown(parts[part] ?? null, known) ?? [])
  const isWhole = values.length === Object.keys(sample).length
  return isWhole && values.every((one, at) => one >= (values[at - 1] ?? one))
}

/** The value if it is of the kind the part has always had: a time, a day or a number. */
function likeKnown(value: FactValue, known: FactValue): string | number | null {
  if (isTime(known)) return isTime(value) ? value : null
  if (typeof known === 'string') return isDate(value) ? value : null
  return typeof value === 'number' ? value : null
}
