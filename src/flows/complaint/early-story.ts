import { excerpt, wordCount } from '../../model/messages/text.ts'
import { readActs } from '../../model/understanding/acts.ts'
import type { Act } from '../../model/understanding/labels.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { notUnderstood, type MediaAnswer, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { t } from '../engine/text.ts'
import { addFile, addText, hasStory } from '../shared/story.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'
import { isForFewEyes, nextQuestion } from './next.ts'

/** People go on telling while something else is asked: it is kept, the question stays. */

type Next = Transition<ComplaintData, ComplaintStep>

/** Words from which an answer to a list is a story and not a choice, and from which it is more of one at the end. */
const STORY_WORDS = 4
const MORE_WORDS = 2
/** Few words that do one of these tell nothing. */
const NOT_TOLD: readonly Act[] = [
  'unknown',
  'what',
  'why',
  'repeat',
  'thanks',
  'refusal',
  'unable',
  'help',
  'yes',
  'no',
  'done',
]
const SURE = 0.6
/** As sure as this an addition asks something (0–1). */
const ASKS = 0.7
/** Characters of an addition that are read back. */
export const ADDED = 40
/** More words than this tell something, whatever else they do. */
const LONG = 8

/** At a list: a sentence is more of the story. */
export function onEarlyText({ state, data }: StepContext<ComplaintData>, text: string): Next {
  if (!isTold(text, STORY_WORDS)) return notUnderstood
  return kept('added', addText(data, text), state.confidential || isForFewEyes(text))
}

/** At the end: a date, a name, a window are more of it as well. */
export function onLateText(at: StepContext<ComplaintData>, text: string): Next {
  const { state, data } = at
  if (!isTold(text, MORE_WORDS)) return notUnderstood
  const { says, set, ...kept } = addText(data, text)
  // what turns out to be for few eyes is filed anew
  if (!state.confidential && isForFewEyes(text)) return nextQuestion(at, { ...set, last: undefined })
  const { confidential } = state
  return { ...kept, ...(says && { says }), set: { ...set, last: undefined, added: true }, confidential }
}

export function onMedia({ state, data }: StepContext<ComplaintData>, answer: MediaAnswer): Next {
  return kept(hasStory(data) ? 'addedFile' : 'keptFile', addFile(data, answer), state.confidential)
}

/** At the end nothing is left to choose. */
export function onLateMedia({ state, data }: StepContext<ComplaintData>, answer: MediaAnswer): Next {
  return kept('addedFile', addFile(data, answer), state.confidential)
}

function isTold(text: string, least: number): boolean {
  const count = wordCount(normalise(text))
  if (count < least) return false
  const acts = readActs(text)
  return count > LONG || !NOT_TOLD.some((act) => acts.has(act, SURE))
}

function kept(
  received: 'keptFile' | 'added' | 'addedFile' | 'addedQuestion',
  transition: ReturnType<typeof addText>,
  confidential: boolean,
): Next {
  const asks = received === 'added' && readActs(transition.set?.parts?.at(-1) ?? '').has('question', ASKS)
  if (asks) received = 'addedQuestion'
  const words = excerpt(transition.set?.parts?.at(-1) ?? '', ADDED)
  const says = transition.says ?? [{ text: t(`complaint.${received}`, { words }) }]
  return { ...transition, set: { ...transition.set, last: undefined }, says, confidential }
}
