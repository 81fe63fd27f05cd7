import type { InboundContent, StoredFile } from '../../model/messages/content.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { classifyIntent, type Intent, type IntentResult } from '../../model/understanding/intent.ts'
import { looksLikeApplicationNumber } from '../../model/applications/number.ts'
import { findTicketNumber } from '../../model/tickets/number.ts'
import type { World } from './conversation.ts'
import { fallBack } from './fallback.ts'
import { ACKNOWLEDGE_EVERY, STORY_FILES } from './limits.ts'
import { startFlow } from './transition.ts'
import { closeQuestion } from './prompt.ts'
import { startWithText } from './command.ts'
import { answerImmediately } from './side-question.ts'
import { suspendedFlow } from './handover.ts'
import {
  stepContext,
  memoryOf,
  hasElapsed,
  updateState,
  remember,
  say,
  type TurnContext,
} from './turn-context.ts'
import { t, type FlowTarget } from './flow.ts'

type Ticket = NonNullable<World['openTicket']>

/** The queue app of before 2022: people still ask for it. */
const APAPO = /\bapapo\b/

/** A message while nothing is under way: to the open ticket, to the flow it speaks of, or to the menu. */
export function receiveIdleMessage(turn: TurnContext, content: InboundContent): void {
  const atMenu = turn.state.flow === 'menu'
  const text = content.kind === 'text' ? content.text : ''
  const number = findTicketNumber(text)
  if (number) return startFlow(turn, { flow: 'ticket', step: 'look', data: { number } })
  if (content.kind === 'location')
    return startFlow(turn, { flow: 'office', step: 'near', data: { lat: content.lat, lng: content.lng } })
  if (APAPO.test(normalise(text))) return startFlow(turn, { flow: 'requirements', step: 'apapo' })
  if ((atMenu || !turn.world.openTicket) && answerImmediately(turn, text)) return
  const understood = text === '' ? null : classifyIntent(text)
  if (understood && social(turn, understood)) return
  const apart = understood?.confidential && !turn.world.openTicket?.confidential
  if (understood && !ANYBODYS.includes(understood.intent) && (atMenu || apart || !turn.world.openTicket))
    return startWithText(turn, understood, text, suspendedFlow(turn))
  // kept out of every story, unless an officer may have asked for it
  if (looksLikeApplicationNumber(text) && (atMenu || !turn.world.openTicket))
    return startFlow(turn, { flow: 'status', data: { parts: [text] } })
  if (turn.world.openTicket && isPartOfStory(content))
    return addToTicket(turn, turn.world.openTicket, content)
  if (text === '') return cannotRead(turn, content)
  const entry = entryNamed(turn, text)
  if (entry) return startFlow(turn, entry)
  if (!turn.initial.greeted || memoryOf(turn.initial).restarted) return startFlow(turn, { flow: 'menu' })
  if (!atMenu) turnToMenu(turn)
  fallBack(turn, content)
}

/** A menu entry named outside the menu ("harga", "jatah"). */
function entryNamed(turn: TurnContext, text: string): FlowTarget | null {
  const menu = turn.registry.flows.get('menu')?.steps['main']
  if (menu?.kind !== 'question' || turn.state.flow === 'menu') return null
  const move = menu.answer(stepContext(turn), { kind: 'text', text })
  return move.kind === 'open' ? move.opening : null
}

function turnToMenu(turn: TurnContext): void {
  closeQuestion(turn)
  updateState(turn, { flow: 'menu', step: 'main', data: {}, back: [], misses: 0 })
}

/** Words that may be meant for an officer as well: with an open ticket they belong to it. */
const ANYBODYS: readonly Intent[] = ['okay', 'help']

/** Greetings and thanks get their like. */
function social(turn: TurnContext, { intent }: IntentResult): boolean {
  if (ANYBODYS.includes(intent) && turn.world.openTicket) return false
  if (intent === 'thanks' || intent === 'okay') say(turn, { text: t(`idle.${intent}`) })
  else if (intent === 'greeting' || intent === 'help') startFlow(turn, { flow: 'menu' })
  else return false
  return true
}

function isPartOfStory(content: InboundContent): boolean {
  return (
    content.kind === 'text' || (content.kind === 'media' && (content.file !== null || content.caption !== ''))
  )
}

function addToTicket(turn: TurnContext, ticket: Ticket, content: InboundContent): void {
  if (content.kind === 'media' && !content.file) say(turn, { text: t(whatIsWrong(content)) })
  turn.effects.push({ do: 'add to ticket', ticketId: ticket.id })
  if (turn.state.flow !== null) updateState(turn, { flow: null, step: '', data: {}, back: [] })
  if (!hasElapsed(turn, memoryOf(turn.state).acknowledgedAt, ACKNOWLEDGE_EVERY)) return
  say(turn, { text: t('idle.added', { number: ticket.number }) })
  remember(turn, { acknowledgedAt: turn.world.now })
}

/** Things that cannot be read, or files that were not kept. */
function cannotRead(turn: TurnContext, content: InboundContent): void {
  say(turn, { text: t(whatIsWrong(content)) })
  if (content.kind === 'media' && content.file) carry(turn, content.caption, content.file)
  if (!turn.world.openTicket) startFlow(turn, { flow: 'menu' })
}

/** What it is about comes next: it goes along then. */
function carry(turn: TurnContext, caption: string, file: StoredFile): void {
  const { parts = [], files = [] } = memoryOf(turn.state).pendingStory ?? {}
  const all = [...files, file]
  const kept = all.slice(-STORY_FILES)
  for (const { id } of all.slice(0, -STORY_FILES)) turn.effects.push({ do: 'discard file', fileId: id })
  remember(turn, { pendingStory: { parts: caption === '' ? parts : [...parts, caption], files: kept } })
}

function whatIsWrong(content: InboundContent): string {
  if (content.kind === 'media')
    return content.file ? 'idle.media' : `file.${content.refused ?? 'not-fetched'}`
  return `unreadable.${content.kind === 'unreadable' ? content.what : 'location'}`
}
