import type { Scene } from './scene.ts'
import { memoOf } from './scene.ts'
import type { Data, Opening } from './script.ts'

/** A flow that was left for a person: it can be taken up again, and what it had gathered goes along. */
export type Frame = {
  readonly flow: string
  readonly step: string
  readonly data: Data
  readonly back: readonly string[]
  readonly sealed: boolean
  readonly since: number
}

/** The way to a person from wherever the conversation stands. `asked` = the person wanted it; else it goes at once. */
export function personOpening(scene: Scene, why: 'asked' | 'misses' | 'circles'): Opening {
  const { flow, step, data, back, sealed, since } = scene.state
  const missed = memoOf(scene.state).missed
  const under: Frame | undefined =
    flow && flow !== 'menu' ? { flow, step, data, back, sealed, since } : undefined
  return {
    flow: 'human',
    ...(why === 'asked' ? {} : { step: 'open' }),
    data: { ...(under && { under }), ...(why === 'misses' && missed && { parts: missed }) },
  }
}
