import { answer } from '../../model/fact-answer.ts'
import type { Office } from '../../model/office.ts'
import { choose } from '../engine/question.ts'
import type { Text } from '../engine/conversation.ts'
import { joined } from './lines.ts'
import { officeOf, todayAt, untold } from './facts.ts'
import { open, t, type Along, type At, type Move, type Question } from '../engine/flow.ts'

/** Ready answers out of the answer library, the same words officers have. */

/** The answer's words; `sure` is false where a person has to be asked. */
export function readyAnswer(
  at: At<unknown>,
  id: string,
  office = officeOf(at),
): { readonly text: Text; readonly sure: boolean } {
  const { facts, answers } = at.world.library
  const row = answers.find((one) => one.id === id)
  if (!row) return { text: t('doubt.missing'), sure: false }
  const given = answer(facts, row, office.code, todayAt(at, office))
  if (given.how === 'ask') return { text: untold(given.reason), sure: false }
  if (given.how === 'own words') return { text: { raw: given.words[at.state.lang] }, sure: true }
  const text = t(`answer.${id}.text`, given.vars)
  return { text: given.how === 'safe' ? joined(text, t(`doubt.${given.reason}`)) : text, sure: true }
}

/** Does the library have anything on it for the person's office, be it only in doubt? */
export function tellable(at: At<unknown>, id: string): boolean {
  const { facts, answers } = at.world.library
  const row = answers.find((one) => one.id === id)
  const office = officeOf(at)
  const given = row && answer(facts, row, office.code, todayAt(at, office))
  return given !== undefined && !(given.how === 'ask' && given.reason === 'missing')
}

interface ReadyParts<D> {
  id(at: At<D>): string
  /** The office it is asked for; that of the conversation unless another is meant. */
  office?(at: At<D>): Office
  /** Menu entry under which a person is asked. */
  readonly topic: string
  /** Where the person goes on. */
  done(at: At<D>): Move
}

/** Gives a ready answer, and offers a person where it is not sure. */
export function ready<D>(parts: ReadyParts<D>): Question<D> {
  const given = (at: At<D>) => readyAnswer(at, parts.id(at), parts.office?.(at))
  return choose<D>({
    ask: (at) => {
      const { text, sure } = given(at)
      const clear = { id: 'done', label: t('ready.clear'), words: 'sudah, jelas, oke, ya, clear, ok' }
      return { text, options: sure ? [clear] : ASK }
    },
    picked: (at, id) => (id === 'ask' ? toOfficer(parts.topic) : parts.done(at)),
  })
}

const ASK = [
  { id: 'ask', label: t('doubt.yes'), words: 'ya, mau, boleh, tanyakan, yes' },
  { id: 'done', label: t('doubt.no'), words: 'tidak, tidak usah, no' },
]

/** To a person, with the menu entry it is about. */
export function toOfficer(topic: string, along: Along = {}): Move {
  return open({ flow: 'human', data: { topic } }, along)
}
