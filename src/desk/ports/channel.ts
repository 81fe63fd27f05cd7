import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChannelCapabilities, ChannelName } from '../../model/messages/channel.ts'
import type { Card } from '../../model/messages/card.ts'
import type { DeliveryFailure } from '../../model/messages/delivery-failure.ts'
import type { ChoiceLabel, InboundContent, OutboundContent } from '../../model/messages/content.ts'
import type { Encryption } from './encryption.ts'
import type { Log } from './log.ts'
import type { DrawCard } from './texts.ts'

/** One thing that came in on a channel, before it has a row. */
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
 * Resolves when every message is safe in the inbox (repeats included); the channel answers the platform only then.
 * Rejects when the database cannot be reached: the channel then refuses (503) or waits, so that the platform sends again.
 */
export type Accept = (messages: readonly InboundMessage[]) => Promise<void>

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

/** What a channel is given when it is built. */
export interface ChannelContext {
  readonly accept: Accept
  /** Items after `after` (all when empty), oldest first, at most 200 latest. Rejects when the database cannot be reached. */
  history(channel: ChannelName, address: string, after: string): Promise<readonly HistoryItem[]>
  readonly draw: DrawCard
  readonly encryption: Encryption
  readonly log: Log
  /** ms since epoch; tests freeze it. */
  readonly now: () => number
}

/** One message to be sent by a channel. */
export interface OutboundMessage {
  /** Our id of the outgoing row: sent again under the same client-side id where the platform has one. */
  readonly id: string
  readonly to: string
  readonly content: OutboundContent
  /** The card of the content, drawn as PNG, for channels that send pictures. */
  readonly picture?: Uint8Array
}

/** The platform's id of what was sent, where it gives one, or why it was not sent. */
export type DeliveryResult =
  | { readonly ok: true; readonly externalId: string | null }
  | { readonly ok: false; readonly failure: DeliveryFailure }

/** How a channel is just now. */
export interface ChannelStatus {
  readonly channel: ChannelName
  readonly state: 'starting' | 'linking' | 'on' | 'down' | 'stopped'
  /** One plain line for the operator. */
  readonly detail?: string
  /** Shown to admins only. */
  readonly pairingCode?: string
  readonly qr?: string
}

/** An HTTP route a channel wants mounted; it is handed node's own request and response (no web framework). */
export interface ChannelRoute {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** May throw or reject: the server then answers 500 and logs it. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>
}

/** A way people write to us: takes their messages in and sends ours. */
export interface Channel {
  readonly name: ChannelName
  readonly can: ChannelCapabilities
  readonly routes: readonly ChannelRoute[]
  /** Resolves when the channel is open or keeps trying on its own; rejects only for a wrong setting. */
  start(): Promise<void>
  /** Resolves when nothing more comes in; what is being sent may still finish. */
  stop(): Promise<void>
  /** Sends one message; never rejects for what a platform may answer. */
  send(message: OutboundMessage): Promise<DeliveryResult>
  /** Fetches a file by its reference, at most `limit` bytes; null when it cannot be had any more. May reject: it is tried again. */
  fetch?(ref: string, limit: number): Promise<Uint8Array | 'too-large' | null>
  /** How it is just now. Never throws. */
  status(): ChannelStatus
}
