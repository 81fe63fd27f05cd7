/** A picture the program draws: pictograms with big letters, for people who would rather look than read. */

/** `W`: its words, by key in a conversation, final in the outbox. */
export interface CardOf<W> {
  readonly title: W
  readonly parts: readonly CardPart<W>[]
}

interface CardPart<W> {
  readonly heading: W | null
  readonly lines: readonly CardLine<W>[]
}

/** One pictogram with its words. */
export interface CardLine<W> {
  /** A pictogram of `adapters/cards/icons`. */
  readonly icon: string
  readonly text: W
  readonly note: W | null
  /** Ticked off; null: there is nothing to tick. */
  readonly have: boolean | null
}

/** A card in final words, as it is drawn. */
export type Card = CardOf<string>

/** The same card in other words. */
export function mapCard<A, B>({ title, parts }: CardOf<A>, say: (words: A) => B): CardOf<B> {
  const maybe = (words: A | null) => (words === null ? null : say(words))
  return {
    title: say(title),
    parts: parts.map(({ heading, lines }) => ({
      heading: maybe(heading),
      lines: lines.map(({ icon, text, note, have }) => ({ icon, text: say(text), note: maybe(note), have })),
    })),
  }
}
