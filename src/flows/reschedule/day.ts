import { isWorkingDay } from '../../model/dates/calendar.ts'
import { parseVisitDate } from '../../model/dates/visit.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { todayAt } from '../shared/facts.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { officeOfVisit, type RescheduleData } from './data.ts'
import {
  end,
  go,
  notUnderstood,
  stay,
  t,
  type StepContext,
  type Transition,
  type QuestionStep,
} from '../engine/flow.ts'

/** Asking for days: the present date of the visit, and the new one. */

export const day = openQuestion<RescheduleData>({
  prompt: () => ({ text: t('reschedule.ask.day'), options: [] }),
  unclear: () => t('date.why.not-a-date'),
  onText: (at, text) => dayTold(at, text, 'begin'),
  onMedia: refusePhoto((at: StepContext<RescheduleData>, text) => dayTold(at, text, 'begin')),
})

export const newDay = openQuestion<RescheduleData>({
  prompt: () => ({
    text: t('reschedule.ask.newDay'),
    options: [
      {
        id: 'none',
        label: t('reschedule.notYet'),
        words: 'belum, belum ganti, tidak jadi, tidak usah, not yet, no',
      },
    ],
  }),
  onPick: () => end({ says: [{ text: t('reschedule.ready') }] }),
  unclear: () => t('date.why.not-a-date'),
  onText: (at, text) => dayTold(at, text, 'remind'),
  onMedia: refusePhoto((at: StepContext<RescheduleData>, text) => dayTold(at, text, 'remind')),
})

/** Reads back a day that may be meant otherwise, or on which offices are closed. */
export const dayCheck: QuestionStep<RescheduleData> = choiceQuestion<RescheduleData>({
  prompt: (at) => ({
    text: t(isOpen(at, at.data.maybe ?? '') ? 'date.check' : 'reschedule.closed', {
      day: { date: at.data.maybe ?? at.data.day ?? todayAt(at, officeOfVisit(at)) },
    }),
    options: [
      { id: 'yes', label: t('reschedule.yes'), words: 'ya, betul, benar, iya, yes' },
      { id: 'no', label: t('reschedule.no'), words: 'bukan, tidak, no' },
    ],
  }),
  onPick: ({ data }, id) => {
    const then = data.leads ?? 'begin'
    if (id === 'yes') return taken(data.maybe!, then)
    return go(then === 'begin' ? 'day' : 'newDay')
  },
})

function dayTold(at: StepContext<RescheduleData>, text: string, then: 'begin' | 'remind'): Transition {
  const read = parseVisitDate(text, todayAt(at, officeOfVisit(at)))
  if (read.day === null && read.reason === 'not-a-date') return notUnderstood
  if (read.day === null) return stay({ says: [{ text: t(`date.why.${read.reason}`) }] })
  if (read.certain && isOpen(at, read.day)) return taken(read.day, then)
  return go('dayCheck', { set: { maybe: read.day, leads: then } })
}

function taken(known: string, then: 'begin' | 'remind'): Transition {
  return go(then, { set: { day: known, maybe: undefined, ...(then === 'remind' && { changed: true }) } })
}

function isOpen({ world }: StepContext<RescheduleData>, known: string): boolean {
  return known !== '' && isWorkingDay(known, world.holidays)
}
