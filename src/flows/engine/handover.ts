import { readActs } from '../../model/understanding/acts.ts'
import type { FlowTarget } from './handle.ts'
import type { State, SuspendedFlow } from './state.ts'
import type { Turn } from './turn.ts'

/** Where the conversation stands now, to be taken up again; nothing at the menu, or when nothing is under way. */
export function suspendFlow(turn: Turn, resumes = false): SuspendedFlow | null {
  const { flow, step, data, back, confidential, since, suspended } = turn.state
  if (flow === null || turn.isAtHome) return null
  const hasProgress = turn.flow?.hasProgress(turn.context) ?? false
  return { flow, step, data, back, confidential, since, hasProgress, resumes, suspended }
}

/** What a question in between was put over; one at most: a question over a question leads back to the first. */
export function interruptedFlow({ suspended }: State): SuspendedFlow | null {
  return suspended?.resumes ? suspended : null
}

/** The way to a person from wherever the conversation stands. `asked` = the person wanted it; else it goes at once. */
export function handoverTarget(
  turn: Turn,
  why: 'asked' | 'misses' | 'circles',
  confidential: boolean,
): [FlowTarget, { confidential: boolean; suspended: SuspendedFlow | null }] {
  const { handover } = turn.registry
  const parts = why === 'misses' ? turn.memory.unclearTexts : why === 'asked' ? askedBefore(turn) : undefined
  const target = why === 'asked' ? handover.asked : handover.direct
  return [
    parts ? { ...target, data: { ...target.data, parts } } : target,
    { confidential, suspended: suspendFlow(turn) },
  ]
}

/** What was asked before a person was wanted: nobody tells it twice. A flow keeps the words that opened it in `words`. */
export function askedBefore({ memory, state }: Turn): readonly string[] | undefined {
  const { words } = state.data
  const asked = [...(typeof words === 'string' ? [words] : []), ...(memory.recentWords ?? [])].filter(
    (text) => text.trim().includes(' ') && !readActs(text).has('thanks') && !readActs(text).has('greeting'),
  )
  return asked.length > 0 ? [...new Set(asked)] : undefined
}
