import type { Card } from '../../model/messages/card.ts'
import type { Hears, Language } from '../../flows/engine/conversation.ts'
import type { Text } from '../../flows/engine/text.ts'

/** What officers read, whatever language a person chose. */
export const OFFICER_LANG = 'id'

/** What we say, and what people say, by language. */
export interface Texts {
  /** Throws, naming it, for an unknown key or language and for a value that is missing. */
  render(lang: string, text: Text): string
  /** What people may say for an answer, in all languages together. */
  readonly hears: Hears
  /** The languages there are, each by its own name. */
  readonly languages: readonly Language[]
}

/** A card as PNG. Rejects when it cannot be drawn; nothing of the card is in the error. */
export type DrawCard = (card: Card) => Promise<Uint8Array>
