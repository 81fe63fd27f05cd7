import { createClassifier, sharpened } from './classifier/classifier.ts'
import { extractQuestionFeatures, isAsking } from './classifier/question-features.ts'
import { readActs } from './acts.ts'
import { classifyIntent, classifyTopic, mentionsMisconduct } from './intent.ts'
import { LEARNED_QUESTIONS, QUESTIONS_LABELS } from './learned/questions.ts'
import { normalise } from './normalise.ts'
import { matchTerm } from './term.ts'

/** Which ready answer of the library settles a free question. Learned from prisma/data/understanding/questions.json. */

interface QuestionPrediction {
  /** Id of a ready answer (`answers.json`). */
  readonly id: string
  /** How likely it is the one asked for (0–1). */
  readonly confidence: number
}

/** What no ready answer settles: lists of papers, prices, status, places, complaints, answers, small talk. */
const NONE = 'none'
const MOST = 5
/** Less likely than this is not worth an offer. */
const LEAST = 0.02
/** Raises likelihoods to what they are worth: few examples of many labels make the table too modest (`npm run learn -- check`). */
const SHARPNESS = 1.6
/** From here on nine in ten of the examples that are held out are right (`npm run learn -- check`). */
const SURE = 0.8
/** Ready answers about complaining outside the office: to the Ombudsman, to LAPOR!, to a task force that is no more. */
const ELSEWHERE = 'outside-'
/** Matters of others: who complains of those is told whose they are. */
const OTHER_DOORS = new Set(
  ['civil', 'driving', 'police', 'tax', 'bpjs', 'visa', 'flight', 'customs', 'hajj'].map(
    (door) => `elsewhere-${door}`,
  ),
)
/** "… masih ada tidak", "… masih adakah". */
const ENDS_ASKING = /(?: tidak| belum|kah)$/
/** A name that accuses nobody by itself. */
const TASK_FORCE = 'saber pungli'
/** As sure as this somebody asks, and complains (0–1). */
const ASKS = 0.6
const PLAINLY = 0.8
/** So sure an answer is one, though the words may complain as well. */
const CERTAIN = 0.9
const MAY_ASK = 0.3
/** Longer than any question (characters): a story. */
const LONGEST = 160

const classify = createClassifier({
  labels: QUESTIONS_LABELS,
  lines: LEARNED_QUESTIONS,
  extract: extractQuestionFeatures,
  least: 0.001,
})

/** Ready answers a message may ask for, the likeliest first, at most five; none where it asks for nothing of the kind. */
export function predictQuestions(text: string): readonly QuestionPrediction[] {
  if (normalise(text) === '') return []
  const found = classify(text)
  const shares = sharpened(
    found.map(({ confidence }) => confidence),
    SHARPNESS,
  )
  return found
    .map(({ label }, at) => ({ id: label, confidence: shares[at]! }))
    .filter(({ id, confidence }) => id !== NONE && confidence >= LEAST)
    .slice(0, MOST)
}

/** The ready answer that a question asks for; null when none is clear. */
export function matchQuestion(text: string, least = SURE): string | null {
  if (text.length > LONGEST) return null
  const [best] = predictQuestions(text)
  const id = best && best.confidence >= least ? best.id : askedTerm(text)
  if (id === null) return null
  const certain = best !== undefined && best.confidence >= CERTAIN && !mentionsMisconduct(text)
  const asks = isAsking(text) || readActs(text).has('question', MAY_ASK)
  if (certain && asks && classifyTopic(text).confidence < PLAINLY) return id
  return complains(text, id) ? null : id
}

/** Who complains is not put off with an answer; but where else to complain is one, and who fears a fraud is told what is true. */
function complains(text: string, id: string): boolean {
  if (classifyIntent(text)?.intent !== 'complaint' || OTHER_DOORS.has(id)) return mentionsMisconduct(text)
  // "bisa diambil orang lain?" asks, though others have complained of it
  if (
    !mentionsMisconduct(text) &&
    readActs(text).has('question', ASKS) &&
    classifyTopic(text).confidence < PLAINLY
  )
    return false
  const said = normalise(text)
  if (id.startsWith('elsewhere-') && readActs(text).has('fear')) return mentionsMisconduct(text)
  const asksElsewhere = id.startsWith(ELSEWHERE) && (isAsking(text) || ENDS_ASKING.test(said))
  return !asksElsewhere || mentionsMisconduct(said.replace(TASK_FORCE, ' '))
}

/** The ready answer to "X itu apa". A name alone may be an answer or a wish. */
function askedTerm(text: string): string | null {
  const term = normalise(text).includes(' ') ? matchTerm(text) : null
  return term?.kind === 'answer' ? term.id : null
}
