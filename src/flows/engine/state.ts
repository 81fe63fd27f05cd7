import type { InboundContent, StoredFile } from '../../model/messages/content.ts'
import type { IntentResult } from '../../model/understanding/intent.ts'
import type { Effect, Lang, Say } from './conversation.ts'
import type { FlowData, FlowTarget } from './handle.ts'
import type { Text } from './text.ts'

/** What is saved of a conversation between two turns. */

/** Version of the saved shape; a saved state of an older one is carried over by `saved/upgrades.ts`. */
export const STATE_VERSION = 3

/** Saved with the chat, in the same transaction as the message that caused it. */
export interface State {
  readonly v: typeof STATE_VERSION
  readonly lang: Lang
  /** Has the first message (who we are, the one rule, how to reach a person) been said? */
  readonly greeted: boolean
  /** The flow under way and its step; `null` when nothing is asked. */
  readonly flow: string | null
  readonly step: string
  /** What the flow has gathered. */
  readonly data: FlowData
  /** What was left for the flow under way. */
  readonly suspended: SuspendedFlow | null
  /** Number of the latest question: a tap on an older one is recognised. */
  readonly question: number
  /** Answers not understood in a row at this step. */
  readonly misses: number
  /** Earlier steps, for `kembali`. */
  readonly back: readonly string[]
  /** Messages of this flow are confidential (integrity): kept out of other tickets' stories. */
  readonly confidential: boolean
  /** ms since epoch: when the flow began, and when the person last wrote. */
  readonly since: number
  readonly lastAt: number
  /** The last thing said, for `ulangi`. */
  readonly lastSaid: readonly Say[]
  readonly memory: EngineMemory
}

/** What a turn ends with. */
export interface TurnResult {
  readonly state: State
  readonly effects: readonly Effect[]
}

/** What the engine keeps between turns beside the flow itself. All of it may be missing. */
export interface EngineMemory {
  /** ms: when the current question was put. */
  readonly askedAt?: number | undefined
  /** ms: when this run of messages began, for a ticket's transcript. */
  readonly sessionStart?: number | undefined
  readonly interruption?: Interruption | undefined
  /** The person's last words that were not understood: they go to the officer. */
  readonly unclearTexts?: readonly string[] | undefined
  readonly flood?: { readonly from: number; readonly count: number } | undefined
  /** A file that came before anybody knew what it was about. */
  readonly pendingStory?:
    | { readonly parts: readonly string[]; readonly files: readonly StoredFile[] }
    | undefined
  /** ms: last "added to your report". */
  readonly acknowledgedAt?: number | undefined
  /** The person's last words that were no answer, oldest first: what they tell is not asked again. */
  readonly recentWords?: readonly string[] | undefined
  /** Sentences of this run of messages that sound like a complaint, whatever they were taken for. */
  readonly told?: readonly string[] | undefined
  /** What was shown last, the latest first, one a flow. */
  readonly subjects?: readonly Subject[] | undefined
  /** What is said once a conversation, and was. */
  readonly saidOnce?: readonly string[] | undefined
  /** The person chose the language: it is not guessed from their words any more. */
  readonly languageChosen?: boolean | undefined
  /** The saved state could not be carried over: said once. */
  readonly restarted?: boolean | undefined
  /** What is asked once the flow under way has ended (a rating), each once. */
  readonly waiting?: readonly Waiting[] | undefined
  /** What flows keep with the chat beyond their end, by the slot's name (`slot.ts`). */
  readonly slots?: FlowData | undefined
}

interface Waiting {
  readonly key: string
  readonly target: FlowTarget
}

/** Where a person wants to go: home, out of what is under way, or to a flow. */
export type Destination = 'menu' | 'batal' | FlowTarget

/** A question of the engine's own, put over a flow's question. */
export type Interruption =
  | { readonly name: 'leave'; readonly aim: Destination }
  | { readonly name: 'resume'; readonly held: InboundContent }
  | { readonly name: 'language' }
  /** What unclear words most likely mean, to choose from. */
  | { readonly name: 'readings'; readonly readings: readonly Reading[] }
  /** Shall an officer answer? What was not understood goes along. */
  | { readonly name: 'person' }
  /** A question of another matter, in the words it was put. */
  | ({ readonly name: 'side'; readonly text: string } & IntentResult)

/** One thing that unclear words may mean, and where it leads. */
export interface Reading {
  /** Stable name, for its button. */
  readonly id: string
  readonly label: Text
  readonly target: FlowTarget
}

/** What was shown last: words about it are understood after its flow has ended, too. */
export type Subject = Required<FlowTarget>

/** A flow that was left for another: it can be taken up again, and what it had gathered goes along. */
export interface SuspendedFlow {
  readonly flow: string
  readonly step: string
  readonly data: FlowData
  readonly back: readonly string[]
  readonly confidential: boolean
  readonly since: number
  /** Would something be lost if it were not taken up again? */
  readonly hasProgress: boolean
  /** Left for a question in between: taken up again by itself when that has ended. */
  readonly resumes: boolean
  /** What was left for it in turn. */
  readonly suspended: SuspendedFlow | null
}

/** The conversation of somebody who has not written yet. */
export function initialState(lang: Lang = 'id'): State {
  return {
    v: STATE_VERSION,
    lang,
    greeted: false,
    flow: null,
    step: '',
    data: {},
    suspended: null,
    question: 0,
    misses: 0,
    back: [],
    confidential: false,
    since: 0,
    lastAt: 0,
    lastSaid: [],
    memory: {},
  }
}
