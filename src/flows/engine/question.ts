import { normalise, PHRASE_LENGTH, phrases, withoutAddress } from '../../model/understanding.ts'
import { intentOf, type Intent } from '../../model/understanding-intent.ts'
import { distance } from '../../model/similar.ts'
import type { Text } from './conversation.ts'
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
} from './flow.ts'

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

/**
 * A list of matters: a sentence that speaks of one is understood whole, not by the one word of it that stands in the
 * list. `own`: what may be said in a sentence here.
 */
export function matters<D = Data>(parts: ChooseParts<D>, own?: Intent): Question<D> {
  const question = choose(parts)
  return {
    ...question,
    take(at, reply) {
      if (reply.kind !== 'text' || !normalise(reply.text).includes(' ')) return question.take(at, reply)
      const named = namesOption(reply.text, parts.ask(at).options)
      const intent = named ? undefined : intentOf(reply.text)?.intent
      return intent && intent !== own && intent !== 'okay' ? miss : question.take(at, reply)
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

/** Words that stand in any question as well as in an answer: "ada di mana", "bisa kembali tidak". */
const ANYWHERE = phrases('ya, tidak, ada, sudah, belum, punya, sama, mau, boleh, yes, no')
const ASKS =
  /\b(?:mana|berapa|kapan|apa|apakah|bagaimana|kenapa|siapa|how|where|when|what|why|which)\b|\b(?:bisa|boleh|perlu|harus|masih|dapat) .*(?:tidak|belum)$/

/** Does a short sentence say the word as an answer? Numbers beside it ("anak 5 tahun") say more than the word. */
function speaksOf(said: string, word: string): boolean {
  if (!` ${said} `.includes(` ${word} `)) return false
  const numbers = said.match(/\d+/g) ?? []
  return numbers.every((number) => word.includes(number)) && !(ANYWHERE.has(word) && ASKS.test(said))
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
  const inside = withWords.filter(({ words }) => words.some((word) => speaksOf(said, word)))
  return inside.length === 1 ? inside[0]!.option : undefined
}
