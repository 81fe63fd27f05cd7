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
  const unclear = why === 'misses' ? turn.memory.unclearTexts : undefined
  const target = why === 'asked' ? handover.asked : handover.direct
  return [
    unclear ? { ...target, data: { ...target.data, parts: unclear } } : target,
    { confidential, suspended: suspendFlow(turn) },
  ]
}
