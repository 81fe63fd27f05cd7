import { customWords, resolveAnswer } from '../../model/facts/ready-answer.ts'
import type { Office } from '../../model/offices/office.ts'
import { choiceQuestion } from '../engine/question.ts'
import { askPersonOption } from './ask-person.ts'
import { lines } from './lines.ts'
import { doubtNote, doubtText, officeOf, todayAt } from './facts.ts'
import type { Option, QuestionStep, Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'

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
  if (given.how === 'own words') return { text: { raw: customWords(given.words, at.state.lang) }, sure: true }
  const text = t(`answer.${id}.text`, given.vars)
  return { text: given.how === 'safe' ? lines(text, doubtNote(given.doubt)) : text, sure: true }
}

/** Does the library have anything on it for the person's office, be it only in doubt? */
export function hasReadyAnswer(at: StepContext<unknown>, id: string): boolean {
  const { facts, answers } = at.world.library
  const row = answers.find((one) => one.id === id)
  const office = officeOf(at)
  const given = row && resolveAnswer(facts, row, office.code, todayAt(at, office))
  return given !== undefined && !(given.how === 'ask' && given.reason === 'missing')
}

interface ReadyParts<D, S extends string> {
  id(at: StepContext<D>): string
  /** The office it is asked for; that of the conversation unless another is meant. */
  office?(at: StepContext<D>): Office
  /** Menu entry under which a person is asked. */
  readonly topic: string
  /** Where the person goes on. */
  readonly done: Transition<D, S>
}

/** Gives a ready answer, and offers a person where it is not sure. */
export function readyAnswerQuestion<D, S extends string>(parts: ReadyParts<D, S>): QuestionStep<D, S> {
  return choiceQuestion<D, S>({
    prompt: (at) => {
      const { text, sure } = readyAnswer(at, parts.id(at), parts.office?.(at))
      const clear = { id: 'done', label: t('ready.clear'), hears: 'ready.clear', to: parts.done } as const
      return { text, options: sure ? [clear] : askPersonOptions<D, S>(parts.topic, parts.done) }
    },
  })
}

/** Where something is not sure: ask a person, or go on without. */
function askPersonOptions<D, S extends string>(
  topic: string,
  otherwise: Transition<D, S>,
): readonly Option<D, S>[] {
  return [
    askPersonOption(topic),
    { id: 'done', means: 'no', label: t('doubt.no'), hears: 'doubt.no', to: otherwise },
  ]
}
