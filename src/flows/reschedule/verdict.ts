import { rescheduleEligibility, type RescheduleEligibility } from '../../model/applications/reschedule.ts'
import { end, go, type NotUnderstood, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t, type Text } from '../engine/text.ts'
import { doubtNotes, todayAt, zoneName } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import type { RescheduleData, RescheduleStep } from './handle.ts'
import { officeOfVisit, visitOf } from './visit.ts'

/** May the date still be changed in the app, and until when? */

function eligibility(at: StepContext<RescheduleData>): RescheduleEligibility {
  return rescheduleEligibility(visitOf(at), at.world.now, at.world.library.facts)
}

export function verdict(
  at: StepContext<RescheduleData>,
): Exclude<Transition<RescheduleData, RescheduleStep>, NotUnderstood> {
  const answer = eligibility(at)
  if (answer.allowed) return go('may')
  if (answer.reason === 'unknown') return go('unsure')
  return go('special', { set: { why: answer.reason } })
}

export const may = choiceQuestion<RescheduleData, RescheduleStep>({
  prompt: (at) => ({
    text: mayText(at),
    options: [
      {
        id: 'walk',
        means: 'yes',
        label: t('reschedule.walk'),
        hears: 'reschedule.walk',
        to: go('walk', { set: { at: 0 } }),
      },
      { id: 'remind', label: t('status.remind'), hears: 'reschedule.remind', to: go('remind') },
      {
        id: 'enough',
        means: 'done',
        label: t('status.enough'),
        hears: 'reschedule.enough',
        to: end({ after: 'menu' }),
      },
    ],
  }),
  onMedia: refusePhoto(),
})

function mayText(at: StepContext<RescheduleData>): Text {
  const answer = eligibility(at)
  if (!answer.allowed) return t('reschedule.why.unknown')
  const office = officeOfVisit(at)
  const vars = {
    day: { date: answer.until.day },
    time: `${answer.until.time.replace(':', '.')} ${zoneName(office.zone)}`,
  }
  const isToday = answer.until.day === todayAt(at, office)
  return lines(
    t(isToday ? 'reschedule.mayToday' : 'reschedule.may', vars),
    t('reschedule.rules'),
    ...doubtNotes(answer.doubt),
  )
}
