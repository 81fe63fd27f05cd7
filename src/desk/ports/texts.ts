import type { Card } from '../../model/messages/card.ts'
import type { Text } from '../../flows/engine/conversation.ts'

/** A person's words by key, in their language. */
export interface Texts {
  /** Throws, naming it, for an unknown key or language and for a value that is missing. */
  render(lang: string, text: Text): string
}

/** A card as PNG. Rejects when it cannot be drawn; nothing of the card is in the error. */
export type DrawCard = (card: Card) => Promise<Uint8Array>
