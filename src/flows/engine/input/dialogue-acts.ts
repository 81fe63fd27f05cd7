import { readActs } from '../../../model/understanding/acts.ts'
import type { Act } from '../../../model/understanding/labels.ts'
import { normalise } from '../../../model/understanding/normalise.ts'
import type { Answer, NotUnderstood, QuestionStep, Transition } from '../flow.ts'
import { inOtherWords, reprompt } from '../prompt.ts'
import { t } from '../text.ts'
import { applyTransition, goBack } from '../transition.ts'
import type { Turn } from '../turn.ts'
import { runCommand } from './command.ts'
import { offerPerson, repair } from './repair.ts'

/** What people do with words that are no answer: correct themselves, refuse, do not know, ask why, want a person. */

/** Less sure than this an act is not acted upon (0–1). */
const SURE = 0.6

/** What was begun is not left for less (0–1). */
const SURE_OF_REFUSAL = 0.75

type Understood = Exclude<Transition, NotUnderstood>
type Response = (turn: Turn, question: QuestionStep, text: string) => void

/** In this order: who wants a person gets one, whatever else is said. */
const RESPONSES: readonly (readonly [act: Act, does: Response, least?: number])[] = [
  ['person', (turn) => runCommand(turn, 'petugas')],
  ['refusal', (turn) => runCommand(turn, 'batal'), SURE_OF_REFUSAL],
  ['unknown', notKnown],
  ['unable', offerPerson],
  ['why', explain],
  ['what', sayOtherwise],
  ['repeat', reprompt],
]

/** `false` when the words do none of it. */
export function respondToActs(turn: Turn, question: QuestionStep, text: string): boolean {
  const acts = readActs(text)
  // "iya, ga usah" says both
  if (acts.has('yes') && (acts.has('no') || acts.has('refusal'))) return false
  const response = RESPONSES.find(([act, , least = SURE]) => acts.has(act, least))
  response?.[1](turn, question, text)
  return response !== undefined
}

/** "I do not know": the way on that the question has for it, else why it is asked, and at last a person. */
function notKnown(turn: Turn, question: QuestionStep, text: string): void {
  const transition = question.unknown?.(turn.context) ?? unknownOption(turn, question)
  if (transition && transition.kind !== 'not understood') return applyTransition(turn, transition)
  if (turn.state.misses > 0) return repair(turn, { kind: 'text', text })
  turn.update({ misses: 1 })
  turn.say({ text: t(question.expects === 'choice' ? 'repair.unknown' : 'repair.unknownOpen') })
  reprompt(turn)
}

/** The choice that says so itself. */
function unknownOption(turn: Turn, question: QuestionStep): Transition | null {
  const { options } = question.prompt(turn.context)
  const option = options.find(({ id, means }) => (means ?? id) === 'unknown')
  return option ? question.answer(turn.context, { kind: 'pick', id: option.id }) : null
}

/** "Maksudnya?": the question with an example. */
function sayOtherwise(turn: Turn, question: QuestionStep): void {
  turn.say({ text: inOtherWords(turn, question) })
  reprompt(turn)
}

function explain(turn: Turn, question: QuestionStep): void {
  turn.say({ text: question.why?.(turn.context) ?? t('ask.why') })
  reprompt(turn)
}

/**
 * "Eh salah, belum pernah": the earlier question that these words answer, latest first, is answered anew, and the
 * conversation goes on from there; what was said before them answers what is open then. `false` when they correct nothing
 * that was asked.
 */
export function correctEarlier(turn: Turn, text: string): boolean {
  if (turn.state.back.length === 0 || !readActs(text).has('correction', SURE)) return false
  const [before, said] = aroundCorrection(turn, text)
  const { steps = {} } = turn.flow ?? {}
  for (const name of turn.state.back.toReversed()) {
    const step = steps[name]
    const transition = step?.kind === 'question' ? inWords(turn, step, said) : null
    if (!transition) continue
    turn.update({ step: name, back: turn.state.back.slice(0, turn.state.back.indexOf(name)) })
    turn.say({ text: t('repair.corrected') })
    applyTransition(turn, transition)
    const rest = turn.question && inWords(turn, turn.question, before)
    if (rest) applyTransition(turn, rest)
    return true
  }
  return said === '' && goBack(turn)
}

/** "Anak, eh salah, dewasa": of two answers to the same question the second counts. `false` when they are not two. */
export function correctSelf(turn: Turn, question: QuestionStep, text: string): boolean {
  if (question.freeText || !readActs(text).has('correction', SURE)) return false
  const [before, said] = aroundCorrection(turn, text)
  const meant = inWords(turn, question, before) && inWords(turn, question, said)
  if (meant) applyTransition(turn, meant)
  return meant !== null
}

function inWords(turn: Turn, question: QuestionStep, text: string): Understood | null {
  const answer: Answer = { kind: 'text', text }
  const transition = text === '' ? null : question.answer(turn.context, answer)
  return transition && transition.kind !== 'not understood' ? transition : null
}

/** The words before "eh salah", "maksud saya", and those that are left without it. */
function aroundCorrection({ world }: Turn, text: string): readonly [before: string, said: string] {
  const phrases = [...world.hears['correction']].toSorted((a, b) => b.length - a.length)
  const all = ` ${normalise(text)} `
  const at = phrases.map((phrase) => all.indexOf(` ${phrase} `)).filter((place) => place >= 0)
  const start = Math.min(...at, all.length)
  const after = phrases.reduce((rest, phrase) => rest.replaceAll(` ${phrase} `, ' '), all.slice(start)).trim()
  const before = all.slice(0, start).trim()
  return after === '' ? ['', before] : [before, after]
}
