import { addDays, dayIn } from '../dates/calendar.ts'
import { momentIn, MORNING } from '../dates/time-zone.ts'
import {
  doubtOf,
  isTellable,
  lookUpFact,
  safeList,
  safeNumber,
  type Doubt,
  type Fact,
} from '../facts/fact.ts'

/** Changing the visit date: in the app once, the day before at the latest; afterwards only the office can. */

export interface Visit {
  /** `YYYY-MM-DD` in the office's zone. */
  readonly day: string
  readonly office: string
  readonly zone: string
  /** Was the date changed before? */
  readonly changed: boolean
}

export type RescheduleEligibility =
  /** Until the end of `until.day`; `sure` is false where sources disagree and this is the safe reading. */
  | {
      readonly allowed: true
      readonly until: { readonly day: string; readonly time: string }
      readonly doubt: Doubt | null
    }
  | { readonly allowed: false; readonly reason: 'used' | 'too-late' | 'past' | 'unknown' }

/** May the person still change the date in the app at `now` (ms)? */
export function rescheduleEligibility(
  visit: Visit,
  now: number,
  facts: readonly Fact[],
): RescheduleEligibility {
  const today = dayIn(visit.zone, now)
  const before = lookUpFact(facts, 'reschedule.days-before', visit.office, today)
  const days = safeNumber(before)
  const times = safeNumber(lookUpFact(facts, 'reschedule.times', visit.office, today))
  if (visit.day < today) return { allowed: false, reason: 'past' }
  if (days === null || times === null) return { allowed: false, reason: 'unknown' }
  if (visit.changed && times <= 1) return { allowed: false, reason: 'used' }
  const last = addDays(visit.day, -days)
  if (today > last) return { allowed: false, reason: 'too-late' }
  return { allowed: true, until: { day: last, time: '23:59' }, doubt: doubtOf(before) }
}

export const SPECIAL_RESCHEDULE_REASONS = ['absent', 'system', 'covid', 'disaster'] as const
/** Did not come · came but was stopped by a fault of the system · illness of the pandemic · disaster. */
type SpecialRescheduleReason = (typeof SPECIAL_RESCHEDULE_REASONS)[number]

interface SpecialReschedule {
  /** `yes`: the rule names this case; `ask`: only the officer can say. */
  readonly eligible: 'yes' | 'ask'
  /** What to bring; words under `special.bring.<id>`. */
  readonly bring: readonly string[]
}

/** The special change of date at the office. Not coming counts only for those who have not changed the date before. */
export function specialReschedule(
  reason: SpecialRescheduleReason | null,
  visit: Visit,
  facts: readonly Fact[],
  today: string,
): SpecialReschedule {
  const counting = lookUpFact(facts, 'reschedule.special.counts', visit.office, today)
  const named = reason !== null && isTellable(counting) && safeList(counting).includes(reason)
  const bring = safeList(lookUpFact(facts, 'reschedule.special.bring', visit.office, today))
  return { eligible: named && !(reason === 'absent' && visit.changed) ? 'yes' : 'ask', bring }
}

/** Reminders of a visit: three days and one day before at nine, and at six on the morning. */
const REMINDERS = [
  { id: 'three-days', days: 3, time: MORNING },
  { id: 'one-day', days: 1, time: MORNING },
  { id: 'morning', days: 0, time: '06:00' },
] as const

export interface VisitReminder {
  readonly id: (typeof REMINDERS)[number]['id']
  /** ms since epoch */
  readonly at: number
}

/** The reminders still ahead of `now` (ms), soonest first, at the wall clock of the office. */
export function visitReminders(visit: Pick<Visit, 'day' | 'zone'>, now: number): readonly VisitReminder[] {
  return REMINDERS.map(({ id, days, time }) => ({
    id,
    at: momentIn(visit.zone, addDays(visit.day, -days), time),
  })).filter(({ at }) => at > now)
}
