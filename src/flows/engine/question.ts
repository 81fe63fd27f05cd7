import {
  normalise,
  MAX_PHRASE_LENGTH,
  phraseSet,
  withoutHonorifics,
} from '../../model/understanding/normalise.ts'
import { classifyIntent, type Intent } from '../../model/understanding/intent.ts'
import { editDistance } from '../../model/words/similarity.ts'
import type { Text } from './conversation.ts'
import {
  notUnderstood,
  t,
  type Prompt,
  type StepContext,
  type FlowData,
  type MediaAnswer,
  type Transition,
  type Option,
  type LocationAnswer,
  type QuestionStep,
} from './flow.ts'

/** Questions, made once: a flow file says what is asked and where each answer leads. */

/** Words of an answer that still only names a choice ("yang ganti jadwal saja"). */
const SHORT = 4

interface ChooseParts<D> {
  prompt(at: StepContext<D>): Prompt
  onPick(at: StepContext<D>, id: string): Transition
  /** Words that match no option; without it they are not understood. */
  onText?(at: StepContext<D>, text: string): Transition
  /** Without it, files are not an answer to this question. */
  onMedia?(at: StepContext<D>, reply: MediaAnswer): Transition
  /** Without it, a shared location is not an answer to this question. */
  onLocation?(at: StepContext<D>, reply: LocationAnswer): Transition
}

/** One of several numbered choices; the number, the tap, the label's words and their near misses are understood. */
export function choiceQuestion<D = FlowData>(parts: ChooseParts<D>): QuestionStep<D> {
  return {
    kind: 'question',
    freeText: false,
    acceptsMedia: parts.onMedia !== undefined,
    acceptsLocation: parts.onLocation !== undefined,
    prompt: (at) => parts.prompt(at),
    rephrase: () => t('ask.simpler'),
    answer(at, reply) {
      if (reply.kind === 'pick') return parts.onPick(at, reply.id)
      if (reply.kind === 'media') return parts.onMedia?.(at, reply) ?? notUnderstood
      if (reply.kind === 'place') return parts.onLocation?.(at, reply) ?? notUnderstood
      const option = optionSaid(reply.text, parts.prompt(at).options)
      if (option) return parts.onPick(at, option.id)
      return parts.onText?.(at, reply.text) ?? notUnderstood
    },
  }
}

/**
 * A list of matters: a sentence that speaks of one is understood whole, not by the one word of it that stands in the
 * list. `own`: what may be said in a sentence here.
 */
export function topicQuestion<D = FlowData>(parts: ChooseParts<D>, own?: Intent): QuestionStep<D> {
  const question = choiceQuestion(parts)
  return {
    ...question,
    answer(at, reply) {
      if (reply.kind !== 'text' || !normalise(reply.text).includes(' ')) return question.answer(at, reply)
      const named = isOptionText(reply.text, parts.prompt(at).options)
      const intent = named ? undefined : classifyIntent(reply.text)?.intent
      return intent && intent !== own && intent !== 'okay' ? notUnderstood : question.answer(at, reply)
    },
  }
}

interface TellParts<D> {
  prompt(at: StepContext<D>): Prompt
  /** Where an answer may be not understood: kind words, then an example. */
  unclear?(at: StepContext<D>): Text
  rephrase?(at: StepContext<D>): Text
  onPick?(at: StepContext<D>, id: string): Transition
  onText(at: StepContext<D>, text: string): Transition
  /** Without it, files are not an answer to this question. */
  onMedia?(at: StepContext<D>, reply: MediaAnswer): Transition
  /** Without it, a shared location is not an answer to this question. */
  onLocation?(at: StepContext<D>, reply: LocationAnswer): Transition
}

/** An answer in the person's own words, or a file where `shown` is given. */
export function openQuestion<D = FlowData>(parts: TellParts<D>): QuestionStep<D> {
  return {
    kind: 'question',
    freeText: true,
    acceptsMedia: parts.onMedia !== undefined,
    acceptsLocation: parts.onLocation !== undefined,
    prompt: (at) => parts.prompt(at),
    ...(parts.unclear && { unclear: (at) => parts.unclear!(at) }),
    rephrase: (at) => parts.rephrase?.(at) ?? t('ask.simpler'),
    answer(at, reply) {
      if (reply.kind === 'pick') return parts.onPick?.(at, reply.id) ?? notUnderstood
      if (reply.kind === 'media') return parts.onMedia?.(at, reply) ?? notUnderstood
      if (reply.kind === 'place') return parts.onLocation?.(at, reply) ?? notUnderstood
      const option = optionSaid(reply.text, parts.prompt(at).options, 'exactly')
      if (option && parts.onPick) return parts.onPick(at, option.id)
      return parts.onText(at, reply.text)
    },
  }
}

/** Does the text say exactly an option's words? */
export function isOptionText(text: string, options: readonly Option[]): boolean {
  return optionSaid(text, options, 'exactly') !== undefined
}

/** Words that stand in any question as well as in an answer: "ada di mana", "bisa kembali tidak". */
const ANYWHERE = phraseSet('ya, tidak, ada, sudah, belum, punya, sama, mau, boleh, yes, no')
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
  if (text.length > MAX_PHRASE_LENGTH) return undefined
  const said = withoutHonorifics(normalise(text))
  const withWords = options.map((option) => ({
    option,
    words: [...phraseSet(option.words ?? '')].filter(Boolean),
  }))
  const whole = withWords.find(({ words }) => words.includes(said))
  if (whole || how === 'exactly') return whole?.option
  const near = withWords.filter(({ words }) =>
    words.some((word) => word.length >= 5 && editDistance(word, said) === 1),
  )
  if (near.length === 1) return near[0]!.option
  // a longer sentence that happens to hold a word is a story, not a choice
  if (said.split(' ').length > SHORT) return undefined
  const inside = withWords.filter(({ words }) => words.some((word) => speaksOf(said, word)))
  return inside.length === 1 ? inside[0]!.option : undefined
}
