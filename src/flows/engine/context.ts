import type { World } from './conversation.ts'
import type { FlowData } from './handle.ts'
import type { State } from './state.ts'

/** Where a step stands: everything it may read. */
export interface StepContext<D = FlowData> {
  readonly state: State
  readonly world: World
  readonly data: D
}
