import type { InboundContent } from '../../../model/messages/content.ts'
import { wordCount } from '../../../model/messages/text.ts'
import { classifyIntent } from '../../../model/understanding/intent.ts'
import { go, type Answer, type QuestionStep, type Transition } from '../flow.ts'
import { interruptedFlow, suspendFlow } from '../handover.ts'
import { interruptionPrompt } from '../interruption.ts'
import { SIMPLER_AT } from '../limits.ts'
import { askQuestion, hint, reprompt } from '../prompt.ts'
import { choiceQuestion } from '../question.ts'
import type { Interruption, SuspendedFlow } from '../state.ts'
import { t } from '../text.ts'
import { applyTransition, endFlow, startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'
import { answerQuestion } from './answer.ts'
import { lastLineChoice } from './answer-in-part.ts'
import { readAnswer } from './answer-reader.ts'
import { navigateNow } from './command.ts'
import { receiveIdleMessage } from './idle.ts'
import { repair, toPerson } from './repair.ts'
import { startWithText } from './start-with-text.ts'

/** An answer to one of the engine's own questions. Words that are none are heard as if it had not been put. */
export function answerInterruption(turn: Turn, interruption: Interruption, content: InboundContent): void {
  const question = choiceQuestion({
    prompt: () => interruptionPrompt(turn, interruption),
    onPick: (_, id) => go(id),
  })
  const answer = readAnswer(turn, question, content)
  if (!answer) return reprompt(turn)
  const picked = pickedBy(turn, question, content, answer)
  if (picked.kind === 'go') {
    turn.remember({ interruption: undefined })
    return settle(turn, interruption, picked.step)
  }
  if (refersToIt(interruption, content)) return repair(turn, content)
  turn.remember({ interruption: undefined })
  if (turn.question) answerQuestion(turn, turn.question, content)
  else receiveIdleMessage(turn, content)
}

/** The option that the words are, or that stands on a line of its own below them. */
function pickedBy(turn: Turn, question: QuestionStep, content: InboundContent, answer: Answer): Transition {
  const picked = question.answer(turn.context, answer)
  if (picked.kind === 'go' || content.kind !== 'text') return picked
  const last = lastLineChoice(turn, question, content.text)
  const choice = last && readAnswer(turn, question, { kind: 'text', text: last.said })
  return choice ? question.answer(turn.context, choice) : picked
}

/** Few words after a question about the talk itself are meant for it, not for the question below. */
const FEW_WORDS = 4

function refersToIt({ name }: Interruption, content: InboundContent): boolean {
  const isAboutTalk = name === 'leave' || name === 'resume'
  const few = content.kind === 'text' && wordCount(content.text) <= FEW_WORDS
  return name === 'language' || (isAboutTalk && few)
}

function settle(turn: Turn, interruption: Interruption, choice: string): void {
  switch (interruption.name) {
    case 'language':
      return speak(turn, choice)
    case 'leave':
      return choice === 'leave' ? navigateNow(turn, interruption.aim) : askQuestion(turn)
    case 'side':
      return choice === 'open' ? openOver(turn, interruption) : askQuestion(turn)
    case 'person':
      return choice === 'yes' ? toPerson(turn) : goOn(turn)
    case 'readings':
      return openReading(turn, interruption, choice)
    case 'resume':
      return choice === 'new' ? startAnew(turn) : resume(turn, interruption.held)
  }
}

/** What was meant, opened over what is under way; none of it: the question again, in other words. */
function openReading(
  turn: Turn,
  { readings }: Extract<Interruption, { name: 'readings' }>,
  id: string,
): void {
  const reading = readings.find((one) => one.id === id)
  if (!reading) return goOn(turn)
  startFlow(turn, reading.target, { suspended: leftBehind(turn) })
}

/** What was asked before goes on; where nothing was, the person says it in other words. */
function goOn(turn: Turn): void {
  if (turn.question && turn.isFlowActive) return reprompt(turn)
  turn.update({ misses: SIMPLER_AT })
  hint(turn, t('repair.none'))
}

/** What is under way, to go on when the other matter has ended. */
function leftBehind(turn: Turn): SuspendedFlow | null {
  return turn.isFlowActive ? (interruptedFlow(turn.state) ?? suspendFlow(turn, true)) : null
}

/** Begins anew: what a question in between was put over is left as well. */
function startAnew(turn: Turn): void {
  turn.update({ suspended: null })
  endFlow(turn, 'menu')
}

/** Opens the other matter over what is under way, which goes on when it has ended, or at `kembali`. */
function openOver(turn: Turn, { text, intent, confidential }: Extract<Interruption, { name: 'side' }>): void {
  const left = interruptedFlow(turn.state) ?? suspendFlow(turn, true)
  turn.say({ text: t('side.back') })
  startWithText(turn, { intent, confidential }, text, left)
}

function speak(turn: Turn, lang: string): void {
  turn.update({ lang })
  turn.remember({ languageChosen: true })
  turn.say({ text: t('language.done') })
  if (turn.question) askQuestion(turn)
  else startFlow(turn, turn.registry.home)
}

/** Takes the message that came after the silence as the answer, if it is one. */
function resume(turn: Turn, held: InboundContent): void {
  const { question } = turn
  if (!question) return endFlow(turn, 'menu')
  const greeting = held.kind === 'text' && classifyIntent(held.text)?.intent === 'greeting'
  const answer = greeting ? null : readAnswer(turn, question, held)
  const transition = answer && question.answer(turn.context, answer)
  if (transition && transition.kind !== 'not understood') applyTransition(turn, transition)
  else askQuestion(turn)
}
