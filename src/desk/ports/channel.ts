import type { Hears, Language } from '../../flows/engine/conversation.ts'
import type { Text } from '../../flows/engine/text.ts'
import type { ChannelCapabilities, ChannelName } from '../../model/messages/channel.ts'
import type { Card } from '../../model/messages/card.ts'
import type { DeliveryFailure } from '../../model/messages/delivery-failure.ts'
import type {
  ChoiceLabel,
  InboundContent,
  StoredFile,
  OutboundContent,
} from '../../model/messages/content.ts'

/** Everything the desk reaches outside through. Adapters and doors implement these; nothing here does anything. */

/** Logs carry ids and numbers, never a person's words, name or address. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void
  error(message: string, fields?: Readonly<Record<string, unknown>>): void
}

/** Encryption at rest (AES-256-GCM with a key id) and the keyed hash for look-up. */
export interface Encryption {
  encrypt(plain: string): string
  decrypt(encrypted: string): string
  encryptBytes(plain: Uint8Array): Uint8Array
  decryptBytes(encrypted: Uint8Array): Uint8Array
  /** Keyed, deterministic, hex. `purpose` keeps hashes of different things apart. */
  hash(purpose: string, plain: string): string
}

/** One thing that came in through a door, before it has a row. */
export interface InboundMessage {
  readonly channel: ChannelName
  /** The platform's address of the chat (Telegram chat id, WhatsApp LID, web cookie id): encrypted at rest. */
  readonly address: string
  readonly name?: string
  /** The platform's id of the message: a repeat is refused by (chat, externalId). */
  readonly externalId: string
  readonly content: InboundContent
  /** A file that belongs to `content` (kind media, file null): still at the platform, or already here. */
  readonly file?: { readonly ref: string } | { readonly bytes: Uint8Array }
}

/**
 * Resolves when every arrival is safe in the inbox (repeats included); the door answers the platform only then.
 * Rejects when the database cannot be reached: the door then refuses (503) or holds, so that the platform sends again.
 */
export type Accept = (arrivals: readonly InboundMessage[]) => Promise<void>

/** A message of the conversation as its own person may see it. */
export interface HistoryItem {
  /** Grows with time; pass the last one as `after`. */
  readonly seq: string
  /** The `externalId` of what the person sent, so that a page finds its own message again; null for what we said. */
  readonly id: string | null
  readonly from: 'person' | 'bot' | 'officer'
  readonly text: string
  readonly choices: readonly ChoiceLabel[]
  readonly question: number
  /** The picture this is the caption of. */
  readonly card: Card | null
  /** ms since epoch */
  readonly at: number
}

/** What a door is given when it is built. */
export interface ChannelContext {
  readonly accept: Accept
  /** Items after `after` (all when empty), oldest first, at most 200 latest. */
  history(channel: ChannelName, address: string, after: string): Promise<readonly HistoryItem[]>
  readonly draw: DrawCard
  readonly encryption: Encryption
  readonly log: Log
  /** ms since epoch; tests freeze it. */
  readonly now: () => number
}

/** One message to be sent by a door. */
export interface OutboundMessage {
  /** Our id of the outgoing row: sent again under the same client-side id where the platform has one. */
  readonly id: string
  readonly to: string
  readonly words: OutboundContent
  /** The card of the words, drawn as PNG, for doors that send pictures. */
  readonly picture?: Uint8Array
}

export type DeliveryResult =
  | { readonly ok: true; readonly externalId: string | null }
  | { readonly ok: false; readonly failure: DeliveryFailure }

export interface ChannelStatus {
  readonly channel: ChannelName
  readonly state: 'starting' | 'linking' | 'on' | 'down' | 'stopped'
  /** One plain line for the operator. */
  readonly detail?: string
  /** Shown to admins only. */
  readonly pairingCode?: string
  readonly qr?: string
}

/** An HTTP route a door wants mounted; it is handed node's own request and response (no web framework). */
export interface ChannelRoute {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly handle: (
    request: import('node:http').IncomingMessage,
    response: import('node:http').ServerResponse,
  ) => void | Promise<void>
}

export interface Channel {
  readonly name: ChannelName
  readonly can: ChannelCapabilities
  readonly routes: readonly ChannelRoute[]
  /** Returns when the door is open or keeps trying on its own; throws only for a wrong setting. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Sends one message; never throws for what a platform may answer. */
  send(message: OutboundMessage): Promise<DeliveryResult>
  /** Fetches a file by its reference, at most `limit` bytes; null when it cannot be had any more. */
  fetch?(ref: string, limit: number): Promise<Uint8Array | 'too-large' | null>
  status(): ChannelStatus
}

/** Wakes work that has a row; a lost ring is found by the sweep. Never throws, never waits. */
export interface Notifier {
  wakeConversations(chatIds: readonly string[]): void
  wakeDelivery(channel: ChannelName, chatIds: readonly string[]): void
}

/** What waits or runs elsewhere: BullMQ on Redis or on PostgreSQL. */
export interface Queue {
  /** Rings `name` with an id, now or after `delayMs`. Not de-duplicated: a ring during an active job must not be lost. */
  add(name: string, id: string, delayMs?: number): Promise<void>
  /** Rings `name` again and again, at this pace (ms) over all processes together; a ring nobody could take is not made up for. */
  every(name: string, everyMs: number): Promise<void>
  /** Handles rings of `name`, `concurrency` at a time. A throwing handler is retried with growing pauses. */
  on(name: string, handle: (id: string) => Promise<void>, concurrency?: number): Promise<void>
  close(): Promise<void>
}

/** Files at rest: already encrypted bytes by id. */
export interface FileStorage {
  put(id: string, encrypted: Uint8Array): Promise<void>
  get(id: string): Promise<Uint8Array | null>
  remove(id: string): Promise<void>
}

/** What we say, and what people say, by language. */
export interface Texts {
  /** Words by key in a language. Throws for a key or language that is not there. */
  render(lang: string, text: Text): string
  /** What people may say for an answer, in all languages together. */
  readonly hears: Hears
  /** The languages there are, each by its own name. */
  readonly languages: readonly Language[]
}

/** A card as PNG. Rejects when it cannot be drawn; nothing of the card is in the error. */
export type DrawCard = (card: Card) => Promise<Uint8Array>

export type { StoredFile }
