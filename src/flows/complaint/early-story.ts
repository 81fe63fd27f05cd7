import { wordCount } from '../../model/messages/text.ts'
import { mentionsMisconduct } from '../../model/understanding/intent.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { notUnderstood, type MediaAnswer, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { t } from '../engine/text.ts'
import { addFile, addText, hasStory } from '../shared/story.ts'
import type { ComplaintData, ComplaintStep } from './handle.ts'

/** People tell their story before they are asked for it, and go on after it was read back: it is kept, the question stays. */

type Next = Transition<ComplaintData, ComplaintStep>

/** Words from which an answer to a list is a story and not a choice. */
const STORY_WORDS = 5

export function onEarlyText({ state, data }: StepContext<ComplaintData>, text: string): Next {
  if (hasStory(data) || !isStory(text)) return notUnderstood
  return kept('kept', addText(data, text), state.confidential || mentionsMisconduct(text))
}

export function onEarlyMedia({ state, data }: StepContext<ComplaintData>, answer: MediaAnswer): Next {
  return kept('keptFile', addFile(data, answer), state.confidential)
}

export function onLateText({ state, data }: StepContext<ComplaintData>, text: string): Next {
  return isStory(text) ? kept('added', addText(data, text), state.confidential) : notUnderstood
}

export function onLateMedia({ state, data }: StepContext<ComplaintData>, answer: MediaAnswer): Next {
  return kept('added', addFile(data, answer), state.confidential)
}

function isStory(text: string): boolean {
  return wordCount(normalise(text)) >= STORY_WORDS
}

function kept(
  received: 'kept' | 'keptFile' | 'added',
  transition: ReturnType<typeof addText>,
  confidential: boolean,
): Next {
  const says = transition.says ?? [{ text: t(`complaint.${received}`) }]
  return { ...transition, set: { ...transition.set, last: undefined }, says, confidential }
}
