import { speaksOfWrong } from '../../model/understanding-intent.ts'
import { normalise } from '../../model/understanding.ts'
import type { Complaint } from './data.ts'
import { miss, stay, t, type At, type MediaReply, type Move } from '../engine/flow.ts'
import { addFile, addText, isTold } from '../shared/story.ts'

/** People tell their story before they are asked for it, and go on after it was read back: it is kept, the question stays. */

/** Words from which an answer to a list is a story and not a choice. */
const STORY_WORDS = 5

export function toldEarly({ state, data }: At<Complaint>, text: string): Move {
  if (isTold(data) || !isStory(text)) return miss
  return kept('kept', addText(data, text), state.sealed || speaksOfWrong(text))
}

export function shownEarly({ state, data }: At<Complaint>, reply: MediaReply): Move {
  return kept('keptFile', addFile(data, reply), state.sealed)
}

export function toldLate({ state, data }: At<Complaint>, text: string): Move {
  return isStory(text) ? kept('added', addText(data, text), state.sealed) : miss
}

export function shownLate({ state, data }: At<Complaint>, reply: MediaReply): Move {
  return kept('added', addFile(data, reply), state.sealed)
}

function isStory(text: string): boolean {
  return normalise(text).split(' ').length >= STORY_WORDS
}

function kept(said: 'kept' | 'keptFile' | 'added', move: Move, sealed: boolean): Move {
  if (move.kind !== 'stay') return move
  const says = move.says ?? [{ text: t(`complaint.${said}`) }]
  return stay({ ...move, set: { ...move.set, last: undefined }, says, sealed })
}
