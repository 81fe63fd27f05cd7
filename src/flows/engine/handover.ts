import { stepContext, flowOf, memoryOf, type TurnContext } from './turn-context.ts'
import type { FlowData, FlowTarget } from './flow.ts'

/** A flow that was left for a person: it can be taken up again, and what it had gathered goes along. */
export type SuspendedFlow = {
  readonly flow: string
  readonly step: string
  readonly data: FlowData
  readonly back: readonly string[]
  readonly confidential: boolean
  readonly since: number
  /** Would something be lost if it were not taken up again? */
  readonly hasProgress: boolean
  /** Left for a question in between: taken up again by itself when that has ended. */
  readonly resumes?: boolean
}

/** Where the conversation stands now; nothing at the menu, or when nothing is under way. */
export function suspendedFlow(turn: TurnContext): SuspendedFlow | undefined {
  const { flow, step, data, back, confidential, since } = turn.state
  if (flow === null || flow === 'menu') return undefined
  return {
    flow,
    step,
    data,
    back,
    confidential: confidential,
    since,
    hasProgress: flowOf(turn)?.hasProgress(stepContext(turn)) ?? false,
  }
}

/** What a question in between was put over; one at most: a question over a question leads back to the first. */
export function interruptedFlow({ data }: TurnContext['state']): SuspendedFlow | undefined {
  const under = data['suspended'] as SuspendedFlow | undefined
  return under?.resumes ? under : undefined
}

/** The way to a person from wherever the conversation stands. `asked` = the person wanted it; else it goes at once. */
export function handoverTarget(turn: TurnContext, why: 'asked' | 'misses' | 'circles'): FlowTarget {
  const missed = memoryOf(turn.state).unclearTexts
  const under = suspendedFlow(turn)
  return {
    flow: 'human',
    ...(why === 'asked' ? {} : { step: 'open' }),
    data: { ...(under && { suspended: under }), ...(why === 'misses' && missed && { parts: missed }) },
  }
}
