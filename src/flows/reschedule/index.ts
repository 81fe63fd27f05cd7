import { end, go, handOver, type Flow, type NotUnderstood, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { officeSearchSteps, onLocation, onTownText } from '../shared/office-search.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { day, dayCheck, newDay } from './day.ts'
import { RescheduleData, rescheduleHandle, type RescheduleStep } from './handle.ts'
import { remind, reminded, visitNotice } from './reminders.ts'
import { special, specialTold } from './special.ts'
import { may, verdict } from './verdict.ts'
import { officeOfVisit } from './visit.ts'
import { walk } from './walk.ts'

/** Change of date: may you still, how, and if not the special way through the office. */

type Next = Transition<RescheduleData, RescheduleStep>
type Decided = Exclude<Next, NotUnderstood>

export const reschedule: Flow<RescheduleData, RescheduleStep> = {
  name: rescheduleHandle.name,
  first: 'begin',
  data: RescheduleData,
  isIdle: ({ state }) => state.step === 'reminded',
  hasProgress: () => false,
  reminders: { visit: visitNotice },
  steps: {
    begin: { kind: 'decision', decide: firstUnknown },
    office: choiceQuestion<RescheduleData, RescheduleStep>({
      prompt: (at) => ({
        text: t('reschedule.ask.office'),
        options: [
          {
            id: 'here',
            means: 'yes',
            label: { raw: officeOfVisit(at).name },
            hears: 'complaint.here',
            to: go('begin', { set: { asked: true } }),
          },
          {
            id: 'other',
            means: 'no',
            label: t('complaint.otherOffice'),
            hears: 'reschedule.otherOffice',
            to: go('name', { set: { asked: true } }),
          },
        ],
      }),
      onText: (at, text) => withAsked(onTownText(at, text)),
      onLocation: (at, place) => withAsked(onLocation(at, place)),
      onMedia: refusePhoto(),
    }),
    ...officeSearchSteps,
    day,
    dayCheck,
    changed: choiceQuestion<RescheduleData, RescheduleStep>({
      prompt: () => ({
        text: t('reschedule.ask.changed'),
        options: [
          {
            id: 'no',
            label: t('reschedule.never'),
            hears: 'reschedule.never',
            to: go('verdict', { set: { changed: false } }),
          },
          {
            id: 'yes',
            label: t('reschedule.once'),
            hears: 'reschedule.once',
            to: go('verdict', { set: { changed: true } }),
          },
        ],
      }),
      onMedia: refusePhoto(),
    }),
    verdict: { kind: 'decision', decide: verdict },
    may,
    walk,
    newDay,
    remind,
    reminded,
    unsure: choiceQuestion<RescheduleData, RescheduleStep>({
      prompt: () => ({
        text: t('reschedule.why.unknown'),
        options: [
          { id: 'ask', means: 'yes', label: t('doubt.yes'), hears: 'doubt.yes', to: handOver('reschedule') },
          { id: 'no', label: t('doubt.no'), hears: 'doubt.no', to: end({ after: 'menu' }) },
        ],
      }),
    }),
    special,
    specialTold,
  },
}

/** On to the next thing that has to be known. */
function firstUnknown({ data }: StepContext<RescheduleData>): Decided {
  if (!data.asked && !data.office) return go('office', { set: { category: 'SCH-RESCHED' } })
  if (!data.day) return go('day')
  return go(data.changed === undefined ? 'changed' : 'verdict')
}

/** An office that was named here is not asked for again. */
function withAsked(next: ReturnType<typeof onTownText>): Next {
  return next.kind === 'not understood' ? next : { ...next, set: { ...next.set, asked: true } }
}
