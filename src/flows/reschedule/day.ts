import { isWorkingDay } from '../../model/clock.ts'
import { readVisit } from '../../model/dates-visit.ts'
import { choose, tell } from '../engine/question.ts'
import { todayAt } from '../shared/facts.ts'
import { noPhoto } from '../shared/refuse-photo.ts'
import { officeOfVisit, type Reschedule } from './data.ts'
import { end, go, miss, stay, t, type At, type Move, type Question } from '../engine/flow.ts'

/** Asking for days: the present date of the visit, and the new one. */

export const day = tell<Reschedule>({
  ask: () => ({ text: t('reschedule.ask.day'), options: [] }),
  unclear: () => t('date.why.not-a-date'),
  told: (at, text) => dayTold(at, text, 'begin'),
  shown: noPhoto((at: At<Reschedule>, text) => dayTold(at, text, 'begin')),
})

export const newDay = tell<Reschedule>({
  ask: () => ({
    text: t('reschedule.ask.newDay'),
    options: [
      {
        id: 'none',
        label: t('reschedule.notYet'),
        words: 'belum, belum ganti, tidak jadi, tidak usah, not yet, no',
      },
    ],
  }),
  picked: () => end({ says: [{ text: t('reschedule.ready') }] }),
  unclear: () => t('date.why.not-a-date'),
  told: (at, text) => dayTold(at, text, 'remind'),
  shown: noPhoto((at: At<Reschedule>, text) => dayTold(at, text, 'remind')),
})

/** Reads back a day that may be meant otherwise, or on which offices are closed. */
export const dayCheck: Question<Reschedule> = choose<Reschedule>({
  ask: (at) => ({
    text: t(isOpen(at, at.data.maybe ?? '') ? 'date.check' : 'reschedule.closed', {
      day: { date: at.data.maybe ?? at.data.day ?? todayAt(at, officeOfVisit(at)) },
    }),
    options: [
      { id: 'yes', label: t('reschedule.yes'), words: 'ya, betul, benar, iya, yes' },
      { id: 'no', label: t('reschedule.no'), words: 'bukan, tidak, no' },
    ],
  }),
  picked: ({ data }, id) => {
    const then = data.leads ?? 'begin'
    if (id === 'yes') return taken(data.maybe!, then)
    return go(then === 'begin' ? 'day' : 'newDay')
  },
})

function dayTold(at: At<Reschedule>, text: string, then: 'begin' | 'remind'): Move {
  const read = readVisit(text, todayAt(at, officeOfVisit(at)))
  if (read.day === null && read.why === 'not-a-date') return miss
  if (read.day === null) return stay({ says: [{ text: t(`date.why.${read.why}`) }] })
  if (read.certain && isOpen(at, read.day)) return taken(read.day, then)
  return go('dayCheck', { set: { maybe: read.day, leads: then } })
}

function taken(known: string, then: 'begin' | 'remind'): Move {
  return go(then, { set: { day: known, maybe: undefined, ...(then === 'remind' && { changed: true }) } })
}

function isOpen({ world }: At<Reschedule>, known: string): boolean {
  return known !== '' && isWorkingDay(known, world.holidays)
}
