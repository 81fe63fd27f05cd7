import { wordCount } from '../../../model/messages/text.ts'
import type { InboundContent } from '../../../model/messages/content.ts'
import type { Intent, IntentResult } from '../../../model/understanding/intent.ts'
import { readActs } from '../../../model/understanding/acts.ts'
import type { DirectAnswer } from '../hooks.ts'
import { askQuestion } from '../prompt.ts'
import { firstAnswer } from '../registry.ts'
import { t, type Text } from '../text.ts'
import { intentOverQuestion } from './clear-intent.ts'
import { addSubject } from './subject.ts'
import { startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'

/** A question in the middle of something else: answered, or offered, and the person is back where they were. */

/** "Oke" is no answer to a question; who wants a person has `0` and the word for it. */
const NO_SIDE_QUESTION: readonly Intent[] = ['okay', 'human']
/** As sure as this a message asks something beside its answer (0–1). */
const ASKS = 0.7
const SOCIAL: readonly Intent[] = ['thanks', 'greeting', 'help']

/** A question told beside the answer ("5 tahun. berapa ya harganya?"): answered as well, if it is clear. */
export function answerAlong(turn: Turn, text: string): void {
  if (turn.flow?.collectsStory || !readActs(text).has('question', ASKS)) return
  const direct = directAnswer(turn, text)
  if (direct && direct.target.flow !== turn.state.flow) tell(turn, direct.texts)
}

/** As likely as this an answer is told before the flow that the words open (0–1). */
const LIKELY = 0.65

/** What the words ask beside the matter they open ("boleh di Surabaya?", and then the papers). */
export function tellLikelyAnswer(turn: Turn, text: string): void {
  if (!readActs(text).has('question')) return
  const answer = firstAnswer(turn.registry, (flow) => flow.directAnswer?.(turn.context, text, LIKELY))
  if (answer) tell(turn, answer.texts)
}

/** Would the words be answered at once? */
export function immediateAnswer(turn: Turn, text: string): boolean {
  return directAnswer(turn, text) !== null
}

/** With nothing under way: a question that one ready answer settles. Over a menu it opens the answers, else it is told in between. */
export function answerImmediately(turn: Turn, text: string): boolean {
  const found = directAnswer(turn, text)
  if (!found) return false
  if (!turn.question || turn.isAtHome || turn.state.flow === found.target.flow) startFlow(turn, found.target)
  else {
    // what is shown stays where it is, and its numbers hold
    tell(turn, found.texts)
    addSubject(turn, found.target)
  }
  return true
}

function directAnswer({ registry, context }: Turn, text: string): DirectAnswer | null {
  return firstAnswer(registry, (flow) => flow.directAnswer?.(context, text))
}

/** More words than this tell, though they ask as well. */
const QUESTION_WORDS = 12

/** A plain question while a report is being filled in: answered, and no part of the story. `false` when it has no ready answer. */
export function answerInDraft(turn: Turn, text: string): boolean {
  if (wordCount(text) > QUESTION_WORDS || !readActs(text).has('question', ASKS)) return false
  const direct = directAnswer(turn, text)
  if (direct) tellInBetween(turn, direct.texts)
  return direct !== null
}

/** `false` when the message asks nothing that is clear. A story is left to whom it is told. */
export function answerSideQuestion(turn: Turn, content: InboundContent): boolean {
  if (content.kind !== 'text' || turn.flow?.collectsStory) return false
  const { text } = content
  const result = intentOverQuestion(turn, text)
  const texts = textsFor(turn, text, result)
  if (texts.length > 0) {
    tellInBetween(turn, texts)
    return true
  }
  if (result && SOCIAL.includes(result.intent)) {
    tellInBetween(turn, result.intent === 'thanks' ? [t('idle.thanks')] : [])
    return true
  }
  if (!result || NO_SIDE_QUESTION.includes(result.intent)) return false
  if (result.intent === turn.state.flow && !turn.flow?.isAboutOther?.(turn.context, text)) return false
  // what was declined a moment ago is not offered again
  if (!turn.firstTime(`side.${result.intent}`)) return false
  offer(turn, result, text)
  return true
}

/** The question under way is put again. */
function tellInBetween(turn: Turn, texts: readonly Text[]): void {
  tell(turn, texts)
  askQuestion(turn)
}

function tell(turn: Turn, texts: readonly Text[]): void {
  turn.say(...texts.map((text) => ({ text })))
}

/** What can be answered at once: a ready answer before anything else, then what the flow of that matter tells. */
function textsFor(turn: Turn, text: string, result: IntentResult | null): readonly Text[] {
  const direct = directAnswer(turn, text)
  if (direct) return direct.texts
  if (!result || result.confidential) return []
  return [...turn.registry.flows.values()].flatMap(
    (flow) => flow.sideAnswer?.(turn.context, text, result) ?? [],
  )
}

function offer(turn: Turn, { intent, confidential }: IntentResult, text: string): void {
  turn.remember({ interruption: { name: 'side', intent, confidential, text } })
  // what is said of wrong-doing is for supervisors only, whatever is answered
  if (confidential) turn.update({ confidential })
  askQuestion(turn)
}
