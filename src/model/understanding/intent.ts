import { readActs, type Acts } from './acts.ts'
import { classifyComplaint } from './complaint.ts'
import { INTENT_LABELS, type Act, type IntentLabel } from './labels.ts'
import { LEARNED_INTENTS } from './learned/intents.ts'
import { tokenize } from './tokenizer.ts'
import { createClassifier } from './classifier/classifier.ts'
import { HONORIFICS, normalise } from './normalise.ts'

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

/** Words that are enough alone, unless it is said that there is none of it ("tidak ada pungli"). */
const MISCONDUCT =
  /(?<!\b(?:tidak ada|tanpa|bebas|bukan|saber|no) )\b(calo|pungli|pungutan liar|suap|sogok|uang pelicin|korupsi|kkn|minta uang|minta duit|minta \d+ ?(?:rb|ribu|jt|juta)|dimintai uang|diminta uang|peras|memeras|pemerasan|oknum|asked? (?:me |us |him |her )?for money|bribe|broker|extort|extortion|corrupt|corruption)\b/
/** Does the text speak of brokers, bribes, or an officer who takes money? Then only supervisors may read it. */
export function mentionsMisconduct(text: string): boolean {
  const isNamed = MISCONDUCT.test(normalise(text))
  const confidence = readActs(text).confidence('misconduct')
  const isHeard = confidence >= SURE_OF_MISCONDUCT || (confidence >= MAYBE && isExtortion(text))
  return (isNamed || isHeard) && !isPraise(text)
}

/** "Bersih, tidak ada pungli", "uangnya malah ditolak, hebat". */
function isPraise(text: string): boolean {
  const { intent, confidence } = predictIntent(text)
  return intent === 'thanks' && confidence >= PRAISE
}

const PRAISE = 0.6

/** What the categories of complaints say of it. */
function isExtortion(text: string): boolean {
  const { category, confidence } = classifyComplaint(text)
  return category === 'broker_extortion' && confidence >= SURE
}

/** From here on it is heard as wrong-doing (0–1): rather one report too many in confidence than one too few. */
const SURE_OF_MISCONDUCT = 0.4
/** … and from here on where the categories say so too. */
const MAYBE = 0.3

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

/** Who asks is answered, unless they plainly complain (0–1): then how likely the other matter must be. */
const ASKS = 0.35
const PLAINLY = 0.9
const BESIDE = 0.1
/** Without a question, another matter must be so likely beside so unlikely a complaint. */
const LIKELY = 0.75
const AS_LIKELY = 0.2
/** Who says so wants to report it, whatever could be tried first. */
const REPORTS =
  /\b(?:lapor\w*|laporkan|komplain|complain\w*|ngadu|mengadu\w*|aduan|pengaduan|keluhan|report)\b/

/** Does somebody say that they want to report something? */
export function saysReport(text: string): boolean {
  return REPORTS.test(normalise(text))
}

/** What somebody who sounds like complaining wants: a fault of the app is mended first, a question answered. */
function insteadOfComplaint(text: string, confidence: number): Intent | null {
  if (saysReport(text)) return 'complaint'
  const { category, confidence: known } = classifyComplaint(text)
  if (category.startsWith('app_')) return 'apphelp'
  const others = rankIntents(text).filter(({ intent }) => intent !== 'complaint')
  const other = FAULT.test(normalise(text)) ? others.find(({ intent }) => intent !== 'office') : others[0]
  const asks = readActs(text).has('question', ASKS) || /\?\s*$/.test(text)
  if (asks ? confidence < PLAINLY : confidence < LIKELY && (other?.confidence ?? 0) >= AS_LIKELY)
    return other && other.confidence >= BESIDE ? other.intent : null
  // few words that no category knows tell of nothing
  return category === 'other' && known < SURE && !readActs(text).has('anger') ? null : 'complaint'
}

/** Praise is thanks at more words (0–1). */
const SURELY_THANKS = 0.85

/** "WC bau di imigrasi Kupang" names the office and does not look for it. */
const FAULT =
  /\b(?:kotor|jorok|bau|sempit|panas|pengap|gerah|rusak|patah|mampet|gelap|bocor|licin|semrawut|antre\w*|mengantre|lelet|jutek|kasar|judes|numpuk|penuh sesak|tidak ada (?:kursi|ac|air|kipas|toilet|parkir|lift))\b/

function isFault(said: string, text: string): boolean {
  return FAULT.test(said) && !said.includes('berapa') && !readActs(text).has('question', ASKS)
}

/** "Min", "pak?": knocks at the door. */
function isOnlyAddress(said: string): boolean {
  return said !== '' && said.split(' ').every((word) => HONORIFICS.includes(word))
}

/** The intent of a message, or `null` when it is not clear. */
export function classifyIntent(text: string): IntentResult | null {
  const said = normalise(text)
  if (mentionsMisconduct(text)) return { intent: 'complaint', confidential: true }
  if (isOnlyAddress(said)) return { intent: 'greeting', confidential: false }
  const social = /\p{L}/u.test(said) ? socialIntent(readActs(text), said) : null
  if (social) return { intent: social, confidential: false }
  if (tokenize(text).every((word) => THINGS.has(word))) return null
  const { intent, confidence } = predictIntent(text)
  if (intent === 'thanks' && confidence >= SURELY_THANKS) return { intent: 'thanks', confidential: false }
  const answered = ANSWERED[intent]
  if (!answered || confidence < SURE) return null
  if (answered === 'office' && isFault(said, text)) return { intent: 'complaint', confidential: false }
  if (answered !== 'complaint') return { intent: answered, confidential: false }
  const other = insteadOfComplaint(text, confidence)
  return other ? { intent: other, confidential: false } : null
}
