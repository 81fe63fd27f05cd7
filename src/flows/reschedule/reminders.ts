import { visitReminders } from '../../model/applications/reschedule.ts'
import { choiceQuestion } from '../engine/question.ts'
import type { Effect } from '../engine/conversation.ts'
import type { Input } from '../engine/conversation.ts'
import { todayAt } from '../shared/facts.ts'
import type { Notice } from '../engine/notice-kinds.ts'
import { officeOfVisit, visitOf, type RescheduleData } from './data.ts'
import { end, open, t, type StepContext, type Transition } from '../engine/flow.ts'

/** Reminders of a visit: three days and one day before, and on the morning; "berhenti" stops them. */

const NAME = 'visit'

export const remind = choiceQuestion<RescheduleData>({
  prompt: (at) => ({
    text: t('reschedule.remind', { day: { date: at.data.day ?? todayAt(at, officeOfVisit(at)) } }),
    options: [
      { id: 'yes', label: t('reschedule.remindYes'), words: 'ya, mau, boleh, ingatkan, oke, yes' },
      { id: 'no', label: t('status.enough'), words: 'tidak, tidak usah, cukup, no' },
    ],
  }),
  onPick: (at, id) => (id === 'yes' ? reminding(at) : end({ says: [{ text: t('reschedule.ready') }] })),
})

function reminding(at: StepContext<RescheduleData>): Transition {
  const visit = visitOf(at)
  const ahead = visitReminders(visit, at.world.now)
  // reminders of an earlier date must not come any more
  const forget: Effect = { do: 'stop reminding', name: NAME }
  const set = ahead.map(({ id, at: moment }): Effect => {
    const data = { id, day: visit.day, office: visit.office }
    return { do: 'remind', at: moment, name: NAME, key: id, data }
  })
  const said = ahead.length > 0 ? 'reschedule.reminding' : 'reschedule.remindNone'
  return end({ effects: [forget, ...set], says: [{ text: t(said) }] })
}

/** A reminder came due; nothing once the visit is over. */
export function visitNotice(at: StepContext, { data }: Extract<Input, { kind: 'reminder' }>): Notice | null {
  const visit = { reminder: String(data['id']), day: String(data['day']), office: String(data['office']) }
  const asked = { ...at, data: visit }
  if (visit.day < todayAt(asked, officeOfVisit(asked))) return null
  const text = t(`reschedule.reminder.${visit.reminder}`, { day: { date: visit.day } })
  return { text, target: { flow: 'reschedule', step: 'reminded', data: visit } }
}

export const reminded = choiceQuestion<RescheduleData>({
  prompt: ({ data }) => ({
    text: t(`reschedule.reminder.${data.reminder ?? 'one-day'}`, { day: { date: data.day ?? '' } }),
    options: [
      { id: 'good', label: t('reschedule.good'), words: 'siap, sudah, oke, ya, baik, ok, good' },
      { id: 'papers', label: t('menu.requirements'), words: 'surat, syarat, papers' },
      { id: 'move', label: t('menu.reschedule'), words: 'ganti, ganti jadwal, tidak bisa, change' },
      { id: 'stop', label: t('reschedule.stop'), words: 'berhenti, stop, jangan ingatkan' },
    ],
  }),
  onPick: ({ data }, id) => {
    if (id === 'papers') return open({ flow: 'requirements' })
    if (id === 'move') return open({ flow: 'reschedule', data: { office: data.office, day: data.day } })
    const stop: Effect[] = id === 'stop' ? [{ do: 'stop reminding', name: NAME }] : []
    return end({
      effects: stop,
      says: [{ text: t(id === 'stop' ? 'notices.stopped' : 'reschedule.ready') }],
    })
  },
})
