import type { MediaKind, StoredFile } from '../../model/message.ts'
import type { Answer, Ask, Choice, Effect, Say, State, Text, World } from './conversation.ts'

/** What a flow file is written in: steps that ask, look up or pass on, and moves between them. */

export type Data = Readonly<Record<string, unknown>>

/** Where a step stands: everything it may read. */
export interface At<D = Data> {
  readonly state: State
  readonly world: World
  readonly data: D
}

/** A choice, with the words people may type for it instead of its number. */
export interface Option extends Choice {
  readonly words?: string
}

/** A question: its text and its own choices; the engine adds 0 petugas and 9 menu. */
export interface Asked {
  readonly text: Text
  readonly options: readonly Option[]
  /** Contract choices shown with it; both unless said otherwise. They work unseen as well. */
  readonly also?: readonly ('petugas' | 'menu')[]
}

/** A shared location, in degrees. */
export interface PlaceReply {
  readonly kind: 'place'
  readonly lat: number
  readonly lng: number
}

export interface MediaReply {
  readonly kind: 'media'
  readonly media: MediaKind
  readonly caption: string
  readonly file: StoredFile
}

/** What a person answered, already read as far as the question allows. */
export type Reply =
  | { readonly kind: 'pick'; readonly id: string }
  | { readonly kind: 'text'; readonly text: string }
  | MediaReply
  | PlaceReply

/** What a step may say and cause on its way. `set` is merged into the flow's data. */
export interface Along {
  readonly says?: readonly Say[]
  readonly effects?: readonly Effect[]
  readonly set?: Data
  /** Steps whose questions were answered without being asked: `kembali` leads to them. */
  readonly answered?: readonly string[]
  /** From now on messages of this flow are sealed, or no longer. */
  readonly sealed?: boolean
  /** Kept with the chat beyond the end of the flow (`keptOf`); `undefined` forgets. */
  readonly keep?: Data
}

/** A flow to begin, at its first step unless another is named. */
export interface Opening {
  readonly flow: string
  readonly step?: string
  readonly data?: Data
}

export type Move =
  | ({ readonly kind: 'go'; readonly step: string } & Along)
  /** The same question again, because the answer was understood but more is wanted. */
  | ({ readonly kind: 'stay' } & Along)
  | ({ readonly kind: 'end'; readonly after?: 'menu' } & Along)
  | ({ readonly kind: 'open'; readonly opening: Opening } & Along)
  /** The answer was not understood. */
  | { readonly kind: 'miss' }

export interface Question<D = Data> {
  readonly kind: 'question'
  /** Free words are expected: only a bare number or a contract word itself is taken out of them. */
  readonly free: boolean
  /** Photos, documents, voice notes and videos are answers too. */
  readonly media: boolean
  /** A shared location is an answer too. */
  readonly place?: boolean
  /** Answers prove who somebody is: they become part of no story. */
  readonly apart?: boolean
  ask(at: At<D>): Asked
  /** Said when an answer is not understood for the first time, instead of the general words. */
  unclear?(at: At<D>): Text
  /** The simpler question with an example, after two answers that were not understood. */
  simpler(at: At<D>): Text
  take(at: At<D>, reply: Reply): Move
  /** Where "kembali" leads while the step stays the same one; without it, to the question before. */
  back?(at: At<D>): Move | undefined
}

/** Asks the desk and goes on with its answer. */
export interface Query<D = Data> {
  readonly kind: 'query'
  ask(at: At<D>): Ask
  answered(at: At<D>, answer: Answer): Move
}

/** Asks nobody: decides where to go on. */
export interface Pass<D = Data> {
  readonly kind: 'pass'
  move(at: At<D>): Move
}

export type Step<D = Data> = Question<D> | Query<D> | Pass<D>

export interface Flow<D = Data> {
  readonly name: string
  readonly first: string
  readonly steps: Readonly<Record<string, Step<D>>>
  /** Nothing is under way in it now: free words fall through to ordinary understanding, and a rating need not wait. */
  light?(at: At<D>): boolean
  /** It takes a story (`parts`, `files`): a photo sent just before it began goes along. */
  readonly takesStory?: boolean
  /** Would something be lost by leaving now? */
  holds(at: At<D>): boolean
}

export const go = (step: string, along: Along = {}): Move => ({ kind: 'go', step, ...along })
export const stay = (along: Along = {}): Move => ({ kind: 'stay', ...along })
export const end = (along: Along & { readonly after?: 'menu' } = {}): Move => ({ kind: 'end', ...along })
export const open = (opening: Opening, along: Along = {}): Move => ({ kind: 'open', opening, ...along })
export const miss: Move = { kind: 'miss' }

/** Words by key; the everyday constructor of flow files. */
export function t(key: string, vars?: NonNullable<Extract<Text, { key: string }>['vars']>): Text {
  return vars ? { key, vars } : { key }
}
