import type { InboundContent } from '../../model/messages/content.ts'
import { receiveIdleMessage } from './idle.ts'
import { fallBack } from './fallback.ts'
import { applyTransition } from './transition.ts'
import { reprompt } from './prompt.ts'
import { readAnswer } from './answer-reader.ts'
import { answerSideQuestion } from './side-question.ts'
import { stepContext, discardFile, questionOf, isFlowActive, type TurnContext } from './turn-context.ts'

/** An answer to the flow's question. */
export function answerQuestion(turn: TurnContext, content: InboundContent): void {
  const question = questionOf(turn)!
  // at a menu a photo is no answer, but it belongs to the open ticket, or to what is chosen next
  const photo = content.kind === 'media' && content.file !== null
  if (photo && !question.acceptsMedia && !isFlowActive(turn)) return receiveIdleMessage(turn, content)
  const reply = readAnswer(turn, question, content)
  if (!reply) return reprompt(turn)
  const move = question.answer(stepContext(turn), reply)
  if (move.kind !== 'not understood') return applyTransition(turn, move)
  if (!isFlowActive(turn)) return receiveIdleMessage(turn, content)
  if (answerSideQuestion(turn, content)) return
  if (reply.kind === 'media') discardFile(turn, content)
  fallBack(turn, content)
}
