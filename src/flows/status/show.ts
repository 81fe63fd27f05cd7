import type { ApplicationStatus } from '../../model/applications/status.ts'
import { apphelpHandle } from '../apphelp/handle.ts'
import { complaintHandle } from '../complaint/handle.ts'
import { costHandle } from '../cost/handle.ts'
import type { ApplicationView } from '../engine/conversation.ts'
import { end, go, open, type Option, type Prompt, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { rescheduleHandle } from '../reschedule/handle.ts'
import { officeOf, todayAt } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import { readyAnswerQuestion } from '../shared/ready-answer.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { remindToCollect } from './collect.ts'
import type { StatusData, StatusStep } from './handle.ts'
import { AGAIN, PERSON } from './options.ts'
import { lateSince, officeOfApplication, statusText } from './view.ts'
import { watchApplication } from './watch.ts'

/** What is shown of an application, and what can be done next. */

type Next = Transition<StatusData, StatusStep>

/** Ready answers that fit a status, by the choice that opens them. */
const ANSWERS = {
  why: 'refused-why',
  proxy: 'pickup-proxy',
  post: 'pickup-post',
  outside: 'outside-ombudsman',
} as const

type Fitting = 'app' | 'pay' | 'remind' | 'move' | keyof typeof ANSWERS

const FITTING: Partial<Record<ApplicationStatus, readonly Fitting[]>> = {
  DRAFT: ['app'],
  MENUNGGU_PEMBAYARAN: ['pay'],
  KADALUARSA: ['app'],
  TERJADWAL: ['remind', 'move'],
  DIJADWAL_ULANG: ['remind', 'move'],
  TIDAK_HADIR: ['move'],
  DITOLAK: ['why', 'outside'],
  DICETAK: ['proxy', 'post'],
  SIAP_DIAMBIL: ['proxy', 'post'],
}

export const show = choiceQuestion<StatusData, StatusStep>({
  prompt: (at) => (at.data.found ? foundPrompt(at, at.data.found) : NOTHING_FOUND),
  onMedia: refusePhoto(),
})

/** Where a saved chat no longer holds what it had found. */
const NOTHING_FOUND: Prompt<StatusData, StatusStep> = { text: t('status.unknown'), options: [AGAIN, PERSON] }

function foundPrompt(at: StepContext<StatusData>, found: ApplicationView): Prompt<StatusData, StatusStep> {
  const text = statusText(at, found)
  return {
    text: at.data.news ? lines(t('status.changed'), text) : text,
    options: actions(at, found),
  }
}

export const readyAnswerStep = readyAnswerQuestion<StatusData, StatusStep>({
  id: ({ data }) => data.answer ?? '',
  office: (at) => (at.data.found ? officeOfApplication(at, at.data.found) : officeOf(at)),
  topic: 'status',
  done: go('show'),
})

function actions(
  at: StepContext<StatusData>,
  found: ApplicationView,
): readonly Option<StatusData, StatusStep>[] {
  const late = lateSince(at, found)
  const isFinal = at.world.library.statuses.find(({ code }) => code === found.status)?.final ?? false
  const fitting = (FITTING[found.status] ?? []).filter((id) => id !== 'remind' || isAhead(at, found))
  return [
    ...(late ? [action('late', askWhy(at, found, late), 'yes')] : []),
    // where it is late, "ya" says that the office is to be asked why
    ...(isFinal || at.data.news
      ? []
      : [action('watch', watchApplication(at, found), late ? undefined : 'yes')]),
    ...fitting.map((id) => action(id, nextFor(found, id))),
    ...collectAction(at, found),
    action('enough', end({ after: 'menu' }), 'done'),
  ]
}

function action(
  id: Fitting | 'late' | 'watch' | 'collect' | 'enough',
  to: Next,
  means?: 'yes' | 'done',
): Option<StatusData, StatusStep> {
  return { id, label: t(`status.${id}`), hears: `status.action.${id}`, to, ...(means && { means }) }
}

/** A passport that lies ready: a reminder before its term ends. */
function collectAction(
  at: StepContext<StatusData>,
  found: ApplicationView,
): readonly Option<StatusData, StatusStep>[] {
  if (found.status !== 'SIAP_DIAMBIL' || found.issuedDay === null) return []
  const effects = remindToCollect(at, officeOfApplication(at, found), found.issuedDay, found.id)
  if (effects.length === 0) return []
  return [action('collect', end({ effects, says: [{ text: t('pickup.reminding') }] }))]
}

function isAhead(at: StepContext<StatusData>, found: ApplicationView): boolean {
  return found.visitDay !== null && found.visitDay >= todayAt(at, officeOfApplication(at, found))
}

function nextFor({ office, visitDay }: ApplicationView, id: Fitting): Next {
  const visit = { office, ...(visitDay && { day: visitDay }) }
  switch (id) {
    case 'move':
      return open(rescheduleHandle.start(visit))
    case 'remind':
      return open(rescheduleHandle.at('remind', visit))
    case 'pay':
      return open(costHandle.start())
    case 'app':
      return open(apphelpHandle.start())
    default:
      return go('told', { set: { answer: ANSWERS[id] } })
  }
}

/** A complaint with what the conversation knows, but neither number nor name. */
function askWhy({ state }: StepContext<StatusData>, { office, status }: ApplicationView, late: string): Next {
  const about = t('status.about', { status: { text: t(`status.${status}.name`) }, day: { date: late } })
  const known = { office, group: 'result', category: 'TIM-LATE' } as const
  return open(complaintHandle.at('check', { ...known, about, aboutFrom: state.since }))
}
