import {
  asksWhenReady,
  parseInterviewDay,
  speaksOfInterview,
} from '../../model/applications/interview-day.ts'
import { parseApplicationNumber } from '../../model/applications/number.ts'
import { parseBirthDate } from '../../model/dates/birth.ts'
import { isMasked } from '../../model/messages/masking.ts'
import { go, handOver, notUnderstood, stay, type NotUnderstood, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { PERSON_AT } from '../engine/limits.ts'
import { t, type TextKey } from '../engine/text.ts'
import { officeOf, todayAt } from '../shared/facts.ts'
import type { StatusData, StatusStep } from './handle.ts'

/** Reading what proves that an application is one's own. These messages become part of no ticket's story. */

type Next = Exclude<Transition<StatusData, StatusStep>, NotUnderstood>

/** An application number, perhaps with the birth date in the same message. */
export function onNumber(at: StepContext<StatusData>, text: string): Next | NotUnderstood {
  const read = parseApplicationNumber(text)
  if (isMasked(text)) return again(at, 'number.identity')
  const interview = read.ok ? null : interviewDayIn(at, text)
  if (interview !== null) return go('ready', { set: { interview, tries: 0 } })
  // words without a figure are something else: "lupa nomornya", a question
  if (!/\d/.test(text)) return notUnderstood
  if (!read.ok) return again(at, `number.${read.reason}`)
  const birth = birthIn(at, without(text, read.number)) ?? at.data.birth
  return go(birth ? 'look' : 'birth', { set: { number: read.number, birth, tries: 0 } })
}

export function onBirthDate(at: StepContext<StatusData>, text: string): Next | NotUnderstood {
  const read = parseBirthDate(text, todayAt(at, officeOf(at)))
  if (read.day === null && !/\d/.test(text)) return notUnderstood
  if (read.day === null) return again(at, `date.why.${read.reason}`)
  // "kembali" may have led here after the number was forgotten
  return go(at.data.number ? 'look' : 'number', { set: { birth: read.day, tries: 0 } })
}

/** What the first message said already; its words are not kept. */
export function fromFirstMessage(at: StepContext<StatusData>): Next {
  const text = at.data.words ?? at.data.parts?.[0] ?? ''
  const next = firstStep(at, text)
  if (next.kind === 'not understood') return go('number')
  if (next.kind !== 'go') return next
  const set = { ...next.set, words: undefined, parts: undefined, category: 'TIM-UNSURE' }
  return { ...next, set, effects: text === '' ? [] : [{ do: 'mark sensitive' }] }
}

/** Who asks only when it is ready may tell the day of the interview instead of a number. */
function firstStep(at: StepContext<StatusData>, text: string): Next | NotUnderstood {
  if (parseApplicationNumber(text).ok) return onNumber(at, text)
  return go(asksWhenReady(text) ? 'interview' : 'number')
}

/** "Wawancara kemarin" where a number was asked for. */
function interviewDayIn(at: StepContext<StatusData>, text: string): string | null {
  return speaksOfInterview(text) ? parseInterviewDay(text, todayAt(at, officeOf(at))).day : null
}

function birthIn(at: StepContext<StatusData>, text: string): string | null {
  return parseBirthDate(text, todayAt(at, officeOf(at))).day
}

/** The text without the number, however it was grouped. */
function without(text: string, number: string): string {
  return text.toUpperCase().replace(new RegExp([...number].join('[\\s./-]*')), ' ')
}

/** Asks once more with what may be amiss; a person after several. */
function again(at: StepContext<StatusData>, key: TextKey): Next {
  const tries = (at.data.tries ?? 0) + 1
  if (tries < PERSON_AT) return stay({ says: [{ text: t(key) }], set: { tries } })
  return handOver('status', { says: [{ text: t('repair.person') }] })
}
