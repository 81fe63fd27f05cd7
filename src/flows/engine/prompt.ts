import type { Choice } from './conversation.ts'
import type { Prompt } from './flow.ts'
import { interruptionPrompt } from './interruption.ts'
import { SIMPLER_AT } from './limits.ts'
import { t } from './text.ts'
import type { Turn } from './turn.ts'

/** Putting questions to the person, with their numbers and the choices that are always there. */

const COMMAND_CHOICES: Readonly<Record<'petugas' | 'menu', Choice>> = {
  petugas: { id: 'petugas', label: t('choice.petugas'), number: 0 },
  menu: { id: 'menu', label: t('choice.menu'), number: 9 },
}

/** The question now open: the engine's own over the flow's. */
export function currentPrompt(turn: Turn): Prompt | undefined {
  const { interruption } = turn.memory
  return interruption ? interruptionPrompt(turn, interruption) : turn.question?.prompt(turn.context)
}

/** Puts the open question as a new one: taps on earlier ones no longer answer it. */
export function askQuestion(turn: Turn): void {
  closeQuestion(turn)
  turn.update({ misses: 0 })
  turn.remember({ unclearTexts: undefined })
  reprompt(turn)
}

/** Puts the open question again under its own number: a tap on either copy answers it. */
export function reprompt(turn: Turn): void {
  const prompt = currentPrompt(turn)
  if (prompt) utter(turn, prompt)
}

/** Puts it again after an answer that was not understood, in simpler words the second time. */
export function rephrase(turn: Turn): void {
  const question = turn.memory.interruption ? undefined : turn.question
  if (turn.state.misses < SIMPLER_AT)
    turn.say({ text: question?.unclear?.(turn.context) ?? t('ask.unclear') })
  else turn.say({ text: question?.rephrase(turn.context) ?? t('ask.simpler') })
  reprompt(turn)
}

/** The question so far is over: its number is used up. At most one number a turn. */
export function closeQuestion(turn: Turn): void {
  turn.update({ question: turn.initial.question + 1 })
  turn.remember({ askedAt: turn.world.now })
}

function utter(turn: Turn, { text, options, commands = ['petugas', 'menu'] }: Prompt): void {
  const own = options.map(({ id, label, number }): Choice => ({
    id,
    label,
    ...(number !== undefined && { number }),
  }))
  const choices = [...own, ...commands.map((word) => COMMAND_CHOICES[word])]
  turn.utter({ text, choices }, turn.state.question)
}
