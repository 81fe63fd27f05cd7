import type { InboundContent } from '../../../model/messages/content.ts'
import { readActs } from '../../../model/understanding/acts.ts'
import type { QuestionStep, Transition } from '../flow.ts'
import { currentPrompt, reprompt } from '../prompt.ts'
import { isOptionText } from '../question.ts'
import { applyTransition } from '../transition.ts'
import type { Turn } from '../turn.ts'
import { answerBelowStory, answerInPart } from './answer-in-part.ts'
import { readAnswer } from './answer-reader.ts'
import { runCommand } from './command.ts'
import { correctEarlier, correctSelf, respondToActs } from './dialogue-acts.ts'
import { receiveIdleMessage } from './idle.ts'
import { repair } from './repair.ts'
import { answerAlong, answerSideQuestion } from './side-question.ts'

/** An answer to the flow's question, and whatever else the same message does. */
export function answerQuestion(turn: Turn, question: QuestionStep, content: InboundContent): void {
  // at a menu a photo is no answer, but it belongs to the open ticket, or to what is chosen next
  const photo = content.kind === 'media' && content.file !== null
  if (photo && !question.acceptsMedia && !turn.isFlowActive) return receiveIdleMessage(turn, content)
  const text = content.kind === 'text' ? content.text : ''
  if (text !== '' && correctSelf(turn, question, text)) return
  if (text !== '' && turn.isFlowActive && correctEarlier(turn, text)) return
  if (wantsPerson(turn, text)) return runCommand(turn, 'petugas')
  const noted = text !== '' && turn.isFlowActive && takeNotes(turn, text)
  if (text !== '' && answerBelowStory(turn, question, text)) return
  const answer = readAnswer(turn, question, content)
  if (!answer) return reprompt(turn)
  const transition: Transition = question.answer(turn.context, answer)
  if (transition.kind !== 'not understood') {
    if (answer.kind === 'text') answerAlong(turn, text)
    return applyTransition(turn, transition)
  }
  if (answer.kind === 'text' && answerInPart(turn, question, text)) return
  if (!turn.isFlowActive) return receiveIdleMessage(turn, content)
  if (noted) return reprompt(turn)
  if (answer.kind === 'media') turn.discardFile(content)
  // where a story is told these words are part of it
  const isStory = turn.flow?.collectsStory === true && question.freeText
  if (text !== '' && !isStory && respondToActs(turn, question, text)) return
  if (!answerSideQuestion(turn, content)) repair(turn, content)
}

/** As sure as this a person is wanted, whatever else the words name (0–1): "tolong orang saja yang jawab". */
const WANTS_PERSON = 0.9

/** In a story, and where the words are a choice as it stands, they are left to it. */
function wantsPerson(turn: Turn, text: string): boolean {
  if (text === '' || turn.flow?.collectsStory || !readActs(text).has('person', WANTS_PERSON)) return false
  return !isOptionText(text, currentPrompt(turn)?.options ?? [], turn.world.hears)
}

/** Facts told beside the answer are kept, and told back. */
function takeNotes(turn: Turn, text: string): boolean {
  const notes = turn.flow?.notes?.(turn.context, text)
  if (!notes) return false
  turn.update({ data: { ...turn.state.data, ...notes.set } })
  if (notes.told) turn.say({ text: notes.told })
  return true
}
