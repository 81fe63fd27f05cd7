import { at, flowOf, memoOf, type Scene } from './turn-context.ts'
import type { Data, Opening } from './flow.ts'

/** A flow that was left for a person: it can be taken up again, and what it had gathered goes along. */
export type Frame = {
  readonly flow: string
  readonly step: string
  readonly data: Data
  readonly back: readonly string[]
  readonly sealed: boolean
  readonly since: number
  /** Would something be lost if it were not taken up again? */
  readonly held: boolean
  /** Left for a question in between: taken up again by itself when that has ended. */
  readonly aside?: boolean
}

/** Where the conversation stands now; nothing at the menu, or when nothing is under way. */
export function frameOf(scene: Scene): Frame | undefined {
  const { flow, step, data, back, sealed, since } = scene.state
  if (flow === null || flow === 'menu') return undefined
  return { flow, step, data, back, sealed, since, held: flowOf(scene)?.holds(at(scene)) ?? false }
}

/** What a question in between was put over; one at most: a question over a question leads back to the first. */
export function leftAside({ data }: Scene['state']): Frame | undefined {
  const under = data['under'] as Frame | undefined
  return under?.aside ? under : undefined
}

/** The way to a person from wherever the conversation stands. `asked` = the person wanted it; else it goes at once. */
export function personOpening(scene: Scene, why: 'asked' | 'misses' | 'circles'): Opening {
  const missed = memoOf(scene.state).missed
  const under = frameOf(scene)
  return {
    flow: 'human',
    ...(why === 'asked' ? {} : { step: 'open' }),
    data: { ...(under && { under }), ...(why === 'misses' && missed && { parts: missed }) },
  }
}
