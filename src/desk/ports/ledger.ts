import type { ChannelName } from '../../model/channel.ts'
import type { FailureKind } from '../../model/failure.ts'
import type { Content, StoredFile, Words } from '../../model/message.ts'
import type { Answer, Ask, Effect, Input, NewTicket } from '../../flows/engine/conversation.ts'
import type { DoorStatus, HistoryItem } from './channel.ts'

/** The ledger takes and commits many; one is a small many. Its calls are the only way into the tables of a conversation. */
export interface Ledger {
  /** Ids of the chats with these addresses, made where unknown; same order. */
  chats(keys: readonly ChatKey[]): Promise<readonly string[]>
  /** Puts messages into the inbox. Returns the rows that were new; a repeat (chat, externalId) is left out. */
  accept(rows: readonly InboundRow[]): Promise<readonly { id: string; chatId: string }[]>
  /** Chats with their unfinished inbox, oldest first, at most `TAKE_LIMIT` rows a chat. Takes no lock: `commit` is guarded by version. */
  take(chatIds: readonly string[]): Promise<readonly TakenChat[]>
  /** Answers to what conversations asked of their tickets, same order. Numbers of new tickets are used up even if the turn is not committed. */
  answer(asks: readonly TicketAskRow[]): Promise<readonly Answer[]>
  /** All of a turn or nothing of it: state, inbox marks, tickets, outgoing rows. */
  commit(turns: readonly CommitTurn[]): Promise<Committed>
  /** Records what became of letters; retryable ones are given back until their time. */
  sent(outcomes: readonly Outcome[]): Promise<void>
  /** Takes the pending letters of these chats for this process, unless the oldest is not due yet or a live process has it. */
  claim(chatIds: readonly string[]): Promise<readonly LetterRow[]>
  /** Lets go of letters this process will not send now. */
  release(outboundIds: readonly string[]): Promise<void>
  /** Chats with unfinished inbox rows older than `olderThanMs` (whose file, if any, has come or is given up). */
  unfinished(olderThanMs: number, limit: number): Promise<readonly string[]>
  /** Puts timers that are due into the inbox, at most `limit`, each once. Returns the chats to be woken. */
  ringTimers(limit: number): Promise<readonly string[]>
  /** Chats of these channels with letters that are due and held by no live process. */
  undelivered(
    channels: readonly ChannelName[],
    limit: number,
  ): Promise<readonly { chatId: string; channel: ChannelName }[]>
  /** Messages of these channels whose file is still to be fetched. */
  heldFiles(channels: readonly ChannelName[], limit: number): Promise<readonly HeldFile[]>
  /** The bytes of this file are about to be put: they are removed again unless `keepFile` or `fileCame` follows. */
  expectFile(fileId: string): Promise<void>
  /** The file came, or was refused: the message may be handled. A file nobody waits for any more is not kept. */
  fileCame(inboundId: string, content: Content, file: NewFile | null): Promise<void>
  /** Keeps a file's row (its bytes are already behind the files port). */
  keepFile(file: NewFile): Promise<void>
  /** Lets go of files that have belonged to no ticket, no story and no conversation for long (see adapters/prisma/ledger/removals). */
  abandonFiles(): Promise<void>
  /** Files whose bytes are to be removed now, at most `limit`; given to another only when they are not reported as `removed` for a while. */
  removableFiles(limit: number): Promise<readonly string[]>
  removed(fileIds: readonly string[]): Promise<void>
  history(channel: ChannelName, addressHash: string, after: string): Promise<readonly HistoryItem[]>
  /** What the doors say of themselves, with counters since the last call. */
  doorStates(states: readonly DoorReport[]): Promise<void>
}

/** Inbox rows handled in one turn of one chat; the rest follow in the next. */
export const TAKE_LIMIT = 20

export interface ChatKey {
  readonly channel: ChannelName
  readonly hash: string
  /** Sealed address and name. */
  readonly address: string
  readonly name: string | null
}

export interface InboundRow {
  readonly id: string
  readonly chatId: string
  readonly externalId: string
  readonly content: Content
  /** Sealed reference of a file to fetch, with how long to wait for it (ms, by the database's clock). */
  readonly ref: string | null
  readonly holdMs: number | null
}

export interface TakenMessage {
  readonly id: string
  readonly input: Input
  /** `waits` = its file may still come; `gave-up` = we waited long enough. */
  readonly file: 'none' | 'waits' | 'gave-up'
  readonly attempts: number
}

export interface TakenChat {
  readonly id: string
  readonly channel: ChannelName
  /** Sealed. */
  readonly address: string
  readonly state: unknown
  readonly version: number
  readonly openTicket: { readonly id: string; readonly number: string; readonly sealed: boolean } | null
  readonly inbox: readonly TakenMessage[]
}

export interface AskRow {
  readonly chatId: string
  readonly ask: Ask
  /** Day in the office's zone, for the number of a new ticket. */
  readonly day: string
}

/** A question the ledger itself can answer; the others are the registry's. */
export interface TicketAskRow extends AskRow {
  readonly ask: Exclude<Ask, { of: 'application' | 'quota' }>
}

export interface TicketChange {
  readonly ticketId: string
  readonly change: 'message' | 'reopen' | 'rate'
  readonly text: string
  readonly fileIds: readonly string[]
  readonly score?: number
}

export interface NewTicketRow extends NewTicket {
  readonly lang: string
  readonly servqual: string | null
  readonly priority: number
  readonly openedAt: number
}

export interface CommitTurn {
  readonly chatId: string
  readonly channel: ChannelName
  readonly version: number
  /** ms since epoch by the app's clock, when the turn began: what is wished for later counts from here. */
  readonly at: number
  readonly state: unknown
  /** Did the person write? Then they are there again, even if they were gone. */
  readonly wrote: boolean
  readonly done: readonly {
    readonly inboundId: string
    readonly sealed: boolean
    readonly ticketId: string | null
  }[]
  readonly letters: readonly NewLetter[]
  readonly opened: readonly NewTicketRow[]
  readonly changes: readonly TicketChange[]
  /** Reminders and watches asked for or given up, files refused; in order. */
  readonly wishes: readonly Wish[]
}

/** What few turns want: to be told later, or that a file goes. */
export type Wish = Extract<
  Effect,
  { do: 'remind' | 'stop reminding' | 'watch quota' | 'watch application' | 'stop watching' | 'discard file' }
>

export interface NewLetter {
  readonly id: string
  readonly words: Words
  readonly sealed: boolean
  /** May this process send it at once? Otherwise its row waits for the process that has the door. */
  readonly here: boolean
}

export interface Committed {
  /** Chats whose turn is in the ledger; the others lost to another process and must be looked at again. */
  readonly won: ReadonlySet<string>
  /** Letters this process holds and may send now. */
  readonly leased: ReadonlySet<string>
  /** Chats with a new inbox row that the commit itself caused. */
  readonly woken: ReadonlySet<string>
}

export interface LetterRow {
  readonly id: string
  readonly chatId: string
  readonly channel: ChannelName
  /** Sealed. */
  readonly address: string
  readonly words: Words
  readonly attempts: number
  /** Set when an officer wrote it. */
  readonly officerId: string | null
  /** How long ago it was written (ms). */
  readonly ageMs: number
}

export interface Outcome {
  readonly id: string
  readonly chatId: string
  readonly state: 'sent' | 'failed' | 'pending'
  readonly externalId: string | null
  readonly failure: FailureKind | null
  /** When `pending`: not before so many ms from now. */
  readonly retryInMs: number | null
  readonly gone: boolean
}

export interface HeldFile {
  readonly inboundId: string
  readonly chatId: string
  readonly channel: ChannelName
  readonly ref: string
  readonly content: Content
}

export interface NewFile extends StoredFile {
  readonly chatId: string
  readonly sha256: string
}

export interface DoorReport extends DoorStatus {
  /** Pairing code and QR, sealed; null when there is nothing to show. */
  readonly secret: string | null
  readonly lastIn: number | null
  readonly lastOut: number | null
  /** Refused sends since the last report. */
  readonly refused: number
}
