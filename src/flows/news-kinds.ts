import type { Text } from './flow.ts'
import type { Data, Opening } from './script.ts'

/** News as a flow hands it over: its words, said over whatever else is under way, and the question it opens when nothing is. */
export interface News {
  readonly text: Text
  readonly opens: Opening
  /** Kept with the chat, see `Along.keep`. */
  readonly keep?: Data
}
