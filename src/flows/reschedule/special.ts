import { SPECIAL_RESCHEDULE_REASONS, specialReschedule } from '../../model/applications/reschedule.ts'
import { complaintHandle } from '../complaint/handle.ts'
import { end, go, open, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t, type Text } from '../engine/text.ts'
import { todayAt } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import type { RescheduleData, RescheduleStep } from './handle.ts'
import { officeOfVisit, visitOf } from './visit.ts'

/** Too late, or changed once already: the special change of date at the office, asked for by a ticket. */

export const special = choiceQuestion<RescheduleData, RescheduleStep>({
  prompt: ({ data }) => ({
    text: lines(t(`reschedule.why.${data.why ?? 'past'}`), t('special.ask')),
    options: ([...SPECIAL_RESCHEDULE_REASONS, 'other'] as const).map((reason) => ({
      id: reason,
      label: t(`special.reason.${reason}`),
      hears: `reschedule.reason.${reason}`,
      to: go('specialTold', { set: { reason } }),
      ...(reason === 'other' && { means: 'none' }),
    })),
  }),
  onMedia: refusePhoto(),
})

export const specialTold = choiceQuestion<RescheduleData, RescheduleStep>({
  prompt: (at) => ({
    text: rulesText(at),
    options: [
      { id: 'report', means: 'yes', label: t('special.report'), hears: 'reschedule.report', to: report(at) },
      {
        id: 'enough',
        means: 'no',
        label: t('status.enough'),
        hears: 'reschedule.notNeeded',
        to: end({ after: 'menu' }),
      },
    ],
  }),
  onMedia: refusePhoto(),
})

/** What counts, and what to bring. */
function rulesText(at: StepContext<RescheduleData>): Text {
  const { reason = 'other' } = at.data
  const today = todayAt(at, officeOfVisit(at))
  const named = reason === 'other' ? null : reason
  const { eligible, bring } = specialReschedule(named, visitOf(at), at.world.library.facts, today)
  const items = bring.map((id) => t('special.item', { item: { text: t(`special.bring.${id}`) } }))
  const papers = items.length > 0 ? [t('special.bring.title'), ...items] : [t('special.bringUnknown')]
  return lines(t(`special.counts.${eligible}`), ...papers)
}

/** A complaint with everything that was said here. */
function report(at: StepContext<RescheduleData>): Transition<RescheduleData, RescheduleStep> {
  const { day = '', changed, reason = 'other' } = at.data
  const about = t('special.about', {
    day: { date: day },
    changed: { text: t(changed ? 'special.changed' : 'special.unchanged') },
    reason: { text: t(`special.reason.${reason}`) },
  })
  const known = { office: officeOfVisit(at).code, group: 'quota', category: 'SCH-RESCHED' } as const
  return open(complaintHandle.at('check', { ...known, about, aboutFrom: at.state.since }))
}
