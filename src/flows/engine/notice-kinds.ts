import type { Text } from './conversation.ts'
import type { Data, Opening } from './flow.ts'

/** News as a flow hands it over: its words, said over whatever else is under way, and the question it opens when nothing is. */
export interface News {
  readonly text: Text
  readonly opens: Opening
  /** Kept with the chat, see `Along.keep`. */
  readonly keep?: Data
}
