import { momentIn, MORNING } from '../dates/time-zone.ts'
import { addDays, daysBetween, isWorkingDay, type Holidays } from '../dates/calendar.ts'
import { lookUpFact, safeNumber, type Fact } from '../facts/fact.ts'

/** Collecting the finished passport before it is cancelled. Days are `YYYY-MM-DD` in the office's zone. */

/** From this many days before the end people are told to hurry. */
const PICKUP_SOON_DAYS = 7

interface PickupDeadline {
  /** The last day of the term. */
  readonly until: string
  /** The last day of the term on which the office is open. */
  readonly lastOpenDay: string
  /** Days from today to `lastOpenDay`; negative when over. */
  readonly daysLeft: number
  readonly stage: 'plenty' | 'soon' | 'today' | 'over'
}

/** The pickup term of a passport that was ready on `ready`; null when the library gives no figure. */
export function pickupDeadline(
  ready: string,
  today: string,
  facts: readonly Fact[],
  office: string | null,
  holidays: Holidays,
): PickupDeadline | null {
  const days = safeNumber(lookUpFact(facts, 'pickup.days', office, today))
  if (days === null) return null
  const until = addDays(ready, days)
  let lastOpenDay = until
  while (lastOpenDay > ready && !isWorkingDay(lastOpenDay, holidays)) lastOpenDay = addDays(lastOpenDay, -1)
  const daysLeft = daysBetween(today, lastOpenDay)
  return { until, lastOpenDay, daysLeft, stage: stageOf(daysLeft) }
}

/** Reminders of the last day to collect: a week and a day before, at nine. */
const REMINDERS = [
  { id: 'week', days: 7 },
  { id: 'day', days: 1 },
] as const

interface PickupReminder {
  readonly id: (typeof REMINDERS)[number]['id']
  /** ms since epoch */
  readonly at: number
}

/** The reminders still ahead of `now` (ms), soonest first, at the wall clock of the office's zone. */
export function pickupReminders(lastOpenDay: string, zone: string, now: number): readonly PickupReminder[] {
  return REMINDERS.map(({ id, days }) => ({
    id,
    at: momentIn(zone, addDays(lastOpenDay, -days), MORNING),
  })).filter(({ at }) => at > now)
}

function stageOf(daysLeft: number): PickupDeadline['stage'] {
  if (daysLeft < 0) return 'over'
  if (daysLeft === 0) return 'today'
  return daysLeft <= PICKUP_SOON_DAYS ? 'soon' : 'plenty'
}
