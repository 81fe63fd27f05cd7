import { classifyIntent, type Intent } from '../../model/understanding/intent.ts'
import {
  MAX_PHRASE_LENGTH,
  normalise,
  phraseSet,
  withoutHonorifics,
} from '../../model/understanding/normalise.ts'
import { editDistance } from '../../model/words/similarity.ts'
import type { Hears } from './conversation.ts'
import {
  notUnderstood,
  type LocationAnswer,
  type MediaAnswer,
  type Option,
  type Prompt,
  type QuestionStep,
  type Transition,
} from './flow.ts'
import type { StepContext } from './context.ts'
import type { FlowData } from './handle.ts'

/** Questions, made once: a flow says what is asked and where each answer leads. */

/** Words of an answer that still only names a choice ("yang ganti jadwal saja"). */
const SHORT = 4

type Help<D, S extends string> = Pick<QuestionStep<D, S>, 'unclear' | 'rephrase' | 'why' | 'unknown'>

function helpOf<D, S extends string>({ unclear, rephrase, why, unknown }: Help<D, S>): Help<D, S> {
  return {
    ...(unclear && { unclear }),
    ...(rephrase && { rephrase }),
    ...(why && { why }),
    ...(unknown && { unknown }),
  }
}

interface ChoiceParts<D, S extends string> extends Help<D, S> {
  prompt(at: StepContext<D>): Prompt<D, S>
  /** For options that do not say themselves where they lead. */
  onPick?(at: StepContext<D>, id: string): Transition<D, S>
  /** Words that match no option; without it they are not understood. */
  onText?(at: StepContext<D>, text: string): Transition<D, S>
  /** Without it, files are not an answer to this question. */
  onMedia?(at: StepContext<D>, answer: MediaAnswer): Transition<D, S>
  /** Without it, a shared location is not an answer to this question. */
  onLocation?(at: StepContext<D>, answer: LocationAnswer): Transition<D, S>
}

/** One of several numbered choices; the number, the tap, the label's words and their near misses are understood. */
export function choiceQuestion<D = FlowData, S extends string = string>(
  parts: ChoiceParts<D, S>,
): QuestionStep<D, S> {
  return {
    kind: 'question',
    expects: 'choice',
    freeText: false,
    acceptsMedia: parts.onMedia !== undefined,
    acceptsLocation: parts.onLocation !== undefined,
    prompt: (at) => parts.prompt(at),
    ...helpOf(parts),
    answer(at, answer) {
      if (answer.kind === 'media') return parts.onMedia?.(at, answer) ?? notUnderstood
      if (answer.kind === 'place') return parts.onLocation?.(at, answer) ?? notUnderstood
      const { options } = parts.prompt(at)
      if (answer.kind === 'pick') return picked(parts, at, options, answer.id)
      const option = optionNamed(answer.text, options, at.world.hears)
      if (option) return picked(parts, at, options, option.id)
      return parts.onText?.(at, answer.text) ?? notUnderstood
    },
  }
}

/**
 * A list of topics: a sentence that speaks of one is understood whole, not by the one word of it that stands in the
 * list. `own`: what may be said in a sentence here.
 */
export function topicQuestion<D = FlowData, S extends string = string>(
  parts: ChoiceParts<D, S>,
  own?: Intent,
): QuestionStep<D, S> {
  const question = choiceQuestion<D, S>(parts)
  return {
    ...question,
    answer(at, answer) {
      if (answer.kind !== 'text' || !normalise(answer.text).includes(' ')) return question.answer(at, answer)
      const named = isOptionText(answer.text, parts.prompt(at).options, at.world.hears)
      const intent = named ? undefined : classifyIntent(answer.text)?.intent
      return intent && intent !== own && intent !== 'okay' ? notUnderstood : question.answer(at, answer)
    },
  }
}

interface OpenParts<D, S extends string> extends Help<D, S> {
  readonly expects: QuestionStep['expects']
  prompt(at: StepContext<D>): Prompt<D, S>
  onPick?(at: StepContext<D>, id: string): Transition<D, S>
  onText(at: StepContext<D>, text: string): Transition<D, S>
  /** Without it, files are not an answer to this question. */
  onMedia?(at: StepContext<D>, answer: MediaAnswer): Transition<D, S>
  /** Without it, a shared location is not an answer to this question. */
  onLocation?(at: StepContext<D>, answer: LocationAnswer): Transition<D, S>
}

/** An answer in the person's own words, or a file where `onMedia` is given. */
export function openQuestion<D = FlowData, S extends string = string>(
  parts: OpenParts<D, S>,
): QuestionStep<D, S> {
  return {
    kind: 'question',
    expects: parts.expects,
    freeText: true,
    acceptsMedia: parts.onMedia !== undefined,
    acceptsLocation: parts.onLocation !== undefined,
    prompt: (at) => parts.prompt(at),
    ...helpOf(parts),
    answer(at, answer) {
      if (answer.kind === 'media') return parts.onMedia?.(at, answer) ?? notUnderstood
      if (answer.kind === 'place') return parts.onLocation?.(at, answer) ?? notUnderstood
      const { options } = parts.prompt(at)
      if (answer.kind === 'pick') return picked(parts, at, options, answer.id)
      const option = optionNamed(answer.text, options, at.world.hears, 'exactly')
      const transition = option ? picked(parts, at, options, option.id) : notUnderstood
      return transition.kind === 'not understood' ? parts.onText(at, answer.text) : transition
    },
  }
}

function picked<D, S extends string>(
  parts: Pick<ChoiceParts<D, S>, 'onPick'>,
  at: StepContext<D>,
  options: readonly Option<D, S>[],
  id: string,
): Transition<D, S> {
  return options.find((option) => option.id === id)?.to ?? parts.onPick?.(at, id) ?? notUnderstood
}

type Named = Pick<Option, 'id' | 'hears' | 'phrases'>

/** Does the text say exactly an option's words? */
export function isOptionText(text: string, options: readonly Named[], hears: Hears): boolean {
  return optionNamed(text, options, hears, 'exactly') !== undefined
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
function optionNamed<O extends Named>(
  text: string,
  options: readonly O[],
  hears: Hears,
  how?: 'exactly',
): O | undefined {
  if (text.length > MAX_PHRASE_LENGTH) return undefined
  const said = withoutHonorifics(normalise(text))
  const withWords = options.map((option) => ({ option, words: [...phrasesOf(option, hears)] }))
  const whole = withWords.find(({ words }) => words.includes(said))
  if (whole || how === 'exactly') return whole?.option
  const near = withWords.filter(({ words }) =>
    words.some((word) => word.length >= 5 && editDistance(word, said) === 1),
  )
  if (near.length === 1) return near[0]?.option
  // a longer sentence that happens to hold a word is a story, not a choice
  if (said.split(' ').length > SHORT) return undefined
  const inside = withWords.filter(({ words }) => words.some((word) => speaksOf(said, word)))
  return inside.length === 1 ? inside[0]?.option : undefined
}

const NONE: ReadonlySet<string> = new Set()

function phrasesOf({ hears, phrases }: Named, all: Hears): ReadonlySet<string> {
  return phrases ?? (hears ? all[hears] : NONE)
}
