import { resolveAnswer } from '../../model/facts/ready-answer.ts'
import type { Office } from '../../model/offices/office.ts'
import { choiceQuestion } from '../engine/question.ts'
import type { Text } from '../engine/conversation.ts'
import { lines } from './lines.ts'
import { officeOf, todayAt, doubtText } from './facts.ts'
import {
  open,
  t,
  type TransitionOptions,
  type StepContext,
  type Transition,
  type QuestionStep,
} from '../engine/flow.ts'

/** Ready answers out of the answer library, the same words officers have. */

/** The answer's words; `sure` is false where a person has to be asked. */
export function readyAnswer(
  at: StepContext<unknown>,
  id: string,
  office = officeOf(at),
): { readonly text: Text; readonly sure: boolean } {
  const { facts, answers } = at.world.library
  const row = answers.find((one) => one.id === id)
  if (!row) return { text: t('doubt.missing'), sure: false }
  const given = resolveAnswer(facts, row, office.code, todayAt(at, office))
  if (given.how === 'ask') return { text: doubtText(given.reason), sure: false }
  if (given.how === 'own words') return { text: { raw: given.words[at.state.lang] }, sure: true }
  const text = t(`answer.${id}.text`, given.vars)
  return { text: given.how === 'safe' ? lines(text, t(`doubt.${given.reason}`)) : text, sure: true }
}

/** Does the library have anything on it for the person's office, be it only in doubt? */
export function hasReadyAnswer(at: StepContext<unknown>, id: string): boolean {
  const { facts, answers } = at.world.library
  const row = answers.find((one) => one.id === id)
  const office = officeOf(at)
  const given = row && resolveAnswer(facts, row, office.code, todayAt(at, office))
  return given !== undefined && !(given.how === 'ask' && given.reason === 'missing')
}

interface ReadyParts<D> {
  id(at: StepContext<D>): string
  /** The office it is asked for; that of the conversation unless another is meant. */
  office?(at: StepContext<D>): Office
  /** Menu entry under which a person is asked. */
  readonly topic: string
  /** Where the person goes on. */
  done(at: StepContext<D>): Transition
}

/** Gives a ready answer, and offers a person where it is not sure. */
export function readyAnswerQuestion<D>(parts: ReadyParts<D>): QuestionStep<D> {
  const given = (at: StepContext<D>) => readyAnswer(at, parts.id(at), parts.office?.(at))
  return choiceQuestion<D>({
    prompt: (at) => {
      const { text, sure } = given(at)
      const clear = { id: 'done', label: t('ready.clear'), words: 'sudah, jelas, oke, ya, clear, ok' }
      return { text, options: sure ? [clear] : ASK }
    },
    onPick: (at, id) => (id === 'ask' ? handOver(parts.topic) : parts.done(at)),
  })
}

const ASK = [
  { id: 'ask', label: t('doubt.yes'), words: 'ya, mau, boleh, tanyakan, yes' },
  { id: 'done', label: t('doubt.no'), words: 'tidak, tidak usah, no' },
]

/** To a person, with the menu entry it is about. */
export function handOver(topic: string, along: TransitionOptions = {}): Transition {
  return open({ flow: 'human', data: { topic } }, along)
}
