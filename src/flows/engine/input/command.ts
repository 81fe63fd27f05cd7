import type { Command, CommandPhrases } from '../../../model/understanding/commands.ts'
import type { Hears } from '../conversation.ts'
import { askedBefore, handoverTarget } from '../handover.ts'
import type { FlowTarget } from '../handle.ts'
import { askQuestion, currentPrompt, reprompt } from '../prompt.ts'
import type { Destination } from '../state.ts'
import { t } from '../text.ts'
import { applyTransition, endFlow, goBack, resumeFlow, startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'

/** The words that work in every state. */

/** What people say for each command, in all languages together. */
export function commandPhrases(hears: Hears): CommandPhrases {
  return {
    exact: (command) => hears[`command.${command}`],
    loose: (command) => hears[`commandLoosely.${command}`],
  }
}

export function runCommand(turn: Turn, command: Command): void {
  const target = turn.registry.commands[command]
  // who says "lapor" while reporting is doing so
  if (target && turn.isFlowActive && target.flow === turn.state.flow) return askQuestion(turn)
  if (target) return navigate(turn, withStory(turn, target))
  switch (command) {
    case 'menu':
    case 'batal':
      return navigate(turn, command)
    case 'petugas':
      return toPerson(turn)
    case 'ulangi':
      return repeat(turn)
    case 'kembali':
      return back(turn)
    case 'bahasa':
      turn.remember({ interruption: { name: 'language' } })
      return askQuestion(turn)
  }
}

/** "Paspor saya belum jadi", and then "lapor": nobody tells it twice. */
function withStory(turn: Turn, target: FlowTarget): FlowTarget {
  const before = turn.registry.flows.get(target.flow)?.collectsStory ? askedBefore(turn) : undefined
  return before ? { ...target, data: { before, ...target.data } } : target
}

/** Goes where the person wants; asks first when something half-done would be lost. */
function navigate(turn: Turn, aim: Destination): void {
  const { interruption } = turn.memory
  // said twice, it is meant
  const isMeant = interruption?.name === 'leave' && interruption.aim === aim
  if (isMeant || !turn.flow?.hasProgress(turn.context)) return navigateNow(turn, aim)
  turn.remember({ interruption: { name: 'leave', aim } })
  askQuestion(turn)
}

/** Goes there without asking. */
export function navigateNow(turn: Turn, aim: Destination): void {
  if (typeof aim !== 'string') return startFlow(turn, aim)
  if (aim === 'batal') turn.say({ text: t(turn.isFlowActive ? 'cancel.done' : 'cancel.nothing') })
  if (aim === 'menu') return startFlow(turn, turn.registry.home)
  endFlow(turn)
}

function toPerson(turn: Turn): void {
  const { flow, confidential } = turn.state
  if (flow !== turn.registry.handover.asked.flow)
    return startFlow(turn, ...handoverTarget(turn, 'asked', confidential))
  turn.remember({ interruption: undefined })
  // asked for twice, a person is wanted as it stands
  const straight = currentPrompt(turn)?.options.find(({ id }) => STRAIGHT.includes(id))
  const transition = straight && turn.question?.answer(turn.context, { kind: 'pick', id: straight.id })
  if (transition && transition.kind !== 'not understood') return applyTransition(turn, transition)
  askQuestion(turn)
}

/** Choices that lead to a person at once. */
const STRAIGHT = ['yes', 'now']

/** The open question once more; without one, what was said last. */
function repeat(turn: Turn): void {
  if (currentPrompt(turn)) return reprompt(turn)
  const statements = turn.state.lastSaid.filter(({ choices }) => !choices)
  if (statements.length === 0) return startFlow(turn, turn.registry.home)
  turn.say(...statements)
}

function back(turn: Turn): void {
  if (turn.memory.interruption) {
    turn.remember({ interruption: undefined })
    return turn.question ? askQuestion(turn) : startFlow(turn, turn.registry.home)
  }
  const transition = turn.question?.back?.(turn.context)
  if (transition && transition.kind !== 'not understood') return applyTransition(turn, transition)
  if (goBack(turn)) return
  const { suspended } = turn.state
  if (suspended) return resumeFlow(turn, suspended)
  navigate(turn, 'menu')
}
