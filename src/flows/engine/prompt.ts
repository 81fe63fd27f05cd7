import type { Choice } from './conversation.ts'
import type { Prompt, QuestionStep } from './flow.ts'
import { interruptionPrompt } from './interruption.ts'
import { t, type Text } from './text.ts'
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

/** Puts a question of the engine's own; answers that were not understood still count. */
export function askInterruption(turn: Turn): void {
  closeQuestion(turn)
  reprompt(turn)
}

/** Puts the open question again under its own number: a tap on either copy answers it. */
export function reprompt(turn: Turn): void {
  const prompt = currentPrompt(turn)
  if (prompt) utter(turn, prompt)
}

/** Words that lead on without the list of the open question, whose numbers still answer it. */
export function hint(turn: Turn, text: Text): void {
  if (turn.state.question === 0) closeQuestion(turn)
  turn.utter({ text, choices: [COMMAND_CHOICES.petugas, COMMAND_CHOICES.menu] }, turn.state.question)
}

/** The question as it would be put another way, else with an example. */
export function inOtherWords(turn: Turn, question: QuestionStep): Text {
  return question.rephrase?.(turn.context) ?? exampleFor(turn, question)
}

/** An answer to the question as somebody might put it. */
function exampleFor(turn: Turn, question: QuestionStep): Text {
  const { expects } = question
  if (expects !== 'choice' && expects !== 'story') return t(`ask.example.${expects}`)
  const [first] = question.prompt(turn.context).options
  return first ? t('ask.example.choice', { label: { text: first.label } }) : t('repair.unclear')
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
