import { addDays } from '../dates/calendar.ts'

/** The answer library: what officers and bot may say, row by row, with the days it holds and how sure it is. */

/** In the order of the database; the surest first. */
export const CONFIDENCES = ['confirmed', 'law', 'two', 'one', 'unconfirmed', 'contested'] as const
/**
 * `confirmed` by an officer, `law`: a rule says so, `two` independent sources agree, `one` source alone: told with its year.
 * `contested` has sources that disagree: its value is the safe reading. `unconfirmed` is not shown before an officer confirms it.
 */
type Confidence = (typeof CONFIDENCES)[number]

/** Years for which two sources that agree are certain; older ones are told with their year. */
const TRUSTED_YEARS = 3

/** Anything JSON can hold. */
export type FactValue =
  | null
  | boolean
  | number
  | string
  | readonly FactValue[]
  | { readonly [part: string]: FactValue }

/** A row of the answer library. */
export interface Fact {
  /** Dotted and stable (`fee.express`); the unit belongs to the key. */
  readonly key: string
  /** Office code; null: every office. */
  readonly office: string | null
  /** Rupiah, days, hours, `HH:MM`, a word, a list …; null where even a safe reading is missing. */
  readonly value: FactValue
  /** First and last day it holds, `YYYY-MM-DD` in the office's zone; null: open. */
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly source: string
  readonly confidence: Confidence
  /** Year of its newest source; null: undated. */
  readonly year: number | null
  readonly confirmedBy: string | null
  readonly note: string | null
}

/** `announced`: a change said to begin by now that nobody has confirmed; what held before it is still the last that is known. */
type DoubtReason = 'announced' | 'contested' | 'reported'
export type UncertaintyReason = 'missing' | 'expired' | 'unconfirmed' | DoubtReason

/** What is said beside a value that is not certain. `reported`: known from one source, or from old ones, of `year`. */
export interface Doubt {
  readonly reason: DoubtReason
  /** Year of the source; null: undated. */
  readonly year: number | null
}

interface CertainFact {
  readonly sure: true
  readonly value: FactValue
  readonly fact: Fact
}

interface UncertainFact {
  readonly sure: false
  readonly reason: UncertaintyReason
  /** What is reported, the safe reading of a contested fact, or what held before an announced change: shown only with the doubt. */
  readonly fallback: FactValue
  readonly fact: Fact | null
}

/** What the library answers: a value that may be told, or why there is none. */
export type FactLookup = CertainFact | UncertainFact

/**
 * What the library says of `key` for an office on a day (`YYYY-MM-DD` in that office's zone).
 * A row of the office beats one for all; among those the one that began last counts.
 */
export function lookUpFact(
  facts: readonly Fact[],
  key: string,
  office: string | null,
  day: string,
): FactLookup {
  const rows = rowsOf(facts, key).filter((fact) => fact.office === null || fact.office === office)
  const valid = rows.filter((fact) => holdsOn(fact, day))
  const fact = newest(valid.filter((row) => row.office !== null)) ?? newest(valid)
  if (!fact) {
    const over = rows.some((row) => row.validTo !== null && row.validTo < day)
    return { sure: false, reason: over ? 'expired' : 'missing', fallback: null, fact: null }
  }
  if (fact.confidence === 'unconfirmed') return unconfirmed(facts, fact, office, day)
  if (isCertain(fact, day)) return { sure: true, value: fact.value, fact }
  const reason = fact.confidence === 'contested' ? 'contested' : 'reported'
  return { sure: false, reason, fallback: fact.value, fact }
}

/** Certain is what an officer confirmed, what a rule says, and what two sources say that are not old. */
export function isCertain({ confidence, year }: Pick<Fact, 'confidence' | 'year'>, day: string): boolean {
  if (confidence === 'two') return year === null || Number(day.slice(0, 4)) - year <= TRUSTED_YEARS
  return confidence === 'confirmed' || confidence === 'law'
}

/** What has to be said beside the value; null where it is certain or there is none. */
export function doubtOf(picked: FactLookup): Doubt | null {
  if (picked.sure || picked.fallback === null || !isDoubt(picked.reason)) return null
  return { reason: picked.reason, year: picked.fact?.year ?? null }
}

function isDoubt(reason: UncertaintyReason): reason is DoubtReason {
  return reason === 'announced' || reason === 'contested' || reason === 'reported'
}

/** May it be told, be it with the year of its source? Sources disagree on nothing here, and no change is announced. */
export function isTellable(picked: FactLookup): boolean {
  return picked.sure || picked.reason === 'reported'
}

const byKey = new WeakMap<readonly Fact[], Map<string, Fact[]>>()

/** Rows of one key: a turn looks up dozens, and a library holds hundreds that are the same for every turn. */
function rowsOf(facts: readonly Fact[], key: string): readonly Fact[] {
  let known = byKey.get(facts)
  if (!known) {
    known = new Map()
    for (const fact of facts) known.set(fact.key, [...(known.get(fact.key) ?? []), fact])
    byKey.set(facts, known)
  }
  return known.get(key) ?? []
}

/** A rule that begins on a day ends nothing before somebody has confirmed it: what holds without it, or held on its eve, is the last that is known. */
function unconfirmed(facts: readonly Fact[], fact: Fact, office: string | null, day: string): UncertainFact {
  if (fact.validFrom === null) return { sure: false, reason: 'unconfirmed', fallback: null, fact }
  const others = rowsOf(facts, fact.key).filter((row) => row !== fact)
  const otherwise = [day, addDays(fact.validFrom, -1)].map((on) => lookUpFact(others, fact.key, office, on))
  const fallback = otherwise.map(safeValue).find((value) => value !== null) ?? null
  return { sure: false, reason: fallback === null ? 'unconfirmed' : 'announced', fallback, fact }
}

function holdsOn(fact: Fact, day: string): boolean {
  return (fact.validFrom === null || fact.validFrom <= day) && (fact.validTo === null || day <= fact.validTo)
}

function newest(rows: readonly Fact[]): Fact | undefined {
  return rows.reduce<Fact | undefined>(
    (best, row) => (best === undefined || (row.validFrom ?? '') >= (best.validFrom ?? '') ? row : best),
    undefined,
  )
}

/** The value if it is sure or reported, the safe reading if it is contested, else null: for rules that must go on with the safe side. */
export function safeValue(picked: FactLookup): FactValue {
  return picked.sure ? picked.value : picked.fallback
}

/** `safeValue` where a number is expected. */
export function safeNumber(picked: FactLookup): number | null {
  const value = safeValue(picked)
  return typeof value === 'number' ? value : null
}

/** `safeValue` where a list of words is expected; empty when there is none. */
export function safeList(picked: FactLookup): readonly string[] {
  const value = safeValue(picked)
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
