import type { ChannelName } from '../../model/messages/channel.ts'
import type { DeliveryFailureKind } from '../../model/messages/delivery-failure.ts'
import type { InboundContent, StoredFile, OutboundContent } from '../../model/messages/content.ts'
import type { QueryResult, Query, Effect, Input, NewTicket, World } from '../../flows/engine/conversation.ts'
import type { ChannelStatus, HistoryItem } from './channel.ts'

/**
 * The ledger takes and commits many; one is a small many. Its calls are the only way into the tables of a conversation.
 * All reject when the database cannot be reached; what they were to write is then not written.
 */
export interface Ledger {
  /** Ids of the chats with these addresses, made where unknown; same order. */
  chatIds(keys: readonly ChatKey[]): Promise<readonly string[]>
  /** Puts messages into the inbox. Returns the rows that were new; a repeat (chat, externalId) is left out. */
  accept(rows: readonly InboundRow[]): Promise<readonly { id: string; chatId: string }[]>
  /** Chats with their unfinished inbox, oldest first, at most `INBOX_TAKE_LIMIT` rows a chat. Takes no lock: `commit` is guarded by version. */
  take(chatIds: readonly string[]): Promise<readonly TakenChat[]>
  /** Answers to what conversations asked of their tickets, same order. Numbers of new tickets are used up even if the turn is not committed. */
  query(asks: readonly TicketQueryRow[]): Promise<readonly QueryResult[]>
  /**
   * All of a turn or nothing of it: state, inbox marks, tickets, outgoing rows. A turn whose own rows are at fault does not keep
   * the others from being written, but the call rejects and that turn's messages count one try more.
   */
  commit(turns: readonly CommitTurn[]): Promise<CommitResult>
  /** Records what became of outbound messages; retryable ones are given back until their time. */
  recordOutcomes(outcomes: readonly DeliveryOutcome[]): Promise<void>
  /** Takes the pending outbound messages of these chats for this process, unless the oldest is not due yet or a live process has it. */
  claim(chatIds: readonly string[]): Promise<readonly OutboundRow[]>
  /** Lets go of outbound messages this process will not send now. */
  release(outboundIds: readonly string[]): Promise<void>
  /** Chats with unfinished inbox rows older than `olderThanMs` (whose file, if any, has come or is given up). */
  unfinished(olderThanMs: number, limit: number): Promise<readonly string[]>
  /** Puts timers that are due into the inbox, at most `limit`, each once. Returns the chats to be woken. */
  releaseTimers(limit: number): Promise<readonly string[]>
  /** Chats of these channels with outbound messages that are due and held by no live process. */
  undelivered(
    channels: readonly ChannelName[],
    limit: number,
  ): Promise<readonly { chatId: string; channel: ChannelName }[]>
  /** Messages of these channels whose file is still to be fetched. */
  pendingFiles(channels: readonly ChannelName[], limit: number): Promise<readonly PendingFile[]>
  /** The bytes of this file are about to be put: they are removed again unless `saveFile` or `resolveFile` follows. */
  expectFile(fileId: string): Promise<void>
  /** The file came, or was refused: the message may be handled. A file nobody waits for any more is not kept. */
  resolveFile(inboundId: string, content: InboundContent, file: NewFile | null): Promise<void>
  /** Keeps a file's row (its bytes are already behind the files port). */
  saveFile(file: NewFile): Promise<void>
  /** Lets go of files that have belonged to no ticket, no story and no conversation for long (see adapters/prisma/ledger/file-removals). */
  abandonFiles(): Promise<void>
  /** Files whose bytes are to be removed now, at most `limit`; given to another only when `markFilesRemoved` does not follow for a while. */
  removableFiles(limit: number): Promise<readonly string[]>
  markFilesRemoved(fileIds: readonly string[]): Promise<void>
  /** Both sides of a chat after `after` (all when empty), oldest first, at most the latest 200; empty for an unknown address. */
  history(channel: ChannelName, addressHash: string, after: string): Promise<readonly HistoryItem[]>
  /** What the channels say of themselves, with counters since the last call. */
  channelStates(states: readonly ChannelReport[]): Promise<void>
}

/** Inbox rows handled in one turn of one chat; the rest follow in the next. */
export const INBOX_TAKE_LIMIT = 20

/** A message lies in the inbox at most so long (ms) for the rest of its thought: longer nobody waits for an answer. */
export const LONGEST_BURST = 10_000

/** What a chat is found by, and what is written when it is new. */
export interface ChatKey {
  readonly channel: ChannelName
  readonly addressHash: string
  /** Encrypted address and name. */
  readonly address: string
  readonly name: string | null
}

/** A message to be put into the inbox. */
export interface InboundRow {
  readonly id: string
  readonly chatId: string
  readonly externalId: string
  readonly content: InboundContent
  /** Encrypted reference of a file to fetch, with how long to wait for it (ms, by the database's clock). */
  readonly fileReference: string | null
  readonly fileWaitMs: number | null
}

/** An unfinished row of the inbox. */
export interface TakenMessage {
  readonly id: string
  readonly input: Input
  /** `waits` = its file may still come; `gave-up` = we waited long enough. */
  readonly file: 'none' | 'waits' | 'gave-up'
  readonly attempts: number
  /** How long it has been in the inbox (ms), by the database's clock; below 0 after that clock was set back. */
  readonly ageMs: number
}

/** A chat as its turn finds it; `version` guards the commit. */
export interface TakenChat {
  readonly id: string
  readonly channel: ChannelName
  /** Encrypted. */
  readonly address: string
  readonly state: unknown
  readonly version: number
  readonly openTicket: World['openTicket']
  readonly inbox: readonly TakenMessage[]
}

/** What a conversation asks the desk. */
export interface QueryRow {
  readonly chatId: string
  readonly query: Query
  /** Day in the office's zone, for the number of a new ticket. */
  readonly day: string
}

/** A question the ledger itself can answer; the others are the registry's. */
export interface TicketQueryRow extends QueryRow {
  readonly query: Exclude<Query, { of: 'application' | 'quota' }>
}

/** What the applicant's side does to a ticket. */
export interface TicketChange {
  readonly ticketId: string
  readonly change: 'message' | 'reopen' | 'rate' | 'withdraw'
  readonly text: string
  readonly fileIds: readonly string[]
  readonly score?: number
}

/** A ticket to be opened, in words for officers. */
export interface NewTicketRow extends Omit<NewTicket, 'priority'> {
  readonly lang: string
  readonly servqual: string | null
  readonly priority: number
  readonly openedAt: number
}

/** All that one turn of one chat writes. */
export interface CommitTurn {
  readonly chatId: string
  readonly channel: ChannelName
  readonly version: number
  /** ms since epoch by the app's clock, when the turn began: what is asked for later counts from here. */
  readonly at: number
  readonly state: unknown
  /** Did the person write? Then they are there again, even if they were gone. */
  readonly applicantWrote: boolean
  readonly handled: readonly {
    readonly inboundId: string
    readonly confidential: boolean
    readonly ticketId: string | null
  }[]
  readonly outbound: readonly NewOutbound[]
  readonly newTickets: readonly NewTicketRow[]
  readonly ticketChanges: readonly TicketChange[]
  /** Reminders and watches asked for or given up, files refused; in order. */
  readonly subscriptions: readonly SubscriptionChange[]
}

/** What few turns ask for: to be told later, or that a file goes. */
export type SubscriptionChange = Extract<
  Effect,
  { do: 'remind' | 'stop reminding' | 'watch quota' | 'watch application' | 'stop watching' | 'discard file' }
>

/** A message to go out, in final words. */
export interface NewOutbound {
  readonly id: string
  readonly content: OutboundContent
  readonly confidential: boolean
  /** May this process send it at once? Otherwise its row waits for the process that has the channel. */
  readonly local: boolean
}

/** What became of a commit. */
export interface CommitResult {
  /** Chats whose turn is in the ledger; the others lost to another process and must be looked at again. */
  readonly won: ReadonlySet<string>
  /** Outbound messages this process holds and may send now. */
  readonly leased: ReadonlySet<string>
  /** Chats with a new inbox row that the commit itself caused. */
  readonly woken: ReadonlySet<string>
}

/** An outbound message that this process holds. */
export interface OutboundRow {
  readonly id: string
  readonly chatId: string
  readonly channel: ChannelName
  /** Encrypted. */
  readonly address: string
  readonly content: OutboundContent
  readonly attempts: number
  /** Set when an officer wrote it. */
  readonly officerId: string | null
  /** How long ago it was written (ms). */
  readonly ageMs: number
}

/** What became of one try to send. `gone`: the platform said that the person is gone. */
export type DeliveryOutcome = {
  readonly id: string
  readonly chatId: string
  readonly externalId: string | null
  readonly gone: boolean
} & (
  | { readonly state: 'sent'; readonly failure: null; readonly retryInMs: null }
  | { readonly state: 'failed'; readonly failure: DeliveryFailureKind; readonly retryInMs: null }
  /** Tried again, not before so many ms from now. */
  | { readonly state: 'pending'; readonly failure: DeliveryFailureKind; readonly retryInMs: number }
)

/** A photo, document, voice message or video, with or without its file. */
export type MediaContent = Extract<InboundContent, { kind: 'media' }>

/** A message whose file is still at the platform. */
export interface PendingFile {
  readonly inboundId: string
  readonly chatId: string
  readonly channel: ChannelName
  /** Encrypted. */
  readonly ref: string
  readonly content: MediaContent
}

/** A file to be kept; `sha256` in hex. */
export interface NewFile extends StoredFile {
  readonly chatId: string
  readonly sha256: string
}

/** A channel's status with what was counted since the last report. */
export interface ChannelReport extends ChannelStatus {
  /** Pairing code and QR, encrypted; null when there is nothing to show. */
  readonly secret: string | null
  readonly lastIn: number | null
  readonly lastOut: number | null
  /** Refused sends since the last report. */
  readonly refused: number
}
