import type { Card } from './card.ts'

/** Words exchanged with a person: what came in (content) and what goes out (text with choices). */

/** A file that was taken in: stored encrypted, checked by its real bytes. */
export interface StoredFile {
  readonly id: string
  /** MIME type found in the bytes, not the one the sender claimed. */
  readonly mime: string
  readonly bytes: number
}

/** Why a file was not kept. Closed list: each has its words in `locales` under `file.<reason>`. */
export type FileRefusal = 'too-large' | 'wrong-type' | 'not-fetched'

/** Files a person may send. */
export type MediaKind = 'photo' | 'document' | 'voice' | 'video'

/** Things we cannot read but always answer (`locales`: `unreadable.<what>`). */
export type UnreadableKind = 'sticker' | 'poll' | 'location' | 'contact' | 'edited' | 'reaction' | 'other'

/** What a person sent, the same for every channel. */
export type InboundContent =
  | { readonly kind: 'text'; readonly text: string }
  /** A tapped button: `question` is the number of the question it belongs to, `id` the choice. */
  | { readonly kind: 'choice'; readonly question: number; readonly id: string }
  | {
      readonly kind: 'media'
      readonly media: MediaKind
      readonly caption: string
      readonly file: StoredFile | null
      readonly refused?: FileRefusal
    }
  | { readonly kind: 'location'; readonly lat: number; readonly lng: number }
  | { readonly kind: 'unreadable'; readonly what: UnreadableKind }

/** One thing a person can choose; the label is already in the person's language. */
export interface ChoiceLabel {
  readonly id: string
  readonly label: string
  /** The number a person types for it; its position from 1 when absent. */
  readonly number?: number
}

/** A message in final words, as stored in the outbox. */
export interface OutboundContent {
  readonly text: string
  readonly choices: readonly ChoiceLabel[]
  /** Number of the question the choices answer; 0 when there are none. */
  readonly question: number
  /** A picture to be drawn and sent, `text` being its caption; it has no choices. */
  readonly card?: Card
}
