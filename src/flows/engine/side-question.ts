import { classifyIntent, type Intent, type IntentResult } from '../../model/understanding/intent.ts'
import { classifyPaymentTopic } from '../../model/understanding/price.ts'
import { matchQuestion } from '../../model/understanding/question.ts'
import type { InboundContent } from '../../model/messages/content.ts'
import { setInterruption } from './interruption.ts'
import type { Text } from './conversation.ts'
import { passportCaseIn } from '../shared/passport-case.ts'
import { readyAnswerTexts } from '../shared/facts.ts'
import { officeText } from '../office/index.ts'
import { startFlow } from './transition.ts'
import { askQuestion } from './prompt.ts'
import { stepContext, flowOf, updateState, questionOf, say, type TurnContext } from './turn-context.ts'
import { mentionsOtherPerson } from '../requirements/first-message.ts'
import type { RequirementsData } from '../requirements/list.ts'
import { t, type StepContext } from './flow.ts'

/** A question in the middle of something else: answered, or offered, and the person is back where they were. */

/** "Oke" is no answer to a question; who wants a person has `0` and the word for it. */
const NOT_ASIDE: readonly Intent[] = ['okay', 'human']
const SOCIAL: readonly Intent[] = ['thanks', 'greeting', 'help']

/** With nothing under way: a question that one ready answer settles. Over a menu it opens the answers, else it is told in between. */
export function answerImmediately(turn: TurnContext, text: string): boolean {
  const id = matchQuestion(text)
  const row = turn.world.library.answers.find((one) => one.id === id)
  if (!row) return false
  if (!questionOf(turn) || turn.state.flow === 'menu' || turn.state.flow === 'info')
    startFlow(turn, { flow: 'info', step: 'show', data: { topic: row.topic, id: row.id } })
  else tellInBetween(turn, readyAnswerTexts(stepContext(turn), [row.id]))
  return true
}

/** `false` when the message asks nothing that is clear. A story is left to whom it is told. */
export function answerSideQuestion(turn: TurnContext, content: InboundContent): boolean {
  if (content.kind !== 'text' || flowOf(turn)?.collectsStory) return false
  const understood = classifyIntent(content.text)
  const texts = told(stepContext(turn), content.text, understood)
  if (texts.length > 0) {
    tellInBetween(turn, texts)
    return true
  }
  if (understood && SOCIAL.includes(understood.intent)) {
    tellInBetween(turn, understood.intent === 'thanks' ? [t('idle.thanks')] : [])
    return true
  }
  if (!understood || NOT_ASIDE.includes(understood.intent)) return false
  if (understood.intent === turn.state.flow && !mentionsOtherPerson(stepContext(turn), content.text))
    return false
  offer(turn, understood, content.text)
  return true
}

/** The question under way is put again. */
function tellInBetween(turn: TurnContext, texts: readonly Text[]): void {
  say(turn, ...texts.map((text) => ({ text })))
  askQuestion(turn)
}

/** What can be answered at once, from the answer library. */
function told(at: StepContext, text: string, understood: IntentResult | null): readonly Text[] {
  const ready = matchQuestion(text)
  if (ready) return readyAnswerTexts(at, [ready])
  if (understood?.confidential) return []
  if (understood?.intent === 'cost') return moneyTold(at, text)
  return understood?.intent === 'office' ? [officeText(at, text)] : []
}

/** The price of all kinds; of a case that has a fine, the fine as well. */
function moneyTold(at: StepContext, text: string): readonly Text[] {
  const matter = classifyPaymentTopic(text)
  if (matter === 'where') return readyAnswerTexts(at, ['pay-where', 'pay-time'])
  if (matter === 'refund') return readyAnswerTexts(at, ['pay-back'])
  if (matter !== 'price' && matter !== null) return []
  const known = at.data as RequirementsData
  const what = passportCaseIn(at, text).answers['what'] ?? known.answers?.['what']
  const fine = what === 'lost' || what === 'damaged'
  return readyAnswerTexts(at, ['fee-table', ...(fine ? ['fee-fines'] : [])])
}

function offer(turn: TurnContext, { intent, confidential }: IntentResult, text: string): void {
  setInterruption(turn, { name: 'side', intent, confidential, text })
  // what is said of wrong-doing is for supervisors only, whatever is answered
  if (confidential) updateState(turn, { confidential: confidential })
  askQuestion(turn)
}
