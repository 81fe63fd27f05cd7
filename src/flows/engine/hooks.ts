import type { InboundContent } from '../../model/messages/content.ts'
import type { Library } from '../../model/library.ts'
import type { Intent, IntentResult } from '../../model/understanding/intent.ts'
import type { Input } from './conversation.ts'
import type { StepContext } from './context.ts'
import type { FlowTarget, FlowData } from './handle.ts'
import type { Slot } from './slot.ts'
import type { Reading } from './state.ts'
import type { Text } from './text.ts'

/** Everything a flow owns beside its steps. The engine asks every flow of the registry and knows none by name. */

export type Reminder = Extract<Input, { kind: 'reminder' }>
/** What happens outside without having been asked for. */
export type News = Exclude<Input, { kind: 'message' | 'query result' | 'reminder' }>

/** What comes unasked: its words, said over whatever else is under way, and the question it opens when nothing is. */
export interface Notice {
  /** Without words it waits, under its key, until what is under way has ended. */
  readonly text?: Text
  readonly key?: string
  readonly target: FlowTarget
  readonly slots?: FlowData
}

/** A question that is settled at once: told in the middle of something else, or opened where nothing is under way. */
export interface DirectAnswer {
  readonly texts: readonly Text[]
  readonly target: FlowTarget
}

/** A place where the flow speaks out of the answer library: a supervisor is shown it before a fact changes. */
export interface Preview {
  readonly target: FlowTarget
  /** Its words differ by weekday. */
  readonly daily?: boolean
}

/** What a message told by the way: kept in the flow's data, and told back in a few words. */
export interface Notes<D> {
  readonly set: Partial<D>
  readonly told?: Text
}

export interface LikelyReading extends Reading {
  readonly confidence: number
}

export interface FlowHooks<D> {
  /** What opens it besides its menu entry. */
  readonly intents?: readonly Intent[]
  /** Reminders it sets, by name, and what a due one says; null: there is nothing left to tell. "Berhenti" stops them all. */
  readonly reminders?: Readonly<Record<string, (at: StepContext, reminder: Reminder) => Notice | null>>
  /** What it watches outside; given up by "berhenti". */
  readonly subscriptions?: readonly ('applications' | 'quota')[]
  /** News of the outside it tells; null: nothing to tell this person. */
  readonly news?: {
    readonly [Kind in News['kind']]?: (at: StepContext, news: Extract<News, { kind: Kind }>) => Notice | null
  }
  /** A notice does not take its place, even when it is idle. */
  readonly holdsNotices?: boolean
  /** What it keeps with the chat beyond its end. */
  readonly slots?: readonly Slot[]
  /** While nothing is under way: content that can only mean this flow. */
  recognise?(at: StepContext, content: InboundContent): FlowTarget | null
  /** While nothing is under way and no intent is clear: words that may mean this flow. */
  guess?(at: StepContext, text: string): FlowTarget | null
  /** A question that it settles at once. `least`: how sure it must be (0–1), where another answer follows anyway. */
  directAnswer?(at: StepContext, text: string, least?: number): DirectAnswer | null
  /** Words about what it has shown last ("kalau yang 10 tahun?"): where the flow goes on with them. `at.data`: as it was shown. */
  followUp?(at: StepContext<D>, text: string): FlowTarget | null
  /** What it can tell at once in the middle of another flow. */
  sideAnswer?(at: StepContext, text: string, intent: IntentResult): readonly Text[]
  /** Do the words speak of another case of this flow's own matter than the one under way? */
  isAboutOther?(at: StepContext<D>, text: string): boolean
  /** What words tell beyond the question that is open: for later questions, or in place of earlier answers. */
  notes?(at: StepContext<D>, text: string): Notes<D> | null
  /** What unclear words may mean here, with how likely that is (0–1). */
  readings?(at: StepContext, text: string): readonly LikelyReading[]
  /** Where it tells facts. */
  previews?(library: Library): readonly Preview[]
}
