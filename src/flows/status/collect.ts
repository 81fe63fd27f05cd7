import { z } from 'zod'
import { pickupDeadline, pickupReminders } from '../../model/applications/pickup.ts'
import { momentIn, MORNING } from '../../model/dates/time-zone.ts'
import type { Office } from '../../model/offices/office.ts'
import type { Effect } from '../engine/conversation.ts'
import { end } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { Notice, Reminder } from '../engine/hooks.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { todayAt } from '../shared/facts.ts'
import { CollectReminderId, statusHandle, type StatusData, type StatusStep } from './handle.ts'
import { PERSON } from './options.ts'
import { watchedSlot } from './watch.ts'

/** Reminders to collect a passport before its term ends, for who asked for them; "berhenti" stops them. */

const NAME = 'pickup'

/**
 * Reminders of the term of a passport that is (or should be) ready on `day`; none where nothing is left to remind of.
 * @param of  application's id, or what else tells one passport from another
 * @param expected  the day is only reckoned: that it should be ready is said as well
 */
export function remindToCollect(
  { world }: StepContext<unknown>,
  { code, zone }: Office,
  day: string,
  of: string,
  expected = false,
): readonly Effect[] {
  const term = pickupDeadline(day, day, world.library.facts, code, world.holidays)
  if (!term) return []
  const until = term.lastOpenDay
  const first = { id: 'ready' as const, at: momentIn(zone, day, MORNING) }
  const due = [
    ...(expected && first.at > world.now ? [first] : []),
    ...pickupReminders(until, zone, world.now),
  ]
  return due.map(({ id, at }) => {
    const data = { id, until, office: code, of }
    return { do: 'remind', at, name: NAME, key: `${of} ${id}`, data }
  })
}

const Due = z.object({ id: CollectReminderId, until: z.string(), office: z.string(), of: z.string() })

/** A reminder came due; nothing once the term is over, or the passport's way has ended. */
export function collectNotice(at: StepContext, reminder: Reminder): Notice | null {
  const due = Due.safeParse(reminder.data).data
  const office = at.world.offices.find(({ code }) => code === due?.office)
  if (!due || !office || due.until < todayAt(at, office)) return null
  const told = watchedSlot.read(at.state)?.[due.of]
  if (at.world.library.statuses.some(({ code, final }) => code === told && final)) return null
  const { id, until } = due
  return {
    text: t(`pickup.remind.${id}`, { day: { date: until } }),
    target: statusHandle.at('collect', { reminder: id, until, office: office.code }),
  }
}

export const collect = choiceQuestion<StatusData, StatusStep>({
  prompt: ({ data: { reminder = 'week', until = '' } }) => ({
    text: t(`pickup.remind.${reminder}`, { day: { date: until } }),
    options: [
      { id: 'good', label: t('pickup.good'), hears: 'reschedule.good', to: end({ after: 'menu' }) },
      PERSON,
      {
        id: 'stop',
        label: t('reschedule.stop'),
        hears: 'reschedule.stop',
        to: end({ effects: [{ do: 'stop reminding', name: NAME }], says: [{ text: t('notices.stopped') }] }),
      },
    ],
  }),
})
