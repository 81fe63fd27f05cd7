import type { FlowTarget } from '../handle.ts'
import { RESUME_AFTER } from '../limits.ts'
import type { Subject } from '../state.ts'
import { startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'

/** What was shown last stays open: words about it are understood while other things are asked, and after its flow has ended. */

/** Subjects kept. */
const MOST = 3

/** Remembers what has come to stand there to be asked about. */
export function keepSubject(turn: Turn): void {
  const { flow, step, data } = turn.state
  const isNew = turn.initial.data !== data || turn.initial.step !== step
  if (flow !== null && isNew && !turn.isFlowActive) addSubject(turn, { flow, step, data })
}

/** The latest first; of a flow without follow-ups nothing is kept. */
export function addSubject(turn: Turn, { flow, step = '', data = {} }: FlowTarget): void {
  if (!turn.registry.flows.get(flow)?.followUp) return
  const others = (turn.memory.subjects ?? []).filter((one) => one.flow !== flow)
  turn.remember({ subjects: [{ flow, step, data }, ...others].slice(0, MOST) })
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
  if (turn.elapsed(turn.initial.lastAt || undefined) > RESUME_AFTER) return null
  for (const subject of turn.memory.subjects ?? []) {
    const flow = turn.registry.flows.get(subject.flow)
    const target = flow?.followUp?.({ ...turn.context, ...momentOf(turn, subject) }, text)
    if (target) return target
  }
  return null
}

/** The moment at which it was shown: the flow's own data and step. */
function momentOf(turn: Turn, { flow, step, data }: Subject) {
  const read = turn.registry.flows.get(flow)?.data.safeParse(data).data ?? {}
  return { data: read, state: { ...turn.state, flow, step, data } }
}
