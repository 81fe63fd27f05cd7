import type { ZodType } from 'zod'
import type { FlowData } from './handle.ts'
import type { State } from './state.ts'

/** What a flow keeps with the chat beyond its end. Whoever reads it was not the last release to write it: trust no shape. */

export interface Slot<T = unknown> {
  readonly name: string
  /** Forgotten when the person wants no more notices: a countdown or a watch that is no more must not be shown as running. */
  readonly forgetOnOptOut: boolean
  /** `undefined` when nothing is kept, or nothing that fits. */
  read(state: State): T | undefined
  /** For `TransitionOptions.slots`; `undefined` forgets. */
  set(value: T | undefined): FlowData
}

/** @param name  Key in the saved state; never reused for something else. */
export function slot<T>(name: string, shape: ZodType<T>, forgetOnOptOut = false): Slot<T> {
  return {
    name,
    forgetOnOptOut,
    read(state) {
      const kept = state.memory.slots?.[name]
      return kept === undefined ? undefined : shape.safeParse(kept).data
    },
    set: (value) => ({ [name]: value }),
  }
}
