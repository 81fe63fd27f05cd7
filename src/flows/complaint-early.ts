import { intentOf } from '../model/understanding-intent.ts'
import { normalise } from '../model/understanding.ts'
import type { Complaint } from './complaint-data.ts'
import { miss, stay, t, type At, type MediaReply, type Move } from './script.ts'
import { addFile, addText, isTold } from './story.ts'

/** People tell their story before they are asked for it: it is kept, and the question stays. */

/** Words from which an answer to a list is a story and not a choice. */
const STORY_WORDS = 5

export function toldEarly({ state, data }: At<Complaint>, text: string): Move {
  if (isTold(data) || normalise(text).split(' ').length < STORY_WORDS) return miss
  return kept('kept', addText(data, text), state.sealed || intentOf(text)?.sealed === true)
}

export function shownEarly({ state, data }: At<Complaint>, reply: MediaReply): Move {
  return kept('keptFile', addFile(data, reply), state.sealed)
}

function kept(said: 'kept' | 'keptFile', move: Move, sealed: boolean): Move {
  if (move.kind !== 'stay') return move
  const says = move.says ?? [{ text: t(`complaint.${said}`) }]
  return stay({ ...move, set: { ...move.set, last: undefined }, says, sealed })
}
