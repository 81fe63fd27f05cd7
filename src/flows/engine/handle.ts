export type FlowData = Readonly<Record<string, unknown>>

/** A flow to begin, at its first step unless another is named. Made by a flow's own handle. */
export interface FlowTarget {
  readonly flow: string
  readonly step?: string
  readonly data?: FlowData
}

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
