import { readActs } from '../../model/understanding/acts.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { end, go, type Flow, type NotUnderstood, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { Notes } from '../engine/hooks.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { askPersonOption } from '../shared/ask-person.ts'
import { officeSearchSteps } from '../shared/office-search.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { day, dayCheck, dayTold, newDay, onPresentDay } from './day.ts'
import { RescheduleData, rescheduleHandle, type RescheduleStep } from './handle.ts'
import { remind, reminded, visitNotice } from './reminders.ts'
import { special, specialTold } from './special.ts'
import { may, verdict } from './verdict.ts'
import { walk } from './walk.ts'

/** Change of date: may you still, how, and if not the special way through the office. */

type Decided = Exclude<Transition<RescheduleData, RescheduleStep>, NotUnderstood>

/** As sure as this somebody could not come (0–1). */
const MISSED = 0.6

export const reschedule: Flow<RescheduleData, RescheduleStep> = {
  name: rescheduleHandle.name,
  first: 'begin',
  data: RescheduleData,
  isIdle: ({ state }) => state.step === 'reminded',
  hasProgress: () => false,
  reminders: { visit: visitNotice },
  // a date that was missed, told as a story
  guess: (_, text) => (readActs(text).has('missed', MISSED) ? rescheduleHandle.start({ words: text }) : null),
  notes: changeTold,
  steps: {
    begin: { kind: 'decision', decide: firstUnknown },
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
      // another day than the one told before
      onText: onPresentDay,
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
          askPersonOption('reschedule'),
          { id: 'no', label: t('doubt.no'), hears: 'doubt.no', to: end({ after: 'menu' }) },
        ],
      }),
    }),
    special,
    specialTold,
  },
}

/** On to the next thing that has to be known; what the opening words told of day and office is not asked. */
function firstUnknown(at: StepContext<RescheduleData>): Decided {
  const { day: known, changed, words } = at.data
  if (known) return go(changed === undefined ? 'changed' : 'verdict')
  const told = words ? dayTold(at, words) : null
  const before = words !== undefined && saysChangedBefore(words)
  const set = { category: 'SCH-RESCHED', words: undefined, ...(before && { changed: true }) }
  return told ? { ...told, set: { ...told.set, ...set } } : go('day', { set })
}

const CHANGED_BEFORE =
  /\b(?:sudah|pernah) (?:\w+ ){0,3}(?:ganti|diganti|ubah|diubah|pindah|digeser|reschedule)\b|\b(?:ketiga|kedua) kali|\bke (?:2|3|dua|tiga) kali|\balready (?:\w+ )?(?:changed|rescheduled)\b/

function saysChangedBefore(text: string): boolean {
  return CHANGED_BEFORE.test(normalise(text))
}

/** "Sudah pernah ganti 2 kali", told before it is asked. */
function changeTold(at: StepContext<RescheduleData>, text: string): Notes<RescheduleData> | null {
  if (at.data.changed !== undefined || at.state.step !== 'day') return null
  return saysChangedBefore(text) ? { set: { changed: true }, told: t('reschedule.noted') } : null
}
