import { z } from 'zod'
import { visitReminders } from '../../model/applications/reschedule.ts'
import type { Effect } from '../engine/conversation.ts'
import { end, open, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { Notice, Reminder } from '../engine/hooks.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { requirementsHandle } from '../requirements/handle.ts'
import { todayAt } from '../shared/facts.ts'
import { ReminderId, rescheduleHandle, type RescheduleData, type RescheduleStep } from './handle.ts'
import { officeOfVisit, visitOf } from './visit.ts'

/** Reminders of a visit: three days and one day before, and on the morning; "berhenti" stops them. */

type Next = Transition<RescheduleData, RescheduleStep>

const NAME = 'visit'
const STOP_REMINDING: Effect = { do: 'stop reminding', name: NAME }

const READY: Next = end({ says: [{ text: t('reschedule.ready') }] })

export const remind = choiceQuestion<RescheduleData, RescheduleStep>({
  prompt: (at) => ({
    text: t('reschedule.remind', { day: { date: at.data.day ?? todayAt(at, officeOfVisit(at)) } }),
    options: [
      {
        id: 'yes',
        label: t('reschedule.remindYes'),
        hears: 'reschedule.remindYes',
        to: startReminding(at),
      },
      { id: 'no', label: t('status.enough'), hears: 'reschedule.notNeeded', to: READY },
    ],
  }),
})

function startReminding(at: StepContext<RescheduleData>): Next {
  const visit = visitOf(at)
  const reminders = visitReminders(visit, at.world.now).map(({ id, at: moment }): Effect => {
    const data = { id, day: visit.day, office: visit.office }
    return { do: 'remind', at: moment, name: NAME, key: id, data }
  })
  const text = t(reminders.length > 0 ? 'reschedule.reminding' : 'reschedule.remindNone')
  // reminders of an earlier date must not come any more
  return end({ effects: [STOP_REMINDING, ...reminders], says: [{ text }] })
}

const DueVisit = z.object({ id: ReminderId, day: z.string(), office: z.string() })

/** A reminder came due; nothing once the visit is over. */
export function visitNotice(at: StepContext, reminder: Reminder): Notice | null {
  const due = DueVisit.safeParse(reminder.data).data
  if (!due) return null
  const { id, ...visit } = due
  if (visit.day < todayAt(at, officeOfVisit({ ...at, data: visit }))) return null
  return {
    text: t(`reschedule.reminder.${id}`, { day: { date: visit.day } }),
    target: rescheduleHandle.at('reminded', { reminder: id, ...visit }),
  }
}

export const reminded = choiceQuestion<RescheduleData, RescheduleStep>({
  prompt: ({ data: { reminder = 'one-day', office, day } }) => ({
    text: t(`reschedule.reminder.${reminder}`, { day: { date: day ?? '' } }),
    options: [
      { id: 'good', means: 'yes', label: t('reschedule.good'), hears: 'reschedule.good', to: READY },
      {
        id: 'papers',
        label: t('menu.requirements'),
        hears: 'requirements.papers',
        to: open(requirementsHandle.start()),
      },
      {
        id: 'move',
        label: t('menu.reschedule'),
        hears: 'reschedule.move',
        to: open(rescheduleHandle.start({ office, day })),
      },
      {
        id: 'stop',
        label: t('reschedule.stop'),
        hears: 'reschedule.stop',
        to: end({ effects: [STOP_REMINDING], says: [{ text: t('notices.stopped') }] }),
      },
    ],
  }),
})
