import type { InboundContent } from '../../model/messages/content.ts'
import { classifyIntent } from '../../model/understanding/intent.ts'
import { choiceQuestion } from './question.ts'
import { interruptionPrompt, interruptionOf, setInterruption } from './interruption.ts'
import type { Lang } from './conversation.ts'
import { fallBack } from './fallback.ts'
import { startFlow, endFlow, applyTransition } from './transition.ts'
import { askQuestion, reprompt } from './prompt.ts'
import { readAnswer } from './answer-reader.ts'
import { suspendedFlow, interruptedFlow } from './handover.ts'
import { navigateNow, startWithText } from './command.ts'
import {
  stepContext,
  updateState,
  questionOf,
  say,
  type Interruption,
  type TurnContext,
} from './turn-context.ts'
import { go, t } from './flow.ts'

/** An answer to one of the engine's own questions. */
export function answerInterruption(turn: TurnContext, content: InboundContent): void {
  const interruption = interruptionOf(turn)!
  const question = choiceQuestion({
    prompt: () => interruptionPrompt(turn, interruption),
    onPick: (_, id) => go(id),
  })
  const reply = readAnswer(turn, question, content)
  if (!reply) return reprompt(turn)
  const move = question.answer(stepContext(turn), reply)
  if (move.kind !== 'go') return fallBack(turn, content)
  setInterruption(turn, undefined)
  settle(turn, interruption, move.step)
}

function settle(turn: TurnContext, interruption: Interruption, choice: string): void {
  if (interruption.name === 'language') return speak(turn, choice as Lang)
  if (interruption.name === 'leave')
    return choice === 'leave' ? navigateNow(turn, interruption.aim) : askQuestion(turn)
  if (interruption.name === 'side')
    return choice === 'open' ? openOver(turn, interruption) : askQuestion(turn)
  if (choice === 'new') return anew(turn)
  goOn(turn, interruption.held)
}

/** Begins anew: what a question in between was put over is left as well. */
function anew(turn: TurnContext): void {
  updateState(turn, { data: {} })
  endFlow(turn, 'menu')
}

/** Opens the other matter over what is under way, which goes on when it has ended, or at `kembali`. */
function openOver(turn: TurnContext, { text, ...understood }: Extract<Interruption, { name: 'side' }>): void {
  const under = interruptedFlow(turn.state) ?? { ...suspendedFlow(turn)!, resumes: true }
  say(turn, { text: t('side.back') })
  startWithText(turn, understood, text, under)
}

function speak(turn: TurnContext, lang: Lang): void {
  updateState(turn, { lang })
  say(turn, { text: t('language.done') })
  if (questionOf(turn)) askQuestion(turn)
  else startFlow(turn, { flow: 'menu' })
}

/** Takes the message that came after the silence as the answer, if it is one. */
function goOn(turn: TurnContext, held: InboundContent): void {
  const question = questionOf(turn)
  if (!question) return endFlow(turn, 'menu')
  const words = held.kind === 'text' && classifyIntent(held.text)?.intent === 'greeting'
  const reply = words ? null : readAnswer(turn, question, held)
  const move = reply && question.answer(stepContext(turn), reply)
  if (move && move.kind !== 'not understood') applyTransition(turn, move)
  else askQuestion(turn)
}
