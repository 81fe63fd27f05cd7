import { at, flowOf, memoOf, type Scene } from './scene.ts'
import type { Data, Opening } from './script.ts'

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
}

/** The way to a person from wherever the conversation stands. `asked` = the person wanted it; else it goes at once. */
export function personOpening(scene: Scene, why: 'asked' | 'misses' | 'circles'): Opening {
  const { flow, step, data, back, sealed, since } = scene.state
  const missed = memoOf(scene.state).missed
  const held = flowOf(scene)?.holds(at(scene)) ?? false
  const frame: Frame | undefined = flow ? { flow, step, data, back, sealed, since, held } : undefined
  const under = flow === 'menu' ? undefined : frame
  return {
    flow: 'human',
    ...(why === 'asked' ? {} : { step: 'open' }),
    data: { ...(under && { under }), ...(why === 'misses' && missed && { parts: missed }) },
  }
}
