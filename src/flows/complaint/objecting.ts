import { wordCount } from '../../model/messages/text.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { go, type QuestionStep, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { addText, storyText } from '../shared/story.ts'
import { guessCategory } from './category-guess.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'
import { categorySet, nextQuestion } from './next.ts'
import { officeInstead } from './office.ts'

/** What is read back was taken wrongly: it is filed anew by what the person says instead. */

type At = StepContext<ComplaintData>
type Next = Transition<ComplaintData, ComplaintStep>
type Question = QuestionStep<ComplaintData, ComplaintStep>

/** "Bukan antre, kursinya": not what it was taken for. */
const OBJECTS = /^(?:bukan|salah|keliru|itu salah|itu bukan|not|no it s|wrong)\b/

/** "Bukan antre, kursinya" says what it is; "bukan" alone only that it is wrong. */
export function objecting(asked: Question): Question {
  return {
    ...asked,
    corrects: true,
    answer(at, answer) {
      const says =
        answer.kind === 'text' && OBJECTS.test(normalise(answer.text)) && wordCount(answer.text) > 1
      return says && !officeInstead(at, answer.text) ? filedAnew(at, answer.text) : asked.answer(at, answer)
    },
  }
}

/** "Petugas yang kurang sopan" where it was asked what is to be changed: the subject, in other words. */
export function subjectInstead(at: At, text: string): Next | null {
  const [only, ...others] = likelyIn(at, text)
  if (!only || others.length > 0) return null
  return filedAs(at, text, only)
}

/** Another category for a story that was taken wrongly; where none is clear it is chosen from the list. */
function filedAnew(at: At, text: string): Next {
  const instead = text.split(/[.,;]|\b(?:tapi|tp|melainkan|but)\b/i).at(-1) ?? text
  const [own, whole] = [instead, `${storyText(at.data)}\n${instead}`].map((told) => likelyIn(at, told))
  const [only, ...others] = own ?? []
  // what turns out to be for few eyes becomes so here too
  if (only && others.length === 0) return filedAs(at, text, only)
  const likely = [...new Set([...(own ?? []), ...(whole ?? [])])]
  const open = { ...addText(at.data, text).set, category: undefined, guessed: false, added: false }
  return likely.length > 0 ? go('guess', { set: { ...open, likely } }) : go('group', { set: open })
}

function filedAs(at: At, text: string, category: string): Next {
  return nextQuestion(at, {
    ...addText(at.data, text).set,
    ...categorySet(at.world, category),
    added: false,
  })
}

/** What words may be about, but not what they were taken for. */
function likelyIn({ world, data }: At, told: string): readonly string[] {
  const guess = guessCategory(world, told.replace(OBJECTS, ''))
  return ('category' in guess ? [guess.category] : guess.likely).filter((one) => one !== data.category)
}
