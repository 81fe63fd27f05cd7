import { addWorkingDays, dayIn } from '../../model/dates/calendar.ts'
import type { World } from '../engine/conversation.ts'
import { FIRST_ANSWER_DAYS, TRANSCRIPT } from '../engine/limits.ts'
import type { StepContext } from '../engine/context.ts'

/** What a new ticket promises, and how far back its transcript reaches. */

/** The last day for a first answer by a person: working days of the office's own zone (`YYYY-MM-DD`). */
export function dueDay({ world }: StepContext, office: string): string {
  return addWorkingDays(todayIn(world, office), FIRST_ANSWER_DAYS, world.holidays)
}

/** The day it is at an office, in its own zone. */
export function todayIn(world: World, office: string): string {
  const zone = world.offices.find((one) => one.code === office)?.zone ?? 'Asia/Jakarta'
  return dayIn(zone, world.now)
}

/** ms: the beginning of this conversation, at most a day back. */
export function transcriptStart({ state, world }: StepContext): number {
  const began = state.memory.sessionStart ?? world.now
  return Math.min(world.now, Math.max(began, world.now - TRANSCRIPT))
}
