import { wordCount } from '../../model/messages/text.ts'
import { readActs } from '../../model/understanding/acts.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import type { QuestionStep } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { isLabel, isOptionText } from '../engine/question.ts'
import { addText } from '../shared/story.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'

/** A sentence at a list tells something, whichever choice it also names: its words are not lost. */

type Question = QuestionStep<ComplaintData, ComplaintStep>
type Options = Parameters<typeof isLabel>[2]

/** Fewer words than this only choose, agree or object. */
const CHOOSING_WORDS = 4
const AGREEING_WORDS = 3
const OBJECTING_WORDS = 6

/** "Uangnya hangus dan tidak bisa kembali" chooses "Uang hangus", and is part of the story. */
export function keepingWords(question: Question): Question {
  return {
    ...question,
    answer(at, answer) {
      if (answer.kind !== 'text' || at.data.editing || !tells(at, answer.text, question, CHOOSING_WORDS))
        return question.answer(at, answer)
      const { set } = addText(at.data, answer.text)
      const next = question.answer({ ...at, data: { ...at.data, ...set, last: undefined } }, answer)
      // what is no choice is kept by the question itself
      const isPicked = next.kind === 'go' && !(next.set?.parts && next.set.parts !== set?.parts)
      if (!isPicked) return question.answer(at, answer)
      return { ...next, set: { ...set, last: undefined, ...next.set } }
    },
  }
}

/** "Saya sudah daftar" tells more, and does not say that it may be sent; "ada yang salah" still says that something is wrong. */
export function tellingFirst(question: Question, onText: Told): Question {
  return {
    ...question,
    answer(at, answer) {
      const next = question.answer(at, answer)
      if (answer.kind !== 'text') return next
      const least = next.kind === 'go' && next.step === 'change' ? OBJECTING_WORDS : AGREEING_WORDS
      return tells(at, answer.text, question, least) ? onText(at, answer.text) : next
    },
  }
}

type Told = (at: StepContext<ComplaintData>, text: string) => ReturnType<Question['answer']>

function tells(at: StepContext<ComplaintData>, text: string, question: Question, least: number): boolean {
  if (wordCount(normalise(text)) < least || readActs(text).isBare) return false
  const options: Options = question.prompt(at).options
  return !isOptionText(text, question.prompt(at).options, at.world.hears) && !isLabel(at, text, options)
}
