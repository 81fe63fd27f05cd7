import { wordCount } from '../../model/messages/text.ts'
import { readActs } from '../../model/understanding/acts.ts'
import { classifyIntent, type Intent } from '../../model/understanding/intent.ts'
import {
  readChoice,
  type ChoiceContext,
  type ChoiceOption,
} from '../../model/understanding/answers/choice.ts'
import { MAX_PHRASE_LENGTH, normalise, withoutHonorifics } from '../../model/understanding/normalise.ts'
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

/** Less sure than this no choice is taken (0–1): it is asked again. */
const SURE = 0.6

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
  /** The choices are matters to ask about, and not answers: "bayarnya di mana?" names one. */
  readonly topics?: boolean
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
      const option = optionMeant(at, answer.text, options, { topics: parts.topics === true })
      if (option && !isOnlyAsked(option, answer.text)) return picked(parts, at, options, option.id)
      return parts.onText?.(at, answer.text) ?? notUnderstood
    },
  }
}

/** As sure as this the words are a question (0–1). */
const ASKS = 0.7

/** "1,15 juta itu sudah semua?" asks; it does not say that all is there. */
function isOnlyAsked({ means }: Pick<Option, 'means'>, text: string): boolean {
  return means === 'done' && wordCount(normalise(text)) > 2 && readActs(text).has('question', ASKS)
}

/**
 * A list of topics: a sentence that speaks of one is understood whole, not by the one word of it that stands in the
 * list. `own`: what may be said in a sentence here.
 */
export function topicQuestion<D = FlowData, S extends string = string>(
  parts: ChoiceParts<D, S>,
  own?: Intent,
): QuestionStep<D, S> {
  const question = choiceQuestion<D, S>({ ...parts, topics: true })
  return {
    ...question,
    answer(at, answer) {
      if (answer.kind !== 'text' || !normalise(answer.text).includes(' ')) return question.answer(at, answer)
      const { options } = parts.prompt(at)
      const named = isOptionText(answer.text, options, at.world.hears) || isLabel(at, answer.text, options)
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
      const option = optionMeant(at, answer.text, options, { freeText: true })
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

type Named = Pick<Option, 'id' | 'label' | 'number' | 'hears' | 'phrases' | 'means'>

/** Does the text say exactly an option's words? */
export function isOptionText(
  text: string,
  options: readonly Pick<Named, 'hears' | 'phrases'>[],
  hears: Hears,
): boolean {
  const said = withoutHonorifics(normalise(text))
  return text.length <= MAX_PHRASE_LENGTH && options.some((option) => phrasesOf(option, hears).has(said))
}

/** Does the text say an option as it is shown? */
export function isLabel(
  { state, world }: StepContext<unknown>,
  text: string,
  options: readonly Named[],
): boolean {
  const said = withoutHonorifics(normalise(text))
  return options.some(({ label }) => normalise(world.words(state.lang, label)) === said)
}

/** Options whose id says what they amount to, where another question's words for the same would do. */
const MEANINGS = ['yes', 'no', 'done', 'unknown', 'none'] as const

/** The option that is meant, in whatever words. */
function optionMeant<O extends Named>(
  { state, world }: StepContext<unknown>,
  text: string,
  options: readonly O[],
  how: ChoiceContext,
): O | undefined {
  const shown = options.map((option, place): ChoiceOption => {
    const means = option.means ?? MEANINGS.find((meaning) => meaning === option.id)
    return {
      id: option.id,
      number: option.number ?? place + 1,
      labels: [world.words(state.lang, option.label)],
      phrases: phrasesOf(option, world.hears),
      ...(means && { means }),
    }
  })
  const choice = readChoice(text, shown, how)
  return choice && choice.confidence >= SURE ? options.find(({ id }) => id === choice.id) : undefined
}

const NONE: ReadonlySet<string> = new Set()

function phrasesOf({ hears, phrases }: Pick<Named, 'hears' | 'phrases'>, all: Hears): ReadonlySet<string> {
  return phrases ?? (hears ? all[hears] : NONE)
}
