import type { InboundContent } from '../../../model/messages/content.ts'
import { wordCount } from '../../../model/messages/text.ts'
import { readActs } from '../../../model/understanding/acts.ts'
import { mentionsMisconduct } from '../../../model/understanding/intent.ts'
import { handoverTarget } from '../handover.ts'
import { PERSON_AT, SIMPLER_AT } from '../limits.ts'
import { askInterruption, hint, inOtherWords, reprompt } from '../prompt.ts'
import type { QuestionStep } from '../flow.ts'
import { t, type Text } from '../text.ts'
import { startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'
import { likelyReadings } from './readings.ts'

/** What was not understood: each try goes another way, and the last is a person, with the person's consent. Never a menu. */

export function repair(turn: Turn, content: InboundContent): void {
  const text = content.kind === 'text' ? content.text : ''
  const told = text === '' || turn.question?.sensitive ? [] : [text]
  const unclearTexts = [...(turn.memory.unclearTexts ?? []), ...told].slice(-PERSON_AT)
  const misses = turn.state.misses + 1
  turn.remember({ unclearTexts })
  turn.update({ misses })
  if (misses > PERSON_AT) return toPersonUnasked(turn)
  if (misses === PERSON_AT) return offerPerson(turn)
  if (misses < SIMPLER_AT && offerReadings(turn, text)) return
  askAgain(turn, misses, text)
}

/** Nothing is under way: an example of what may be asked. Else the question, with an example the second time. */
function askAgain(turn: Turn, misses: number, text: string): void {
  const { question } = turn
  const again = misses >= SIMPLER_AT
  if (turn.memory.interruption) return reprompt(turn)
  if (!question || !turn.isFlowActive) return hint(turn, t(again ? 'repair.example' : 'repair.other'))
  turn.say({ text: again ? inOtherWords(turn, question) : unclearText(turn, question, text) })
  reprompt(turn)
}

/** Words from which something is told beside the question, rather than answered badly. */
const TOLD_WORDS = 6

function unclearText(turn: Turn, question: QuestionStep, text: string): Text {
  if (wordCount(text) >= TOLD_WORDS && !readActs(text).has('question')) return t('repair.kept')
  return question.unclear?.(turn.context) ?? t('repair.unclear')
}

/** What the words may mean, by number; `false` where nothing is likely enough. */
export function offerReadings(turn: Turn, text: string): boolean {
  if (turn.memory.interruption || (turn.question?.freeText && turn.isFlowActive)) return false
  const readings = likelyReadings(turn, text)
  if (readings.length === 0) return false
  turn.remember({ interruption: { name: 'readings', readings } })
  askInterruption(turn)
  return true
}

/** Shall an officer answer? What was not understood goes along. */
export function offerPerson(turn: Turn): void {
  turn.remember({ interruption: { name: 'person' } })
  askInterruption(turn)
}

/** To a person with what was not understood. */
export function toPerson(turn: Turn): void {
  const { unclearTexts = [] } = turn.memory
  const confidential = turn.state.confidential || unclearTexts.some(mentionsMisconduct)
  startFlow(turn, ...handoverTarget(turn, 'misses', confidential))
}

function toPersonUnasked(turn: Turn): void {
  turn.say({ text: t('repair.person') })
  toPerson(turn)
}
