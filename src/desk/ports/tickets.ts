import type { ChannelName } from '../../model/messages/channel.ts'
import type { InboundContent, ChoiceLabel } from '../../model/messages/content.ts'
import type { TicketScope } from '../../model/officer.ts'
import type { TicketEventKind, TicketKind, TicketState } from '../../model/tickets/lifecycle.ts'
import type { Input } from '../../flows/engine/conversation.ts'

/** Tickets as officers see and change them. Moments are ms since epoch, days `YYYY-MM-DD`. */

export interface OfficerName {
  readonly id: string
  readonly name: string
}

/** A ticket as a list shows it. */
export interface TicketSummary {
  readonly id: string
  readonly number: string
  readonly kind: TicketKind
  readonly state: TicketState
  readonly seq: number
  readonly priority: number
  readonly office: string
  readonly category: string
  readonly servqual: string | null
  readonly confidential: boolean
  readonly channel: ChannelName
  readonly lang: string
  readonly assignee: OfficerName | null
  readonly openedAt: number
  readonly due: string
  readonly overdue: boolean
  /** First answer of an officer. */
  readonly repliedAt: number | null
  readonly closedAt: number | null
  readonly updatedAt: number
  readonly rating: number | null
  readonly story: string
}

/** A ticket as its page needs it. */
export interface TicketRecord extends TicketSummary {
  readonly chatId: string
  readonly storyFrom: number
  readonly resolution: string | null
  /** Null for confidential tickets: who told it stays unknown even to those who may read it. */
  readonly applicantName: string | null
  /** False when the platform said that the person is gone. */
  readonly reachable: boolean
}

/** One thing that happened to a ticket. */
export interface TicketEventRecord {
  readonly seq: number
  readonly kind: TicketEventKind
  readonly at: number
  readonly officer: OfficerName | null
  readonly text: string | null
  readonly data: Readonly<Record<string, unknown>> | null
}

/** A row of inbox or outbox that belongs to a ticket's story. */
export type ConversationRow = { readonly seq: string; readonly at: number } &
  /** `removed`: its file was not needed, or belonged to nothing, and is gone. */
  (
    | { readonly from: 'person'; readonly content: InboundContent; readonly removed: boolean }
    | {
        readonly from: 'desk'
        readonly officer: OfficerName | null
        readonly text: string
        readonly question: number
        readonly choices: readonly ChoiceLabel[]
        readonly state: 'pending' | 'sent' | 'failed'
        readonly failure: string | null
      }
  )

/** Which tickets; null does not narrow. */
export interface QueueFilter {
  readonly states: readonly TicketState[] | null
  readonly office: string | null
  readonly category: string | null
  readonly assignee: { readonly id: string } | 'none' | null
  readonly channel: ChannelName | null
  readonly priority: number | null
  /** A ticket number or its beginning, or words of the story; null: no search. */
  readonly search: { readonly number: string } | { readonly words: readonly string[] } | null
  readonly from: string | null
  readonly to: string | null
}

/** The last ticket of the page before. */
export type QueueCursor = Pick<TicketSummary, 'id' | 'priority' | 'due' | 'openedAt'> & {
  readonly closed: boolean
}

/** Which part of them, in which order. */
export interface QueuePage {
  readonly order: 'queue' | 'newest' | 'oldest'
  readonly limit: number
  readonly after: QueueCursor | null
}

/** An event to be written. */
export interface NewEvent {
  readonly kind: TicketEventKind
  readonly officerId: string | null
  readonly text: string | null
  readonly data: Readonly<Record<string, unknown>> | null
}

/** Everything an officer's action writes: all of it, or nothing when the ticket is no longer at `seq`. */
export interface TicketCommit {
  readonly ticketId: string
  readonly seq: number
  /** ms since epoch, as are the two moments below. */
  readonly at: number
  readonly state: TicketState
  readonly assigneeId: string | null
  readonly repliedAt: number | null
  readonly closedAt: number | null
  readonly resolution: string | null
  /** In order; the first gets `seq + 1`. */
  readonly events: readonly NewEvent[]
  /** Words to the applicant, final. */
  readonly outbound: { readonly text: string; readonly officerId: string } | null
  /** What the conversation is woken with. */
  readonly input: Input | null
}

/** All reject when the database cannot be reached. */
export interface TicketStore {
  /** Tickets within the officer's scope, at most `limit`, with whether more follow. */
  list(
    scope: TicketScope,
    filter: QueueFilter,
    page: QueuePage,
    now: number,
  ): Promise<{ readonly items: readonly TicketSummary[]; readonly more: boolean }>
  /** Null also when it is out of scope: nothing is revealed. */
  find(scope: TicketScope, number: string, now: number): Promise<TicketRecord | null>
  /** Events after `seq`, oldest first. */
  events(ticketId: string, after: number): Promise<readonly TicketEventRecord[]>
  /** The ticket's conversation, oldest first, at most the latest 500 rows; confidential rows only for a confidential ticket. */
  conversation(ticket: TicketRecord): Promise<readonly ConversationRow[]>
  /** Type of a file that the ticket's applicant sent, null for another's; `ofTicket` when it was handed in with this ticket. */
  file(
    ticket: TicketRecord,
    fileId: string,
  ): Promise<{ readonly mime: string; readonly ofTicket: boolean } | null>
  /** False: somebody else was first, and nothing was written. */
  commit(change: TicketCommit): Promise<boolean>
}
