import {
  asksWhenReady,
  parseInterviewDay,
  speaksOfInterview,
} from '../../model/applications/interview-day.ts'
import type { Office } from '../../model/offices/office.ts'
import { wordCount } from '../../model/messages/text.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { complaintHandle } from '../complaint/handle.ts'
import { end, go, notUnderstood, open, stay, type Option, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { FlowTarget } from '../engine/handle.ts'
import type { DirectAnswer } from '../engine/hooks.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { t, type Text } from '../engine/text.ts'
import { officeOf, todayAt } from '../shared/facts.ts'
import { officeMeant } from '../shared/office-search.ts'
import { lines } from '../shared/lines.ts'
import { refusePhoto } from '../shared/refuse-photo.ts'
import { remindToCollect } from './collect.ts'
import { statusHandle, type StatusData, type StatusStep } from './handle.ts'
import { AGAIN, ENOUGH } from './options.ts'
import { expectedDay, readyText } from './view.ts'

/** When a passport should be ready, from the day of the interview alone: neither number nor name is needed. */

type At = StepContext<StatusData>
type Next = Transition<StatusData, StatusStep>

export const interview = openQuestion<StatusData, StatusStep>({
  expects: 'day',
  prompt: () => ({
    text: t('status.ask.interview'),
    options: [{ ...AGAIN, id: 'number', label: t('status.withNumber'), hears: 'status.withNumber' }],
  }),
  unclear: () => t('date.why.not-a-date'),
  onText: onInterviewDay,
  onMedia: refusePhoto(onInterviewDay),
})

export const ready = choiceQuestion<StatusData, StatusStep>({
  prompt: (at) => ({
    text: interviewText(at, officeOfInterview(at), at.data.interview ?? todayAt(at, officeOfInterview(at))),
    options: [
      ...next(at),
      { ...AGAIN, id: 'number', label: t('status.withNumber'), hears: 'status.withNumber' },
      ENOUGH,
    ],
  }),
  onText: (at, text) =>
    speaksOfInterview(text) || isOnlyDay(text) ? onInterviewDay(at, text) : notUnderstood,
})

/** A day and nothing else: another day of the interview. A question that names one ("Sabtu bisa ambil?") is none. */
function isOnlyDay(text: string): boolean {
  return !text.includes('?') && wordCount(text) <= 3
}

/** "Wawancara kemarin, kapan jadi?" is settled at once. */
export function whenReady(at: StepContext, text: string): DirectAnswer | null {
  if (!asksWhenReady(text) || !speaksOfInterview(text)) return null
  const office = officeMeant(at, text)
  const { day } = parseInterviewDay(text, todayAt(at, office))
  if (day === null) return null
  const target = statusHandle.at('ready', { interview: day, office: office.code, category: 'TIM-UNSURE' })
  return { texts: [interviewText(at, office, day)], target }
}

function onInterviewDay(at: At, text: string): Next {
  const read = parseInterviewDay(text, todayAt(at, officeOfInterview(at)))
  if (read.day !== null) return go('ready', { set: { interview: read.day } })
  if (read.reason === 'not-a-date') return notUnderstood
  return stay({ says: [{ text: t(`date.why.${read.reason}`) }] })
}

function officeOfInterview(at: At): Office {
  return at.world.offices.find(({ code }) => code === at.data.office) ?? officeOf(at)
}

function interviewText(at: StepContext, office: Office, day: string): Text {
  const { day: expected } = expectedDay(at, office.code, day)
  const today = todayAt(at, office)
  if (expected !== null && expected < today) return t('status.ready.late', { day: { date: expected } })
  const text = readyText(at, office.code, day)
  return expected === today ? lines(text, t('status.ready.today')) : text
}

const COLLECTS = /\b(?:ambil|diambil|jadi|siap|selesai|kelar|ready|collect|pick)\b/

/** "Ini sudah tanggal 20, bisa diambil?" is about the day that was told, not another interview. */
export function readyFollowUp(at: At, text: string): FlowTarget | null {
  const { interview: known } = at.data
  if (at.state.step !== 'ready' || !known || speaksOfInterview(text)) return null
  const said = normalise(text)
  return COLLECTS.test(said) && !TOLD_OTHERWISE.test(said) ? statusHandle.at('ready', at.data) : null
}

/** By somebody else, by post: other questions about collecting. */
const TOLD_OTHERWISE =
  /\b(?:orang lain|diwakil\w*|wakil\w*|suami|istri|anak|keluarga|saudara|pos|dikirim|sabtu|minggu|jam|di mana|kemana|ke mana|bawa|syarat)\b/

/** Late: a complaint; else a reminder of the day and of the last day to collect. */
function next(at: At): readonly Option<StatusData, StatusStep>[] {
  const office = officeOfInterview(at)
  const { interview: interviewed } = at.data
  const expected = interviewed ? expectedDay(at, office.code, interviewed).day : null
  if (expected === null) return []
  if (expected < todayAt(at, office)) {
    const about = t('status.aboutInterview', { day: { date: expected } })
    const known = { office: office.code, group: 'result', category: 'TIM-LATE' } as const
    const to: Next = open(complaintHandle.at('check', { ...known, about, aboutFrom: at.state.since }))
    return [{ id: 'late', label: t('status.late'), hears: 'status.action.late', to }]
  }
  const effects = remindToCollect(at, office, expected, 'interview', true)
  if (effects.length === 0) return []
  const to: Next = end({ effects, says: [{ text: t('pickup.reminding') }] })
  return [{ id: 'collect', label: t('status.collect'), hears: 'status.action.collect', to }]
}
