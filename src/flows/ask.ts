import { normalise, PHRASE_LENGTH, phrases, withoutAddress } from '../model/understanding.ts'
import { distance } from '../model/similar.ts'
import type { Text } from './flow.ts'
import {
  miss,
  t,
  type Asked,
  type At,
  type Data,
  type MediaReply,
  type Move,
  type Option,
  type PlaceReply,
  type Question,
} from './script.ts'

/** Questions, made once: a flow file says what is asked and where each answer leads. */

/** Words of an answer that still only names a choice ("yang ganti jadwal saja"). */
const SHORT = 4

interface ChooseParts<D> {
  ask(at: At<D>): Asked
  picked(at: At<D>, id: string): Move
  /** Words that match no option; without it they are not understood. */
  said?(at: At<D>, text: string): Move
  /** Without it, files are not an answer to this question. */
  shown?(at: At<D>, reply: MediaReply): Move
  /** Without it, a shared location is not an answer to this question. */
  located?(at: At<D>, reply: PlaceReply): Move
}

/** One of several numbered choices; the number, the tap, the label's words and their near misses are understood. */
export function choose<D = Data>(parts: ChooseParts<D>): Question<D> {
  return {
    kind: 'question',
    free: false,
    media: parts.shown !== undefined,
    place: parts.located !== undefined,
    ask: (at) => parts.ask(at),
    simpler: () => t('ask.simpler'),
    take(at, reply) {
      if (reply.kind === 'pick') return parts.picked(at, reply.id)
      if (reply.kind === 'media') return parts.shown?.(at, reply) ?? miss
      if (reply.kind === 'place') return parts.located?.(at, reply) ?? miss
      const option = optionSaid(reply.text, parts.ask(at).options)
      if (option) return parts.picked(at, option.id)
      return parts.said?.(at, reply.text) ?? miss
    },
  }
}

interface TellParts<D> {
  ask(at: At<D>): Asked
  /** Where an answer may be not understood: kind words, then an example. */
  unclear?(at: At<D>): Text
  simpler?(at: At<D>): Text
  picked?(at: At<D>, id: string): Move
  told(at: At<D>, text: string): Move
  /** Without it, files are not an answer to this question. */
  shown?(at: At<D>, reply: MediaReply): Move
  /** Without it, a shared location is not an answer to this question. */
  located?(at: At<D>, reply: PlaceReply): Move
}

/** An answer in the person's own words, or a file where `shown` is given. */
export function tell<D = Data>(parts: TellParts<D>): Question<D> {
  return {
    kind: 'question',
    free: true,
    media: parts.shown !== undefined,
    place: parts.located !== undefined,
    ask: (at) => parts.ask(at),
    ...(parts.unclear && { unclear: (at) => parts.unclear!(at) }),
    simpler: (at) => parts.simpler?.(at) ?? t('ask.simpler'),
    take(at, reply) {
      if (reply.kind === 'pick') return parts.picked?.(at, reply.id) ?? miss
      if (reply.kind === 'media') return parts.shown?.(at, reply) ?? miss
      if (reply.kind === 'place') return parts.located?.(at, reply) ?? miss
      const option = optionSaid(reply.text, parts.ask(at).options, 'exactly')
      if (option && parts.picked) return parts.picked(at, option.id)
      return parts.told(at, reply.text)
    },
  }
}

/** Does the text say exactly an option's words? */
export function namesOption(text: string, options: readonly Option[]): boolean {
  return optionSaid(text, options, 'exactly') !== undefined
}

/** The option whose words the text says: the whole message first, then one typo, then a word inside a short sentence. */
function optionSaid(text: string, options: readonly Option[], how?: 'exactly'): Option | undefined {
  if (text.length > PHRASE_LENGTH) return undefined
  const said = withoutAddress(normalise(text))
  const withWords = options.map((option) => ({
    option,
    words: [...phrases(option.words ?? '')].filter(Boolean),
  }))
  const whole = withWords.find(({ words }) => words.includes(said))
  if (whole || how === 'exactly') return whole?.option
  const near = withWords.filter(({ words }) =>
    words.some((word) => word.length >= 5 && distance(word, said) === 1),
  )
  if (near.length === 1) return near[0]!.option
  // a longer sentence that happens to hold a word is a story, not a choice
  if (said.split(' ').length > SHORT) return undefined
  const inside = withWords.filter(({ words }) => words.some((word) => ` ${said} `.includes(` ${word} `)))
  return inside.length === 1 ? inside[0]!.option : undefined
}
