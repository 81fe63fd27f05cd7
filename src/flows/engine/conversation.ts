import type { HearsKey, Text } from './text.ts'
import type { CardOf } from '../../model/messages/card.ts'
import type { ChannelName } from '../../model/messages/channel.ts'
import type { InboundContent, StoredFile } from '../../model/messages/content.ts'
import type { Office } from '../../model/offices/office.ts'
import type { Category } from '../../model/tickets/category.ts'
import type { Holidays } from '../../model/dates/calendar.ts'
import type { Library } from '../../model/library.ts'
import type { QuotaFigure } from '../../model/quota/figures.ts'
import type { ApplicationStatus } from '../../model/applications/status.ts'
import type { TicketKind, TicketState } from '../../model/tickets/lifecycle.ts'

/** The conversation is pure: `step(state, input, world) → { state, effects }`. These are its words. */

/** A language by the name of its file in `locales` ("id"). */
export type Lang = string

export interface Choice {
  /** Stable id of the choice; also what a button carries (≤ 32 ASCII characters). */
  readonly id: string
  readonly label: Text
  /** The number the person types. Default: position, from 1. Contract words keep theirs (0 petugas, 9 menu). */
  readonly number?: number
}

/** A question or a statement. Several says of one turn travel as one message when short. */
export interface Say {
  readonly text: Text
  readonly choices?: readonly Choice[]
  /** A picture, with `text` as its caption: a message of its own, without choices. */
  readonly card?: CardOf<Text>
}

/** Questions the conversation asks the desk; the answer is the next input. */
export type Query =
  | { readonly of: 'new ticket'; readonly office: string }
  | { readonly of: 'my tickets' }
  | { readonly of: 'ticket'; readonly number: string }
  /** Status of an application: `number` as read by `readApplicationNumber`, `birth` `YYYY-MM-DD`, the proof of identity. */
  | { readonly of: 'application'; readonly number: string; readonly birth: string }
  /** Places as last entered, from today on, for these offices. */
  | { readonly of: 'quota'; readonly offices: readonly string[] }

/** An application as its own applicant may see it. */
export interface ApplicationView {
  /** Keyed hash of the number: names it without telling it. */
  readonly id: string
  readonly office: string
  readonly status: ApplicationStatus
  /** Masked ("Ma*** Ke**"). */
  readonly name: string | null
  /** Days are `YYYY-MM-DD` in the office's zone; null: not entered. */
  readonly visitDay: string | null
  readonly interviewDay: string | null
  readonly issuedDay: string | null
  /** ms since epoch: when the office entered it last. */
  readonly enteredAt: number
  /** Encrypted by a registry that has to be asked again for news; a watch hands it back. */
  readonly proof?: string
}

/** A ticket as its own applicant may see it. */
export interface TicketView {
  readonly id: string
  readonly number: string
  readonly kind: TicketKind
  readonly state: TicketState
  readonly office: string
  readonly category: string
  readonly confidential: boolean
  /** ms since epoch */
  readonly openedAt: number
  /** The promised day, `YYYY-MM-DD` in the office's zone. */
  readonly due: string
  readonly closedAt: number | null
  readonly rating: number | null
  /** The officer's last answer, if there is one. */
  readonly lastReply: string | null
}

export type QueryResult =
  | { readonly of: 'new ticket'; readonly id: string; readonly number: string }
  | { readonly of: 'my tickets'; readonly tickets: readonly TicketView[] }
  /** `null` also when the ticket belongs to somebody else: nothing is revealed. */
  | { readonly of: 'ticket'; readonly ticket: TicketView | null }
  /** `unknown` = no such number with that birth date (nothing more is told); `locked` = too many wrong tries; `away` = the source cannot be reached. */
  | { readonly of: 'application'; readonly found: ApplicationView | 'unknown' | 'locked' | 'away' }
  | { readonly of: 'quota'; readonly figures: readonly QuotaFigure[] | 'away' }

/** Everything that can wake a conversation. Closed list. */
export type Input =
  /** `followed`: the person's next words are there already, and are the next input. */
  | { readonly kind: 'message'; readonly content: InboundContent; readonly followed?: boolean }
  | { readonly kind: 'query result'; readonly result: QueryResult }
  /** An officer changed the ticket; closing asks for a rating. */
  | { readonly kind: 'ticket changed'; readonly change: 'closed'; readonly ticket: TicketView }
  /** A reminder that was asked for has come due. */
  | {
      readonly kind: 'reminder'
      readonly name: string
      readonly data: Readonly<Record<string, string | number>>
    }
  /** The status of a watched application changed. */
  | { readonly kind: 'application changed'; readonly application: ApplicationView }
  /** Places were opened at a watched office. */
  | { readonly kind: 'quota opened'; readonly office: string; readonly figures: readonly QuotaFigure[] }

export interface NewTicket {
  readonly id: string
  readonly number: string
  readonly kind: TicketKind
  readonly office: string
  readonly category: string
  readonly confidential: boolean
  /** 1 cannot wait, 2 soon; without it as its kind has it. */
  readonly priority?: 1 | 2
  /** What the person told, already masked; parts joined by blank lines. */
  readonly story: string
  /** What the conversation knows of it, put before the story in the officers' language. */
  readonly about?: Text
  readonly files: readonly StoredFile[]
  /** Promised day `YYYY-MM-DD` in the office's zone. */
  readonly due: string
  /** ms since epoch: from here on the chat's messages belong to the ticket's story. */
  readonly storyFrom: number
}

/** Everything a conversation may cause. Closed list; the desk's switch over it is exhaustive. */
export type Effect =
  | ({ readonly do: 'say'; readonly question: number } & Say)
  | { readonly do: 'query'; readonly query: Query }
  | { readonly do: 'open ticket'; readonly ticket: NewTicket }
  /** The message being handled becomes part of this ticket. */
  | { readonly do: 'add to ticket'; readonly ticketId: string }
  /** The message being handled proves who somebody is: it becomes part of no story but a confidential one. */
  | { readonly do: 'mark sensitive' }
  /** This file was refused: its bytes are to be removed. */
  | { readonly do: 'discard file'; readonly fileId: string }
  | { readonly do: 'reopen ticket'; readonly ticketId: string }
  /** The person takes it back: it is closed. */
  | { readonly do: 'withdraw ticket'; readonly ticketId: string }
  | { readonly do: 'rate ticket'; readonly ticketId: string; readonly score: 1 | 2 | 3 | 4 }
  /** Wakes this chat at `at` (ms) with a `reminder` input. One of a `name` and `key` a chat: a later one takes its place. */
  | {
      readonly do: 'remind'
      readonly at: number
      readonly name: string
      readonly key: string
      readonly data: Readonly<Record<string, string | number>>
    }
  /** Forgets the chat's reminders of this name. */
  | { readonly do: 'stop reminding'; readonly name: string }
  /** Tells this chat when places open at the office, until the day `until`; one watch a person, a new one takes its place. */
  | { readonly do: 'watch quota'; readonly office: string; readonly until: string }
  /** Tells this chat when the status is another than the one it was told, until the day `until`. */
  | {
      readonly do: 'watch application'
      readonly applicationId: string
      readonly status: ApplicationStatus
      readonly until: string
      readonly proof?: string
    }
  | { readonly do: 'stop watching'; readonly what: 'quota' | 'applications' }

/** A language the assistant speaks: its own name, and what people call it. */
export interface Language {
  readonly code: Lang
  readonly name: string
  readonly phrases: ReadonlySet<string>
}

/** Phrases (normalised) by their key. */
export type Hears = Readonly<Record<HearsKey, ReadonlySet<string>>>

/** What a conversation may know of the outside. Read-only, handed in. */
export interface World {
  /** ms since epoch, taken when the turn began. */
  readonly now: number
  readonly channel: ChannelName
  /** The default office of this deployment. */
  readonly office: string
  readonly offices: readonly Office[]
  readonly categories: readonly Category[]
  readonly holidays: Holidays
  readonly library: Library
  /** What people may say for an answer, by its key, in all languages together. */
  readonly hears: Hears
  /** A text as a person reads it, so that what is copied from it can be read back. */
  readonly words: (lang: Lang, text: Text) => string
  /** Languages the assistant speaks, each by its own name. */
  readonly languages: readonly Language[]
  /** The chat's most recent ticket that is not closed, with whether an officer has spoken on it. */
  readonly openTicket: {
    readonly id: string
    readonly number: string
    readonly confidential: boolean
    /** Since when (ms) an officer's answer waits for the person's next words; null: the person wrote last. */
    readonly answeredAt: number | null
  } | null
}
