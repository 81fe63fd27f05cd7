import type { Text } from '../engine/conversation.ts'
import type { Story } from '../shared/story.ts'

/** What the complaint flow has gathered so far. */
export type ComplaintData = Story & {
  readonly office?: string
  /** Offices a typed name may mean. */
  readonly offices?: readonly string[]
  readonly group?: string
  readonly category?: string
  /** What another flow has found out already, and since when (ms) it has been told. */
  readonly about?: Text
  readonly aboutFrom?: number
  /** One item is being corrected: afterwards back to the read-back. */
  readonly editing?: boolean
}
