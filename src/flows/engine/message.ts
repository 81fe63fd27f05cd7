import { parseCommand, type Command } from '../../model/understanding/commands.ts'
import type { InboundContent } from '../../model/messages/content.ts'
import { answerQuestion } from './answer.ts'
import { answerInterruption } from './interruption-answer.ts'
import { isOptionText } from './question.ts'
import { interruptionOf, setInterruption } from './interruption.ts'
import { optOut } from './opt-out.ts'
import { receiveIdleMessage } from './idle.ts'
import { DOUBLE_TAP, FLOOD_MESSAGES, FLOOD_WINDOW, RESUME_AFTER } from './limits.ts'
import { enterStep, startFlow } from './transition.ts'
import { currentPrompt, askQuestion, reprompt } from './prompt.ts'
import { runCommand } from './command.ts'
import {
  elapsed,
  flowOf,
  memoryOf,
  hasElapsed,
  updateState,
  questionOf,
  remember,
  say,
  truncate,
  isFlowActive,
  type TurnContext,
} from './turn-context.ts'
import { t } from './flow.ts'
import { normalise } from '../../model/understanding/normalise.ts'

/** A message from the person, from the door of the conversation to whoever understands it. */
export function receiveMessage(turn: TurnContext, whole: InboundContent): void {
  const content = truncate(turn, whole)
  const silence = elapsed(turn, turn.state.lastAt || undefined)
  updateState(turn, { lastAt: turn.world.now })
  if (flooded(turn, content) || secondTap(turn, content)) return
  freshen(turn, silence)
  greet(turn)
  if (optOut(turn, content)) return
  const word = wordIn(turn, content)
  if (word) return runCommand(turn, word)
  if (content.kind === 'choice') return tapped(turn, content)
  if (questionOf(turn)?.sensitive) turn.effects.push({ do: 'mark sensitive' })
  if (interruptionOf(turn)) return answerInterruption(turn, content)
  if (isFlowActive(turn) && quiet(turn, silence)) return offerToGoOn(turn, content)
  if (questionOf(turn)) return answerQuestion(turn, content)
  // the desk's answer never came: ask for it once more
  if (flowOf(turn)) return enterStep(turn)
  receiveIdleMessage(turn, content)
}

/** Has nothing been said for long? A reminder that has just asked something broke the silence. */
function quiet(turn: TurnContext, silence: number): boolean {
  const asked = elapsed(turn, memoryOf(turn.initial).askedAt)
  return silence > RESUME_AFTER && Number.isFinite(silence) && asked > RESUME_AFTER
}

/** Many messages at once are answered once; the rest is kept without a reply each, in the open ticket if there is one. */
function flooded(turn: TurnContext, content: InboundContent): boolean {
  const flood = memoryOf(turn.state).flood
  const fresh = hasElapsed(turn, flood?.from, FLOOD_WINDOW)
  const count = fresh ? 1 : flood!.count + 1
  remember(turn, { flood: { from: fresh ? turn.world.now : flood!.from, count } })
  if (count <= FLOOD_MESSAGES) return false
  if (count === FLOOD_MESSAGES + 1) say(turn, { text: t('flood.wait') })
  const { openTicket } = turn.world
  if (openTicket && !isFlowActive(turn) && content.kind !== 'choice')
    turn.effects.push({ do: 'add to ticket', ticketId: openTicket.id })
  return true
}

/** The same finger twice: the question has just been answered. */
function secondTap(turn: TurnContext, content: InboundContent): boolean {
  if (content.kind !== 'choice' || content.question !== turn.state.question - 1) return false
  return elapsed(turn, memoryOf(turn.state).askedAt) <= DOUBLE_TAP
}

/** A run of messages begins after a long silence; a menu from before it no longer catches an answer meant for an officer. */
function freshen(turn: TurnContext, silence: number): void {
  const { sessionStart: began } = memoryOf(turn.state)
  if (silence <= RESUME_AFTER && began !== undefined && began <= turn.world.now) return
  remember(turn, { sessionStart: turn.world.now, unclearTexts: undefined, pendingStory: undefined })
  if (turn.state.flow === 'menu' && turn.world.openTicket)
    updateState(turn, { flow: null, step: '', back: [] })
}

/** The first message says who we are, the one rule, and how to reach a person. */
function greet(turn: TurnContext): void {
  const { state, world } = turn
  if (memoryOf(state).restarted) say(turn, { text: t('error.restarted') })
  remember(turn, { restarted: undefined })
  if (state.greeted) return
  const office = world.offices.find((one) => one.code === world.office)?.name ?? ''
  say(turn, { text: t('greeting', { office }) })
  updateState(turn, { greeted: true })
}

/** The contract word a message is, typed or tapped (on however old a question). */
function wordIn(turn: TurnContext, content: InboundContent): Command | null {
  if (content.kind === 'choice') return content.id === 'petugas' || content.id === 'menu' ? content.id : null
  if (content.kind !== 'text') return null
  const asked = currentPrompt(turn)
  const strict =
    interruptionOf(turn) ||
    questionOf(turn)?.freeText ||
    isOptionText(content.text, asked?.options ?? []) ||
    namesTown(turn, content.text)
  return parseCommand(content.text, Boolean(strict))
}

/** "Batam" is a town, not a slip of the finger in "batal". */
function namesTown(turn: TurnContext, text: string): boolean {
  const said = normalise(text)
  return turn.world.offices.some(({ aliases }) => aliases.includes(said))
}

function tapped(turn: TurnContext, tap: Extract<InboundContent, { kind: 'choice' }>): void {
  const known = currentPrompt(turn)?.options.some((option) => option.id === tap.id)
  if (tap.question === turn.state.question && known)
    return interruptionOf(turn) ? answerInterruption(turn, tap) : answerQuestion(turn, tap)
  say(turn, { text: t('ask.outdated') })
  if (currentPrompt(turn)) reprompt(turn)
  else startFlow(turn, { flow: 'menu' })
}

function offerToGoOn(turn: TurnContext, held: InboundContent): void {
  setInterruption(turn, { name: 'resume', held })
  askQuestion(turn)
}
