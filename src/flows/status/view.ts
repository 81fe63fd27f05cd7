import { type ApplicationStatus } from '../../model/applications/status.ts'
import { expectedReadyDay } from '../../model/applications/ready-day.ts'
import { pickupDeadline } from '../../model/applications/pickup.ts'
import { relativeAge } from '../../model/quota/figures.ts'
import type { Office } from '../../model/offices/office.ts'
import type { ApplicationView } from '../engine/conversation.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import { doubtNotes, officeOf, todayAt } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import { readyAnswer } from '../shared/ready-answer.ts'

/** An application in plain words: where it stands, what to do, and by when. */

const PASSPORT_IN_WORK: readonly ApplicationStatus[] = ['WAWANCARA_FOTO', 'DIPERIKSA', 'DICETAK']
const DATE_AHEAD: readonly ApplicationStatus[] = ['TERJADWAL', 'DIJADWAL_ULANG']

export function statusText(at: StepContext<unknown>, found: ApplicationView): Text {
  const { name, status, enteredAt } = found
  const todo = { text: t(`status.${status}.do`) }
  const where = { status: { text: t(`status.${status}.name`) }, todo }
  const { unit, count } = relativeAge(enteredAt, at.world.now)
  return lines(
    name ? t('status.found', { name, ...where }) : t('status.foundUnnamed', where),
    byWhen(at, found),
    t('status.entered', { age: { text: t(`age.${unit}`, { count }) } }),
  )
}

/** The office that keeps the application. */
export function officeOfApplication(at: StepContext<unknown>, { office }: ApplicationView): Office {
  return at.world.offices.find((one) => one.code === office) ?? officeOf(at)
}

/** The day it should have been ready, when that is over; else null. */
export function lateSince(at: StepContext<unknown>, found: ApplicationView): string | null {
  const { interviewDay, status, office } = found
  if (!PASSPORT_IN_WORK.includes(status) || interviewDay === null) return null
  const { day } = expectedDay(at, office, interviewDay)
  return day !== null && day < todayAt(at, officeOfApplication(at, found)) ? day : null
}

function byWhen(at: StepContext<unknown>, found: ApplicationView): Text | null {
  const { status, visitDay, interviewDay } = found
  if (status === 'SIAP_DIAMBIL') return pickup(at, found)
  if (DATE_AHEAD.includes(status) && visitDay) {
    const past = visitDay < todayAt(at, officeOfApplication(at, found))
    return t(past ? 'status.visitPast' : 'status.visit', { day: { date: visitDay } })
  }
  return PASSPORT_IN_WORK.includes(status) && interviewDay ? ready(at, found, interviewDay) : null
}

function ready(at: StepContext<unknown>, found: ApplicationView, interview: string): Text {
  const late = lateSince(at, found)
  if (late) return t('status.ready.late', { day: { date: late } })
  return readyText(at, found.office, interview)
}

/** The day on which the passport of an interview should be ready at an office (code). */
export function expectedDay({ world }: StepContext<unknown>, office: string, interview: string) {
  return expectedReadyDay(interview, world.library.facts, office, world.holidays)
}

/** When the passport of an interview on a day should be ready at an office (code), in its working days. */
export function readyText(at: StepContext<unknown>, office: string, interview: string): Text {
  const expected = expectedDay(at, office, interview)
  if (expected.day === null) return t('status.askPerson')
  const day = { date: expected.day }
  const { doubt, estimate, workingDays } = expected
  return lines(
    doubt?.reason === 'contested'
      ? t('status.ready.safe', { days: workingDays, day })
      : lines(t('status.ready.sure', { day }), ...doubtNotes(doubt)),
    estimate ? t('status.ready.estimate') : null,
  )
}

/** The last day to collect it; the rule itself where the day it was ready is not known. */
function pickup(at: StepContext<unknown>, found: ApplicationView): Text {
  const { facts } = at.world.library
  const office = officeOfApplication(at, found)
  const term =
    found.issuedDay &&
    pickupDeadline(found.issuedDay, todayAt(at, office), facts, office.code, at.world.holidays)
  if (!term) {
    const rule = readyAnswer(at, 'pickup-limit', office)
    return rule.sure ? rule.text : t('status.askPerson')
  }
  return t(`pickup.stage.${term.stage}`, { day: { date: term.lastOpenDay }, count: term.daysLeft })
}
