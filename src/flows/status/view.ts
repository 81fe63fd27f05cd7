import { readyDay, type Status } from '../../model/application.ts'
import { pickupTerm } from '../../model/pickup.ts'
import { ageOf } from '../../model/quota-figures.ts'
import type { Office } from '../../model/office.ts'
import type { ApplicationView, Text } from '../engine/conversation.ts'
import { joined } from '../shared/lines.ts'
import { officeOf, todayAt } from '../shared/facts.ts'
import { readyAnswer } from '../shared/ready-answer.ts'
import { t, type At } from '../engine/flow.ts'

/** An application in plain words: where it stands, what to do, and by when. */

const PASSPORT_IN_WORK: readonly Status[] = ['WAWANCARA_FOTO', 'DIPERIKSA', 'DICETAK']
const DATE_AHEAD: readonly Status[] = ['TERJADWAL', 'DIJADWAL_ULANG']

export function statusTold(at: At<unknown>, found: ApplicationView): Text {
  const { name, status, enteredAt } = found
  const todo = { text: t(`status.${status}.do`) }
  const where = { status: { text: t(`status.${status}.name`) }, todo }
  const { unit, n } = ageOf(enteredAt, at.world.now)
  return joined(
    name ? t('status.found', { name, ...where }) : t('status.foundUnnamed', where),
    byWhen(at, found),
    t('status.entered', { age: { text: t(`age.${unit}`, { n }) } }),
  )
}

/** The office that keeps the application. */
export function officeOfApplication(at: At<unknown>, { office }: ApplicationView): Office {
  return at.world.offices.find((one) => one.code === office) ?? officeOf(at)
}

/** The day it should have been ready, when that is over; else null. */
export function lateSince(at: At<unknown>, found: ApplicationView): string | null {
  const { interviewDay, status, office } = found
  if (!PASSPORT_IN_WORK.includes(status) || interviewDay === null) return null
  const { day } = readyDay(interviewDay, at.world.library.facts, office, at.world.holidays)
  return day !== null && day < todayAt(at, officeOfApplication(at, found)) ? day : null
}

function byWhen(at: At<unknown>, found: ApplicationView): Text | null {
  const { status, visitDay, interviewDay } = found
  if (status === 'SIAP_DIAMBIL') return pickup(at, found)
  if (DATE_AHEAD.includes(status) && visitDay) {
    const past = visitDay < todayAt(at, officeOfApplication(at, found))
    return t(past ? 'status.visitPast' : 'status.visit', { day: { date: visitDay } })
  }
  return PASSPORT_IN_WORK.includes(status) && interviewDay ? ready(at, found, interviewDay) : null
}

function ready(at: At<unknown>, found: ApplicationView, interview: string): Text {
  const late = lateSince(at, found)
  if (late) return t('status.ready.late', { day: { date: late } })
  const expected = readyDay(interview, at.world.library.facts, found.office, at.world.holidays)
  if (expected.day === null) return t('status.askPerson')
  const day = { date: expected.day }
  const { sure, estimate, workingDays } = expected
  return joined(
    sure ? t('status.ready.sure', { day }) : t('status.ready.safe', { days: workingDays, day }),
    estimate ? t('status.ready.estimate') : null,
  )
}

/** The last day to collect it; the rule itself where the day it was ready is not known. */
function pickup(at: At<unknown>, found: ApplicationView): Text {
  const { facts } = at.world.library
  const office = officeOfApplication(at, found)
  const term =
    found.issuedDay && pickupTerm(found.issuedDay, todayAt(at, office), facts, office.code, at.world.holidays)
  if (!term) {
    const rule = readyAnswer(at, 'pickup-limit', office)
    return rule.sure ? rule.text : t('status.askPerson')
  }
  return t(`pickup.stage.${term.stage}`, { day: { date: term.lastOpenDay }, days: term.daysLeft })
}
