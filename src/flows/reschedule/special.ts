import {
  SPECIAL_RESCHEDULE_REASONS,
  specialReschedule,
  type SpecialRescheduleReason,
} from '../../model/applications/reschedule.ts'
import { choiceQuestion } from '../engine/question.ts'
import type { Text } from '../engine/conversation.ts'
import { lines } from '../shared/lines.ts'
import { todayAt } from '../shared/facts.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { officeOfVisit, visitOf, type RescheduleData } from './data.ts'
import { end, go, open, t, type StepContext, type Transition, type Option } from '../engine/flow.ts'

/** Too late, or changed once already: the special change of date at the office, asked for by a ticket. */

const WORDS: Readonly<Record<string, string>> = {
  absent: 'tidak bisa datang, tidak datang, berhalangan, kerja, could not come',
  system: 'gangguan, error, sistem, disturbance',
  covid: 'covid, korona',
  disaster: 'musibah, bencana, banjir, gempa, disaster',
  other: 'lain, sebab lain, other',
}

export const special = choiceQuestion<RescheduleData>({
  prompt: ({ data }) => ({
    text: lines(t(`reschedule.why.${data.why ?? 'past'}`), t('special.ask')),
    options: [...SPECIAL_RESCHEDULE_REASONS, 'other'].map((id): Option => ({
      id,
      label: t(`special.reason.${id}`),
      words: WORDS[id]!,
    })),
  }),
  onPick: (_, reason) => go('specialTold', { set: { reason } }),
  onMedia: refusePhoto(),
})

export const specialTold = choiceQuestion<RescheduleData>({
  prompt: (at) => ({
    text: told(at),
    options: [
      { id: 'report', label: t('special.report'), words: 'ya, teruskan, boleh, oke, kirim, yes' },
      { id: 'enough', label: t('status.enough'), words: 'tidak, tidak usah, cukup, no' },
    ],
  }),
  onPick: (at, id) => (id === 'report' ? report(at) : end({ after: 'menu' })),
  onMedia: refusePhoto(),
})

/** What counts, and what to bring. */
function told(at: StepContext<RescheduleData>): Text {
  const { reason } = at.data
  const named =
    SPECIAL_RESCHEDULE_REASONS.find((one): one is SpecialRescheduleReason => one === reason) ?? null
  const today = todayAt(at, officeOfVisit(at))
  const { eligible, bring } = specialReschedule(named, visitOf(at), at.world.library.facts, today)
  const items = bring.map((id) => t('special.item', { item: { text: t(`special.bring.${id}`) } }))
  const papers = items.length > 0 ? [t('special.bring.title'), ...items] : [t('special.bringUnknown')]
  return lines(t(`special.counts.${eligible}`), ...papers)
}

/** A complaint with everything that was said here. */
function report(at: StepContext<RescheduleData>): Transition {
  const { day = '', changed, reason = 'other' } = at.data
  const about = t('special.about', {
    day: { date: day },
    changed: { text: t(changed ? 'special.changed' : 'special.unchanged') },
    reason: { text: t(`special.reason.${reason}`) },
  })
  const known = { office: officeOfVisit(at).code, group: 'quota', category: 'SCH-RESCHED' }
  return open({
    flow: 'complaint',
    step: 'check',
    data: { ...known, about, aboutFrom: at.state.since },
  })
}
