import { normalise } from '../../model/understanding/normalise.ts'
import type { IntentResult } from '../../model/understanding/intent.ts'
import type { Command } from '../../model/understanding/commands.ts'
import { interruptionOf, setInterruption } from './interruption.ts'
import { startFlow, endFlow, goBack, applyTransition, resumeFlow } from './transition.ts'
import { handoverTarget, type SuspendedFlow } from './handover.ts'
import { currentPrompt, askQuestion, reprompt } from './prompt.ts'
import {
  stepContext,
  flowOf,
  questionOf,
  say,
  isFlowActive,
  type Destination,
  type MenuEntry,
  type TurnContext,
} from './turn-context.ts'
import { t, type FlowTarget } from './flow.ts'

/** What opens a flow, and the words that work in every state. */

/** Words short enough to be a request rather than a story. */
const REQUEST_WORDS = 3

export function runCommand(turn: TurnContext, word: Command): void {
  switch (word) {
    case 'menu':
    case 'batal':
      return navigate(turn, word)
    case 'lapor':
      return navigate(turn, targetOf(turn, 'complaint'))
    case 'status':
      return navigate(turn, targetOf(turn, 'check'))
    case 'petugas':
      return toPerson(turn)
    case 'ulangi':
      return repeat(turn)
    case 'kembali':
      return back(turn)
    case 'bahasa':
      setInterruption(turn, { name: 'language' })
      return askQuestion(turn)
  }
}

/** Goes where the person wants; asks first when something half-done would be lost. */
export function navigate(turn: TurnContext, aim: Destination): void {
  if (!flowOf(turn)?.hasProgress(stepContext(turn))) return navigateNow(turn, aim)
  setInterruption(turn, { name: 'leave', aim })
  askQuestion(turn)
}

/** Goes there without asking. */
export function navigateNow(turn: TurnContext, aim: Destination): void {
  if (typeof aim !== 'string') return startFlow(turn, aim)
  if (aim === 'batal') say(turn, { text: t(isFlowActive(turn) ? 'cancel.done' : 'cancel.nothing') })
  if (aim === 'menu') return startFlow(turn, { flow: 'menu' })
  endFlow(turn, 'menu')
}

/** The opening of a menu entry (of one with a second list, the menu at that list), or of a flow by its name. */
export function targetOf(turn: TurnContext, id: string): FlowTarget {
  const found = findEntry(turn.registry.menu, id)
  if (found) return 'opens' in found ? found.opens : { flow: 'menu', step: id }
  return { flow: id }
}

function findEntry(entries: readonly MenuEntry[], id: string): MenuEntry | undefined {
  return (
    entries.find((entry) => entry.id === id) ?? entries.flatMap(children).find((entry) => entry.id === id)
  )
}

function children(entry: MenuEntry): readonly MenuEntry[] {
  return 'entries' in entry ? entry.entries : []
}

function toPerson(turn: TurnContext): void {
  if (turn.state.flow !== 'human')
    return startFlow(turn, handoverTarget(turn, 'asked'), turn.state.confidential)
  setInterruption(turn, undefined)
  askQuestion(turn)
}

/** The open question once more; without one, what was said last. */
function repeat(turn: TurnContext): void {
  if (currentPrompt(turn)) return reprompt(turn)
  const statements = turn.state.lastSaid.filter(({ choices }) => !choices)
  if (statements.length === 0) return startFlow(turn, { flow: 'menu' })
  say(turn, ...statements)
}

function back(turn: TurnContext): void {
  if (interruptionOf(turn)) {
    setInterruption(turn, undefined)
    return questionOf(turn) ? askQuestion(turn) : startFlow(turn, { flow: 'menu' })
  }
  const move = questionOf(turn)?.back?.(stepContext(turn))
  if (move && move.kind !== 'not understood') return applyTransition(turn, move)
  if (goBack(turn)) return
  const under = turn.state.data['suspended'] as SuspendedFlow | undefined
  if (under) return resumeFlow(turn, under)
  navigate(turn, 'menu')
}

/** Opens what the words speak of, with the words; a whole sentence goes along as the beginning of a story. */
export function startWithText(
  turn: TurnContext,
  { intent, confidential }: IntentResult,
  text: string,
  under?: SuspendedFlow,
): void {
  const to = targetOf(turn, intent)
  if (turn.truncated) say(turn, { text: t('story.cut') })
  const told = normalise(text).split(' ').length > REQUEST_WORDS
  const words = turn.registry.flows.get(to.flow)?.collectsStory ? {} : { words: text }
  const data = {
    ...to.data,
    ...words,
    ...(told && { parts: [text] }),
    ...(confidential && { group: 'integrity' }),
    ...(under && { suspended: under }),
  }
  startFlow(turn, { ...to, data }, confidential)
}
