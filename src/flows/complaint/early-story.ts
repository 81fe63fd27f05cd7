import { mentionsMisconduct } from '../../model/understanding/intent.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import type { ComplaintData } from './data.ts'
import {
  notUnderstood,
  stay,
  t,
  type StepContext,
  type MediaAnswer,
  type Transition,
} from '../engine/flow.ts'
import { addFile, addText, hasStory } from '../shared/story.ts'

/** People tell their story before they are asked for it, and go on after it was read back: it is kept, the question stays. */

/** Words from which an answer to a list is a story and not a choice. */
const STORY_WORDS = 5

export function onEarlyText({ state, data }: StepContext<ComplaintData>, text: string): Transition {
  if (hasStory(data) || !isStory(text)) return notUnderstood
  return kept('kept', addText(data, text), state.confidential || mentionsMisconduct(text))
}

export function onEarlyMedia({ state, data }: StepContext<ComplaintData>, reply: MediaAnswer): Transition {
  return kept('keptFile', addFile(data, reply), state.confidential)
}

export function onLateText({ state, data }: StepContext<ComplaintData>, text: string): Transition {
  return isStory(text) ? kept('added', addText(data, text), state.confidential) : notUnderstood
}

export function onLateMedia({ state, data }: StepContext<ComplaintData>, reply: MediaAnswer): Transition {
  return kept('added', addFile(data, reply), state.confidential)
}

function isStory(text: string): boolean {
  return normalise(text).split(' ').length >= STORY_WORDS
}

function kept(said: 'kept' | 'keptFile' | 'added', move: Transition, confidential: boolean): Transition {
  if (move.kind !== 'stay') return move
  const says = move.says ?? [{ text: t(`complaint.${said}`) }]
  return stay({ ...move, set: { ...move.set, last: undefined }, says, confidential: confidential })
}
