import { wordCount } from '../../../model/messages/text.ts'
import { parseChoiceNumber } from '../../../model/understanding/choice-number.ts'
import type { Answer, QuestionStep } from '../flow.ts'
import { reprompt } from '../prompt.ts'
import { isOptionText } from '../question.ts'
import { applyOptions, applyTransition } from '../transition.ts'
import type { Turn } from '../turn.ts'
import { readAnswer } from './answer-reader.ts'
import { answerAlong } from './side-question.ts'

/** One clause or line of a message is the answer; the rest of it says something else. */

/** Words of a clause that may be an answer before something else. */
const SHORT_CLAUSE = 5

interface Part {
  readonly said: string
  readonly rest: string
}

/** "Iya, tanyakan. Sama syaratnya apa?", or "mau yang itu pak" and then "1": the answer, and what else is said. `false` when neither end is one. */
export function answerInPart(turn: Turn, question: QuestionStep, text: string): boolean {
  const parts = [firstClause(text), lastLineChoice(turn, question, text)]
  return parts.some((part) => part !== null && answerWith(turn, question, part))
}

function firstClause(text: string): Part | null {
  const [said = '', ...others] = text.split(/[.!\n]+|,\s+/).map((one) => one.trim())
  const rest = others.filter(Boolean).join(', ')
  return rest === '' || wordCount(said) > SHORT_CLAUSE ? null : { said, rest }
}

/** A choice on a last line of its own, by its number or in its own words; null when there is none. */
export function lastLineChoice(turn: Turn, question: QuestionStep, text: string): Part | null {
  const part = lastLine(text)
  if (!part) return null
  const { options } = question.prompt(turn.context)
  const isChoice = parseChoiceNumber(part.said) !== null || isOptionText(part.said, options, turn.world.hears)
  return isChoice ? part : null
}

function lastLine(text: string): Part | null {
  const at = text.lastIndexOf('\n')
  return at < 0 ? null : { said: text.slice(at + 1).trim(), rest: text.slice(0, at).trim() }
}

/** The words without a number that stands below them, where there is no list it could belong to. */
export function withoutLooseNumber(text: string): string {
  const part = lastLine(text)
  return part && parseChoiceNumber(part.said) !== null ? part.rest : text
}

function answerWith(turn: Turn, question: QuestionStep, { said, rest }: Part): boolean {
  const answer = readAnswer(turn, question, { kind: 'text', text: said })
  const transition = answer && question.answer(turn.context, answer)
  if (!transition || transition.kind === 'not understood') return false
  answerAlong(turn, rest)
  turn.remember({ recentWords: [...(turn.memory.recentWords ?? []), rest] })
  applyTransition(turn, transition)
  return true
}

/** A story and below it, on a line of its own, that this was all: it is kept, and more of it is not asked for. `false` when it is none. */
export function answerBelowStory(turn: Turn, question: QuestionStep, text: string): boolean {
  if (!turn.flow?.collectsStory || !question.freeText || turn.truncated) return false
  const part = lastLineChoice(turn, question, text)
  const kept = part && question.answer(turn.context, { kind: 'text', text: part.rest })
  if (!part || kept?.kind !== 'stay') return false
  applyOptions(turn, kept)
  const answer: Answer | null = readAnswer(turn, question, { kind: 'text', text: part.said })
  const transition = answer && question.answer(turn.context, answer)
  if (!transition || transition.kind === 'not understood') reprompt(turn)
  else applyTransition(turn, transition)
  return true
}
