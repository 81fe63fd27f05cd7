import type { InboundContent } from '../../../model/messages/content.ts'
import type { QuestionStep } from '../flow.ts'
import { reprompt } from '../prompt.ts'
import { applyTransition } from '../transition.ts'
import type { Turn } from '../turn.ts'
import { readAnswer } from './answer-reader.ts'
import { fallBack } from './fallback.ts'
import { receiveIdleMessage } from './idle.ts'
import { answerSideQuestion } from './side-question.ts'

/** An answer to the flow's question. */
export function answerQuestion(turn: Turn, question: QuestionStep, content: InboundContent): void {
  // at a menu a photo is no answer, but it belongs to the open ticket, or to what is chosen next
  const photo = content.kind === 'media' && content.file !== null
  if (photo && !question.acceptsMedia && !turn.isFlowActive) return receiveIdleMessage(turn, content)
  const answer = readAnswer(turn, question, content)
  if (!answer) return reprompt(turn)
  const transition = question.answer(turn.context, answer)
  if (transition.kind !== 'not understood') return applyTransition(turn, transition)
  if (!turn.isFlowActive) return receiveIdleMessage(turn, content)
  if (answerSideQuestion(turn, content)) return
  if (answer.kind === 'media') turn.discardFile(content)
  fallBack(turn, content)
}
