import type { FlowData, FlowTarget } from './flow.ts'

/** How other flows name a flow: its steps and data are types, so that a typo does not compile. */
interface FlowHandle<D, S extends string> {
  readonly name: string
  /** At its first step. */
  start(data?: D): FlowTarget
  at(step: S, data?: D): FlowTarget
}

export function flowHandle<D extends FlowData, S extends string>(name: string): FlowHandle<D, S> {
  return {
    name,
    start: (data) => ({ flow: name, ...(data && { data }) }),
    at: (step, data) => ({ flow: name, step, ...(data && { data }) }),
  }
}
