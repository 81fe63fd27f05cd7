import type { Text } from './conversation.ts'
import type { FlowData, FlowTarget } from './flow.ts'

/** News as a flow hands it over: its words, said over whatever else is under way, and the question it opens when nothing is. */
export interface Notice {
  readonly text: Text
  readonly target: FlowTarget
  /** Kept with the chat, see `Along.keep`. */
  readonly slots?: FlowData
}
