import type { ZodType } from 'zod'
import type { MediaKind, StoredFile } from '../../model/messages/content.ts'
import type { Choice, Effect, Query, QueryResult, Say } from './conversation.ts'
import type { FlowHooks } from './hooks.ts'
import type { StepContext } from './context.ts'
import type { FlowData, FlowTarget } from './handle.ts'
import type { HearsKey, Text } from './text.ts'

/** What a flow is written in: steps that ask, look up or decide, and transitions between them. */

/** A choice, with what people may say for it instead of its number, and where it leads. */
export interface Option<D = FlowData, S extends string = string> extends Choice {
  readonly hears?: HearsKey
  /** In place of `hears`, where what people say is no text of ours: the names of languages. */
  readonly phrases?: ReadonlySet<string>
  /** What it amounts to, if its id does not say so: then anybody's words for that will do. */
  readonly means?: 'yes' | 'no' | 'done' | 'unknown' | 'none'
  readonly to?: Transition<D, S>
}

/** A question: its text and its own choices; the engine adds 0 petugas and 9 menu. */
export interface Prompt<D = FlowData, S extends string = string> {
  readonly text: Text
  readonly options: readonly Option<D, S>[]
  /** Commands shown with it; both unless said otherwise. They work unseen as well. */
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
export interface TransitionOptions<D> {
  readonly says?: readonly Say[]
  readonly effects?: readonly Effect[]
  readonly set?: { readonly [Key in keyof D]?: D[Key] | undefined }
  /** Steps whose questions were answered without being asked: `kembali` leads to them. */
  readonly prefilled?: readonly string[]
  /** From now on messages of this flow are confidential, or no longer. */
  readonly confidential?: boolean
  /** Kept with the chat beyond the end of the flow (`Slot.set`). */
  readonly slots?: FlowData
}

export type Transition<D = FlowData, S extends string = string> =
  | ({ readonly kind: 'go'; readonly step: S } & TransitionOptions<D>)
  /** The same question again, because the answer was understood but more is wanted. */
  | ({ readonly kind: 'stay' } & TransitionOptions<D>)
  | ({ readonly kind: 'end'; readonly after?: 'menu' } & TransitionOptions<D>)
  | ({ readonly kind: 'open'; readonly opening: FlowTarget } & TransitionOptions<D>)
  /** To a person, with the menu entry it is about; with a question that was put in words it goes at once. */
  | ({
      readonly kind: 'hand over'
      readonly topic: string
      readonly question?: string
    } & TransitionOptions<D>)
  | NotUnderstood

export interface NotUnderstood {
  readonly kind: 'not understood'
}

/** What kind of answer a question waits for. Each kind but a choice and a story has an example (`ask.example`). */
type AnswerKind = 'choice' | 'story' | 'day' | 'birth' | 'office' | 'application' | 'ticket'

export interface QuestionStep<D = FlowData, S extends string = string> {
  readonly kind: 'question'
  readonly expects: AnswerKind
  /** Free words are expected: only a bare number or a command itself is taken out of them. */
  readonly freeText: boolean
  /** Photos, documents, voice notes and videos are answers too. */
  readonly acceptsMedia: boolean
  /** A shared location is an answer too. */
  readonly acceptsLocation?: boolean
  /** It understands corrections itself: "bukan antre, kursinya". */
  readonly corrects?: boolean
  /** Answers prove who somebody is: they become part of no story. */
  readonly sensitive?: boolean
  prompt(at: StepContext<D>): Prompt<D, S>
  /** Said when an answer is not understood for the first time, instead of the general words. */
  unclear?(at: StepContext<D>): Text
  /** The question in other words with an example, after two answers that were not understood. */
  rephrase?(at: StepContext<D>): Text
  /** Why it is asked, for who wants to know. */
  why?(at: StepContext<D>): Text
  /** Where "I do not know" leads, if the choices do not say it. */
  unknown?(at: StepContext<D>): Transition<D, S>
  answer(at: StepContext<D>, answer: Answer): Transition<D, S>
  /** Where "kembali" leads while the step stays the same one; without it, to the question before. */
  back?(at: StepContext<D>): Transition<D, S> | undefined
}

/** Asks the desk and goes on with its result. */
interface QueryStep<D = FlowData, S extends string = string> {
  readonly kind: 'query'
  query(at: StepContext<D>): Query
  resolve(at: StepContext<D>, result: QueryResult): Transition<D, S>
}

/** Asks nobody: decides where to go on. */
export interface DecisionStep<D = FlowData, S extends string = string> {
  readonly kind: 'decision'
  decide(at: StepContext<D>): Exclude<Transition<D, S>, NotUnderstood>
}

export type Step<D = FlowData, S extends string = string> =
  | QuestionStep<D, S>
  | QueryStep<D, S>
  | DecisionStep<D, S>

/** A conversation about one matter, and everything that belongs to it (`hooks.ts`). */
export interface Flow<D = FlowData, S extends string = string> extends FlowHooks<D> {
  readonly name: string
  readonly first: S
  /** What it gathers; saved data is read with it and not trusted. */
  readonly data: ZodType<D>
  readonly steps: Readonly<Record<S, Step<D, S>>>
  /** Nothing is under way in it now: free words fall through to ordinary understanding, and a notice need not wait. */
  isIdle?(at: StepContext<D>): boolean
  /** It takes a story (`parts`, `files`): a photo sent just before it began goes along. */
  readonly collectsStory?: boolean
  /** Would something be lost by leaving now? */
  hasProgress(at: StepContext<D>): boolean
}

export function go<D, S extends string>(
  step: S,
  options: TransitionOptions<NoInfer<D>> = {},
): Transition<D, S> & { kind: 'go' } {
  return { kind: 'go', step, ...options }
}

export function stay<D>(options: TransitionOptions<NoInfer<D>> = {}): Transition<D> & { kind: 'stay' } {
  return { kind: 'stay', ...options }
}

export function end<D>(
  options: TransitionOptions<NoInfer<D>> & { readonly after?: 'menu' } = {},
): Transition<D> & { kind: 'end' } {
  return { kind: 'end', ...options }
}

export function open<D>(
  opening: FlowTarget,
  options: TransitionOptions<NoInfer<D>> = {},
): Transition<D> & { kind: 'open' } {
  return { kind: 'open', opening, ...options }
}

export function handOver<D>(
  topic: string,
  options: TransitionOptions<NoInfer<D>> & { readonly question?: string } = {},
): Transition<D> & { kind: 'hand over' } {
  return { kind: 'hand over', topic, ...options }
}

export const notUnderstood: NotUnderstood = { kind: 'not understood' }
