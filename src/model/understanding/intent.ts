import { readActs, type Acts } from './acts.ts'
import { INTENT_LABELS, type Act, type IntentLabel } from './labels.ts'
import { LEARNED_INTENTS } from './learned/intents.ts'
import { tokenize } from './tokenizer.ts'
import { createClassifier } from './classifier/classifier.ts'
import { normalise } from './normalise.ts'

/** What a free message is about. In doubt nothing is said of it: then the menu or a person answers. */

export const INTENTS = [
  'greeting', 'help', 'thanks', 'okay', 'human',
  'requirements', 'cost', 'quota', 'reschedule', 'status', 'apphelp', 'office', 'complaint',
] as const // prettier-ignore
export type Intent = (typeof INTENTS)[number]

/** What a message is clearly about. */
export interface IntentResult {
  readonly intent: Intent
  /** Speaks of brokers, bribes or an officer's wrong-doing: to be confidential from the first word. */
  readonly confidential: boolean
}

const MISCONDUCT =
  /\b(calo|pungli|pungutan liar|suap|sogok|uang pelicin|uang rokok|korupsi|kkn|minta uang|minta duit|minta \d+ ?(?:rb|ribu|jt|juta)|dimintai uang|diminta uang|peras|memeras|pemerasan|oknum|asked? (?:me |us |him |her )?for money|bribe|broker|extort|extortion|corrupt|corruption)\b/
/** Does the text speak of brokers, bribes, or an officer who takes money? Then only supervisors may read it. */
export function mentionsMisconduct(text: string): boolean {
  return MISCONDUCT.test(normalise(text))
}

const classify = createClassifier({ labels: INTENT_LABELS, lines: LEARNED_INTENTS })

/** What of the matters that a conversation answers to a message is most likely about, whatever else it may be (0–1). */
export function classifyTopic(text: string): { readonly intent: Intent | null; readonly confidence: number } {
  const { intent, confidence } = predictIntent(text)
  return { intent: ANSWERED[intent] ?? null, confidence }
}

/** What a message most likely wants, and how likely that is (0–1). Always an answer, also to nothing. */
export function predictIntent(text: string): { readonly intent: IntentLabel; readonly confidence: number } {
  const [best] = tokenize(text).length === 0 ? [] : classify(text)
  return best
    ? { intent: best.label, confidence: best.confidence }
    : { intent: 'other_out_of_scope', confidence: 0 }
}

/** What of it a conversation answers to. What is out of scope, or only takes leave, opens nothing. */
const ANSWERED: Readonly<Partial<Record<IntentLabel, Intent>>> = {
  human: 'human',
  requirements: 'requirements',
  cost: 'cost',
  payment: 'cost',
  quota: 'quota',
  reschedule: 'reschedule',
  status: 'status',
  app_problem_help: 'apphelp',
  office_info: 'office',
  complaint: 'complaint',
}
/** What a conversation answers to, of all that the words may want, each with how likely it is (0–1), best first. */
export function rankIntents(
  text: string,
): readonly { readonly intent: Intent; readonly confidence: number }[] {
  const ranked = tokenize(text).length === 0 ? [] : classify(text)
  const answered = ranked.flatMap(({ label, confidence }) => {
    const intent = ANSWERED[label]
    return intent && intent !== 'human' ? [{ intent, confidence }] : []
  })
  return answered.filter(({ intent }, at) => answered.findIndex((one) => one.intent === intent) === at)
}

/** Less likely than this is a guess. */
const SURE = 0.5
/** Whoever says no more than these names a thing, and wants nothing of it yet. */
const THINGS = new Set('paspor saya anak lansia orang ini kak ya'.split(' '))

/** Surer than a guess: a name or a place taken for a greeting would be lost. */
const SURELY = 0.6

/** What somebody wants who only greets, asks for help, thanks or agrees, and says nothing else. */
function socialIntent(acts: Acts, said: string): Intent | null {
  if (!acts.isBare) return null
  const has = (act: Act) => acts.has(act, SURELY)
  if (ANSWERS.some(has)) return null
  if (has('thanks')) return 'thanks'
  if (has('help')) return 'help'
  if (has('greeting') || has('salam')) return 'greeting'
  // a single letter is a slip
  return has('yes') && said.length > 1 ? 'okay' : null
}

/** Whoever says these as well does more than greet or thank. */
const ANSWERS = ['no', 'unknown', 'what', 'correction', 'refusal', 'person', 'repeat', 'question'] as const

/** The intent of a message, or `null` when it is not clear. */
export function classifyIntent(text: string): IntentResult | null {
  const said = normalise(text)
  if (MISCONDUCT.test(said)) return { intent: 'complaint', confidential: true }
  const social = /\p{L}/u.test(said) ? socialIntent(readActs(text), said) : null
  if (social) return { intent: social, confidential: false }
  if (tokenize(text).every((word) => THINGS.has(word))) return null
  const { intent, confidence } = predictIntent(text)
  const answered = ANSWERED[intent]
  return answered && confidence >= SURE ? { intent: answered, confidential: false } : null
}
