import { SPECIAL_REASONS, specialReschedule, type SpecialReason } from '../../model/reschedule.ts'
import { choose } from '../engine/question.ts'
import type { Text } from '../engine/conversation.ts'
import { joined } from '../shared/lines.ts'
import { todayAt } from '../shared/facts.ts'
import { noPhoto } from '../shared/refuse-photo.ts'
import { officeOfVisit, visitOf, type Reschedule } from './data.ts'
import { end, go, open, t, type At, type Move, type Option } from '../engine/flow.ts'

/** Too late, or changed once already: the special change of date at the office, asked for by a ticket. */

const WORDS: Readonly<Record<string, string>> = {
  absent: 'tidak bisa datang, tidak datang, berhalangan, kerja, could not come',
  system: 'gangguan, error, sistem, disturbance',
  covid: 'covid, korona',
  disaster: 'musibah, bencana, banjir, gempa, disaster',
  other: 'lain, sebab lain, other',
}

export const special = choose<Reschedule>({
  ask: ({ data }) => ({
    text: joined(t(`reschedule.why.${data.why ?? 'past'}`), t('special.ask')),
    options: [...SPECIAL_REASONS, 'other'].map((id): Option => ({
      id,
      label: t(`special.reason.${id}`),
      words: WORDS[id]!,
    })),
  }),
  picked: (_, reason) => go('specialTold', { set: { reason } }),
  shown: noPhoto(),
})

export const specialTold = choose<Reschedule>({
  ask: (at) => ({
    text: told(at),
    options: [
      { id: 'report', label: t('special.report'), words: 'ya, teruskan, boleh, oke, kirim, yes' },
      { id: 'enough', label: t('status.enough'), words: 'tidak, tidak usah, cukup, no' },
    ],
  }),
  picked: (at, id) => (id === 'report' ? report(at) : end({ after: 'menu' })),
  shown: noPhoto(),
})

/** What counts, and what to bring. */
function told(at: At<Reschedule>): Text {
  const { reason } = at.data
  const named = SPECIAL_REASONS.find((one): one is SpecialReason => one === reason) ?? null
  const today = todayAt(at, officeOfVisit(at))
  const { counts, bring } = specialReschedule(named, visitOf(at), at.world.library.facts, today)
  const items = bring.map((id) => t('special.item', { item: { text: t(`special.bring.${id}`) } }))
  const papers = items.length > 0 ? [t('special.bring.title'), ...items] : [t('special.bringUnknown')]
  return joined(t(`special.counts.${counts}`), ...papers)
}

/** A complaint with everything that was said here. */
function report(at: At<Reschedule>): Move {
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
