import {
  addDays,
  addWorkingDays,
  daysBetween,
  isWorkingDay,
  type Holidays,
} from '../../model/dates/calendar.ts'
import { readUrgency } from '../../model/tickets/urgency.ts'
import type { NewTicket, Say } from '../engine/conversation.ts'
import type { StepContext } from '../engine/context.ts'
import { t } from '../engine/text.ts'
import { todayIn } from './due-day.ts'

/** Who leaves in a few days cannot wait for the usual day. */

interface Urgency {
  readonly priority: NonNullable<NewTicket['priority']>
  /** The promised day, `YYYY-MM-DD`: not after the departure. */
  readonly due: string
}

/** Working days within which who leaves soon is answered. */
const SOON = 1

/** How urgent what was told is, in the office's own days; null where nobody leaves soon. */
export function urgencyOf({ world }: StepContext<unknown>, office: string, story: string): Urgency | null {
  const today = todayIn(world, office)
  const urgency = readUrgency(story, today)
  if (!urgency) return null
  const usual = addWorkingDays(today, SOON, world.holidays)
  const last = urgency.leaves === null ? usual : addDays(urgency.leaves, -1)
  const due = workingDayUntil(daysBetween(last, usual) > 0 ? last : usual, today, world.holidays)
  return { priority: urgency.priority, due }
}

/** Nobody answers on a Sunday: the last working day before it, and today at the earliest. */
function workingDayUntil(day: string, today: string, holidays: Holidays): string {
  if (day <= today) return today
  return isWorkingDay(day, holidays) ? day : workingDayUntil(addDays(day, -1), today, holidays)
}

/** What can be done today, told at once to who leaves soon. */
export function urgentSays(at: StepContext<unknown>, told: string): readonly Say[] {
  return urgencyOf(at, at.world.office, told) ? [{ text: t('urgent.now') }] : []
}
