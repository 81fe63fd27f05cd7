import type { ApplicationView } from '../engine/conversation.ts'

/** What a look at an application remembers. Number and birth date are gone as soon as they have been asked for. */
export type StatusData = {
  /** What was said when the flow was opened. */
  readonly words?: string
  readonly parts?: readonly string[]
  readonly number?: string
  readonly birth?: string
  /** Category of a ticket that is opened from here. */
  readonly category?: string
  /** Answers in a row that could not be read. */
  readonly tries?: number
  readonly found?: ApplicationView
  /** Told because it changed. */
  readonly news?: boolean
  /** Ready answer chosen. */
  readonly answer?: string
}
