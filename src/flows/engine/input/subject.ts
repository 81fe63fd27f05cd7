import type { FlowTarget } from '../handle.ts'
import { RESUME_AFTER } from '../limits.ts'
import type { Subject } from '../state.ts'
import { startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'

/** What was shown last stays open: words about it are understood while other things are asked, and after its flow has ended. */

/** Remembers what now stands there to be asked about. */
export function keepSubject(turn: Turn): void {
  const { flow } = turn
  const { step, data } = turn.state
  if (flow?.followUp && !turn.isFlowActive) turn.remember({ subject: { flow: flow.name, step, data } })
}

/** Goes on with what was shown last, if the words are about it. */
export function followUp(turn: Turn, text: string): boolean {
  const target = followUpOf(turn, text)
  if (target) startFlow(turn, target)
  return target !== null
}

export function hasFollowUp(turn: Turn, text: string): boolean {
  return followUpOf(turn, text) !== null
}

function followUpOf(turn: Turn, text: string): FlowTarget | null {
  const subject = turn.memory.subject
  const flow = subject && turn.registry.flows.get(subject.flow)
  if (!subject || !flow?.followUp || turn.elapsed(turn.initial.lastAt || undefined) > RESUME_AFTER)
    return null
  return flow.followUp({ ...turn.context, ...at(turn, subject) }, text)
}

/** The moment at which it was shown: the flow's own data and step. */
function at(turn: Turn, { flow, step, data }: Subject) {
  return {
    data: turn.registry.flows.get(flow)?.data.safeParse(data).data ?? {},
    state: { ...turn.state, flow, step, data },
  }
}
