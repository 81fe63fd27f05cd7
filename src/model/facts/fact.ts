import { addDays } from '../dates/calendar.ts'

/** The answer library: what officers and bot may say, row by row, with the days it holds and how sure it is. */

export const CONFIDENCES = ['confirmed', 'unconfirmed', 'contested'] as const
/** `unconfirmed` is not shown before an officer confirms it; `contested` has sources that disagree: its value is the safe reading. */
type Confidence = (typeof CONFIDENCES)[number]

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
  readonly confirmedBy: string | null
  readonly note: string | null
}

/** `announced`: a change said to begin by now that nobody has confirmed; what held before it is still the last that is known. */
export type UncertaintyReason = 'missing' | 'expired' | 'unconfirmed' | 'contested' | 'announced'

interface CertainFact {
  readonly sure: true
  readonly value: FactValue
  readonly fact: Fact
}

interface UncertainFact {
  readonly sure: false
  readonly reason: UncertaintyReason
  /** The safe reading of a contested fact, or what held before an announced change: to be shown only together with the reason. */
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
  const rows = facts.filter((fact) => fact.key === key && (fact.office === null || fact.office === office))
  const valid = rows.filter((fact) => holdsOn(fact, day))
  const fact = newest(valid.filter((row) => row.office !== null)) ?? newest(valid)
  if (fact?.confidence === 'confirmed') return { sure: true, value: fact.value, fact }
  if (fact?.confidence === 'contested')
    return { sure: false, reason: 'contested', fallback: fact.value, fact }
  if (fact) return unconfirmed(facts, fact, office)
  const over = rows.some((row) => row.validTo !== null && row.validTo < day)
  return { sure: false, reason: over ? 'expired' : 'missing', fallback: null, fact: null }
}

/** A rule that begins on a day ends nothing before somebody has confirmed it: what held on its eve is still the last that is known. */
function unconfirmed(facts: readonly Fact[], fact: Fact, office: string | null): UncertainFact {
  if (fact.validFrom === null) return { sure: false, reason: 'unconfirmed', fallback: null, fact }
  const before = lookUpFact(
    facts.filter((row) => row !== fact),
    fact.key,
    office,
    addDays(fact.validFrom, -1),
  )
  const fallback = safeValue(before)
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

/** The value if it is sure, the safe reading if it is contested, else null: for rules that must go on with the safe side. */
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
