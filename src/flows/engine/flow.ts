import type { MediaKind, StoredFile } from '../../model/messages/content.ts'
import type { QueryResult, Query, Choice, Effect, Say, State, Text, World } from './conversation.ts'

/** What a flow file is written in: steps that ask, look up or pass on, and moves between them. */

export type FlowData = Readonly<Record<string, unknown>>

/** Where a step stands: everything it may read. */
export interface StepContext<D = FlowData> {
  readonly state: State
  readonly world: World
  readonly data: D
}

/** A choice, with the words people may type for it instead of its number. */
export interface Option extends Choice {
  readonly words?: string
}

/** A question: its text and its own choices; the engine adds 0 petugas and 9 menu. */
export interface Prompt {
  readonly text: Text
  readonly options: readonly Option[]
  /** Contract choices shown with it; both unless said otherwise. They work unseen as well. */
  readonly commands?: readonly ('petugas' | 'menu')[]
}

/** A shared location, in degrees. */
export interface LocationAnswer {
  readonly kind: 'place'
  readonly lat: number
  readonly lng: number
}

export interface MediaAnswer {
  readonly kind: 'media'
  readonly media: MediaKind
  readonly caption: string
  readonly file: StoredFile
}

/** What a person answered, already read as far as the question allows. */
export type Answer =
  | { readonly kind: 'pick'; readonly id: string }
  | { readonly kind: 'text'; readonly text: string }
  | MediaAnswer
  | LocationAnswer

/** What a step may say and cause on its way. `set` is merged into the flow's data. */
export interface TransitionOptions {
  readonly says?: readonly Say[]
  readonly effects?: readonly Effect[]
  readonly set?: FlowData
  /** Steps whose questions were answered without being asked: `kembali` leads to them. */
  readonly prefilled?: readonly string[]
  /** From now on messages of this flow are confidential, or no longer. */
  readonly confidential?: boolean
  /** Kept with the chat beyond the end of the flow (`keptOf`); `undefined` forgets. */
  readonly slots?: FlowData
}

/** A flow to begin, at its first step unless another is named. */
export interface FlowTarget {
  readonly flow: string
  readonly step?: string
  readonly data?: FlowData
}

export type Transition =
  | ({ readonly kind: 'go'; readonly step: string } & TransitionOptions)
  /** The same question again, because the answer was understood but more is wanted. */
  | ({ readonly kind: 'stay' } & TransitionOptions)
  | ({ readonly kind: 'end'; readonly after?: 'menu' } & TransitionOptions)
  | ({ readonly kind: 'open'; readonly opening: FlowTarget } & TransitionOptions)
  /** The answer was not understood. */
  | { readonly kind: 'not understood' }

export interface QuestionStep<D = FlowData> {
  readonly kind: 'question'
  /** Free words are expected: only a bare number or a contract word itself is taken out of them. */
  readonly freeText: boolean
  /** Photos, documents, voice notes and videos are answers too. */
  readonly acceptsMedia: boolean
  /** A shared location is an answer too. */
  readonly acceptsLocation?: boolean
  /** Answers prove who somebody is: they become part of no story. */
  readonly sensitive?: boolean
  prompt(at: StepContext<D>): Prompt
  /** Said when an answer is not understood for the first time, instead of the general words. */
  unclear?(at: StepContext<D>): Text
  /** The simpler question with an example, after two answers that were not understood. */
  rephrase(at: StepContext<D>): Text
  answer(at: StepContext<D>, reply: Answer): Transition
  /** Where "kembali" leads while the step stays the same one; without it, to the question before. */
  back?(at: StepContext<D>): Transition | undefined
}

/** Asks the desk and goes on with its answer. */
export interface QueryStep<D = FlowData> {
  readonly kind: 'query'
  query(at: StepContext<D>): Query
  resolve(at: StepContext<D>, answer: QueryResult): Transition
}

/** Asks nobody: decides where to go on. */
export interface DecisionStep<D = FlowData> {
  readonly kind: 'decision'
  decide(at: StepContext<D>): Transition
}

export type Step<D = FlowData> = QuestionStep<D> | QueryStep<D> | DecisionStep<D>

export interface Flow<D = FlowData> {
  readonly name: string
  readonly first: string
  readonly steps: Readonly<Record<string, Step<D>>>
  /** Nothing is under way in it now: free words fall through to ordinary understanding, and a rating need not wait. */
  isIdle?(at: StepContext<D>): boolean
  /** It takes a story (`parts`, `files`): a photo sent just before it began goes along. */
  readonly collectsStory?: boolean
  /** Would something be lost by leaving now? */
  hasProgress(at: StepContext<D>): boolean
}

export const go = (step: string, along: TransitionOptions = {}): Transition => ({
  kind: 'go',
  step,
  ...along,
})
export const stay = (along: TransitionOptions = {}): Transition => ({ kind: 'stay', ...along })
export const end = (along: TransitionOptions & { readonly after?: 'menu' } = {}): Transition => ({
  kind: 'end',
  ...along,
})
export const open = (opening: FlowTarget, along: TransitionOptions = {}): Transition => ({
  kind: 'open',
  opening,
  ...along,
})
export const notUnderstood: Transition = { kind: 'not understood' }

/** Words by key; the everyday constructor of flow files. */
export function t(key: string, vars?: NonNullable<Extract<Text, { key: string }>['vars']>): Text {
  return vars ? { key, vars } : { key }
}
