import { isWorkingDay } from '../../model/dates/calendar.ts'
import { parseVisitDate } from '../../model/dates/visit.ts'
import { end, go, notUnderstood, stay, type NotUnderstood, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { todayAt } from '../shared/facts.ts'
import { officeNamed, onLocation, onTownText } from '../shared/office-search.ts'
import { officeSlot } from '../shared/office-slot.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import type { RescheduleData, RescheduleStep } from './handle.ts'
import { officeOfVisit } from './visit.ts'

/** Asking for days: the present date of the visit, and the new one. */

type Next = Transition<RescheduleData, RescheduleStep>

export const day = openQuestion<RescheduleData, RescheduleStep>({
  expects: 'day',
  prompt: (at) => ({
    text: t('reschedule.ask.day', { office: officeOfVisit(at).name }),
    options: [
      { id: 'name', label: t('complaint.otherOffice'), hears: 'reschedule.otherOffice', to: go('name') },
    ],
  }),
  onLocation,
  unclear: () => t('date.why.not-a-date'),
  onText: onPresentDay,
  onMedia: refusePhoto(onPresentDay),
})

export const newDay = openQuestion<RescheduleData, RescheduleStep>({
  expects: 'day',
  prompt: () => ({
    text: t('reschedule.ask.newDay'),
    options: [
      {
        id: 'none',
        label: t('reschedule.notYet'),
        hears: 'reschedule.notYet',
        to: end({ says: [{ text: t('reschedule.ready') }] }),
      },
    ],
  }),
  unclear: () => t('date.why.not-a-date'),
  onText: onNewDay,
  onMedia: refusePhoto(onNewDay),
})

/** Reads back a day that may be meant otherwise, or on which offices are closed. */
export const dayCheck = choiceQuestion<RescheduleData, RescheduleStep>({
  prompt: (at) => {
    const { maybe, leads = 'begin' } = at.data
    const date = maybe ?? at.data.day ?? todayAt(at, officeOfVisit(at))
    return {
      text: t(isOpen(at, maybe ?? '') ? 'date.check' : 'reschedule.closed', { day: { date } }),
      options: [
        { id: 'yes', label: t('reschedule.yes'), hears: 'reschedule.yes', to: take(maybe, leads) },
        {
          id: 'no',
          label: t('reschedule.no'),
          hears: 'reschedule.no',
          to: go(leads === 'begin' ? 'day' : 'newDay'),
        },
      ],
    }
  },
  // "eh, tanggal 24"
  onText: (at, text) => onDay(at, text, at.data.leads ?? 'begin'),
})

/** A day, an office, or both ("tgl 20 di Denpasar"). */
export function onPresentDay(at: StepContext<RescheduleData>, text: string): Next {
  const office = officeNamed(at, text)
  const onlyDay = onDay(at, text, 'begin')
  if (!office) return onlyDay.kind === 'not understood' ? onTownText(at, text) : onlyDay
  const slots = officeSlot.set(office.code)
  return onlyDay.kind === 'not understood' ? go('begin', { slots }) : { ...onlyDay, slots }
}

/** The day of the visit, where the opening words tell it; a day that is to be read back is asked for plainly. */
export function dayTold(at: StepContext<RescheduleData>, words: string): Exclude<Next, NotUnderstood> | null {
  const next = onPresentDay(at, words)
  return next.kind === 'not understood' || next.kind === 'stay' ? null : next
}

function onNewDay(at: StepContext<RescheduleData>, text: string): Next {
  return onDay(at, text, 'remind')
}

function onDay(at: StepContext<RescheduleData>, text: string, leads: 'begin' | 'remind'): Next {
  const read = parseVisitDate(text, todayAt(at, officeOfVisit(at)))
  if (read.day === null && read.reason === 'not-a-date') return notUnderstood
  if (read.day === null) return stay({ says: [{ text: t(`date.why.${read.reason}`) }] })
  if (read.certain && isOpen(at, read.day)) return take(read.day, leads)
  return go('dayCheck', { set: { maybe: read.day, leads } })
}

function take(date: string | undefined, leads: 'begin' | 'remind'): Next {
  return go(leads, { set: { day: date, maybe: undefined, ...(leads === 'remind' && { changed: true }) } })
}

function isOpen({ world }: StepContext<RescheduleData>, date: string): boolean {
  return date !== '' && isWorkingDay(date, world.holidays)
}
