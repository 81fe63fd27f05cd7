import { momentIn } from './dates-moment.ts'
import { addDays, dayIn, isWorkingDay, weekday, type Holidays } from './clock.ts'
import type { Confidence } from './fact.ts'

/** When an office opens new places in the app: a rule per office that changes, with source and date. */

export type ReleasePattern =
  /** Every week on a weekday (0 Sunday … 6 Saturday). */
  | { readonly kind: 'weekly'; readonly weekday: number }
  /** On the last working day of each month. */
  | { readonly kind: 'month-end' }
  /** Once, on a day that was announced. */
  | { readonly kind: 'once'; readonly day: string }
  /** Always open this many months ahead: no moment to wait for. */
  | { readonly kind: 'rolling'; readonly months: number }
  /** The office decides each time. */
  | { readonly kind: 'announced' }

export interface ReleaseRule {
  /** null: every office. */
  readonly office: string | null
  readonly unit: 'office' | 'ulp' | 'mpp' | 'ukk'
  readonly lane: 'regular' | 'express' | 'priority' | 'bap'
  readonly pattern: ReleasePattern
  /** `HH:MM` in `zone`; null: the hour is not known. */
  readonly time: string | null
  readonly zone: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly source: string
  readonly confidence: Confidence
  readonly confirmedBy: string | null
  readonly note: string | null
}

export interface Release {
  readonly day: string
  /** ms; null when the hour is not known. */
  readonly at: number | null
  /** That day is a holiday: the office may open earlier or later. */
  readonly holiday: boolean
}

/** The rule that holds for an office's lane on a day: its own before the one for all, then the one that began last. */
export function releaseRule(
  rules: readonly ReleaseRule[],
  office: string,
  lane: ReleaseRule['lane'],
  day: string,
): ReleaseRule | null {
  const holding = rules.filter(
    (rule) =>
      rule.lane === lane &&
      (rule.office === null || rule.office === office) &&
      (rule.validFrom === null || rule.validFrom <= day) &&
      (rule.validTo === null || day <= rule.validTo),
  )
  const rank = (rule: ReleaseRule) => `${rule.office === null ? 0 : 1}${rule.validFrom ?? ''}`
  return holding.sort((a, b) => (rank(a) < rank(b) ? 1 : -1))[0] ?? null
}

/** The next opening after `now` (ms); null when the rule names none. A day without an hour counts until it is over. */
export function nextRelease(rule: ReleaseRule, now: number, holidays: Holidays): Release | null {
  const today = dayIn(rule.zone, now)
  const ahead = (day: string): Release => ({
    day,
    at: rule.time === null ? null : momentIn(rule.zone, day, rule.time),
    holiday: !isWorkingDay(day, holidays),
  })
  for (const day of daysOf(rule.pattern, today, holidays)) {
    const release = ahead(day)
    if (release.at === null ? day >= today : release.at > now) return release
  }
  return null
}

/** The nearest days a pattern names: enough that one of them lies ahead. */
function daysOf(pattern: ReleasePattern, today: string, holidays: Holidays): readonly string[] {
  if (pattern.kind === 'once') return [pattern.day]
  if (pattern.kind === 'month-end') return [0, 1].map((months) => lastWorkingDay(today, months, holidays))
  if (pattern.kind !== 'weekly') return []
  const first = addDays(today, (pattern.weekday - weekday(today) + 7) % 7)
  return [first, addDays(first, 7)]
}

function lastWorkingDay(today: string, monthsAhead: number, holidays: Holidays): string {
  const month = Number(today.slice(5, 7)) - 1 + monthsAhead
  const end = new Date(Date.UTC(Number(today.slice(0, 4)), month + 1, 0)).toISOString().slice(0, 10)
  let day = end
  while (!isWorkingDay(day, holidays)) day = addDays(day, -1)
  return day
}
