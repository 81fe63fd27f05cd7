import type { FlowTarget } from '../engine/flow.ts'

/** What the help with the app remembers of the way so far. */
export type AppHelpData = {
  /** A typed trouble: the beginning of the story, should it become a complaint. */
  readonly parts?: readonly string[]
  /** What was said when the flow was opened, however short. */
  readonly words?: string
  /** The step of the guide the person is at. */
  readonly step?: string
  /** Where the person came from, and goes on once it works. */
  readonly returnTo?: FlowTarget
  readonly symptoms?: readonly string[]
  readonly symptom?: string
  /** Category of a ticket that is opened from here. */
  readonly category?: string
  /** Index of the remedy now told. */
  readonly at?: number
  /** Ready answer chosen. */
  readonly answer?: string
}
