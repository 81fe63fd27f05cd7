import type { Choice, Say } from './conversation.ts'
import { interruptionPrompt, interruptionOf } from './interruption.ts'
import { SIMPLER_AT } from './limits.ts'
import { stepContext, updateState, questionOf, remember, say, type TurnContext } from './turn-context.ts'
import { t, type Prompt } from './flow.ts'

/** Putting questions to the person, with their numbers and the choices that are always there. */

const CONTRACT_CHOICES: Readonly<Record<'petugas' | 'menu', Choice>> = {
  petugas: { id: 'petugas', label: t('choice.petugas'), number: 0 },
  menu: { id: 'menu', label: t('choice.menu'), number: 9 },
}

/** The question now open: the engine's own over the flow's. */
export function currentPrompt(turn: TurnContext): Prompt | undefined {
  const interruption = interruptionOf(turn)
  return interruption ? interruptionPrompt(turn, interruption) : questionOf(turn)?.prompt(stepContext(turn))
}

/** Puts the open question as a new one: taps on earlier ones no longer answer it. */
export function askQuestion(turn: TurnContext): void {
  closeQuestion(turn)
  updateState(turn, { misses: 0 })
  remember(turn, { unclearTexts: undefined })
  reprompt(turn)
}

/** Puts the open question again under its own number: a tap on either copy answers it. */
export function reprompt(turn: TurnContext): void {
  const asked = currentPrompt(turn)
  if (asked) utter(turn, asked)
}

/** Puts it again after an answer that was not understood, in simpler words the second time. */
export function rephrase(turn: TurnContext): void {
  const question = interruptionOf(turn) ? undefined : questionOf(turn)
  if (turn.state.misses < SIMPLER_AT)
    say(turn, { text: question?.unclear?.(stepContext(turn)) ?? t('ask.unclear') })
  else say(turn, { text: question?.rephrase(stepContext(turn)) ?? t('ask.simpler') })
  reprompt(turn)
}

/** The question so far is over: its number is used up. At most one number a turn. */
export function closeQuestion(turn: TurnContext): void {
  updateState(turn, { question: turn.initial.question + 1 })
  remember(turn, { askedAt: turn.world.now })
}

function utter(turn: TurnContext, asked: Prompt): void {
  const own = asked.options.map(({ id, label, number }): Choice => ({
    id,
    label,
    ...(number !== undefined && { number }),
  }))
  const also = (asked.commands ?? ['petugas', 'menu']).map((word) => CONTRACT_CHOICES[word])
  const said: Say = { text: asked.text, choices: [...own, ...also] }
  turn.says.push(said)
  turn.effects.push({ do: 'say', question: turn.state.question, ...said })
}
