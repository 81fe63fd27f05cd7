import type { InboundContent, StoredFile } from '../../../model/messages/content.ts'
import { classifyIntent, type Intent, type IntentResult } from '../../../model/understanding/intent.ts'
import type { World } from '../conversation.ts'
import type { FlowTarget } from '../handle.ts'
import { suspendFlow } from '../handover.ts'
import { ACKNOWLEDGE_EVERY, STORY_FILES } from '../limits.ts'
import { closeQuestion } from '../prompt.ts'
import { firstAnswer } from '../registry.ts'
import { t, type TextKey } from '../text.ts'
import { startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'
import { fallBack } from './fallback.ts'
import { answerImmediately } from './side-question.ts'
import { startWithText } from './start-with-text.ts'

type Ticket = NonNullable<World['openTicket']>

/** A message while nothing is under way: to the open ticket, to the flow it speaks of, or to the menu. */
export function receiveIdleMessage(turn: Turn, content: InboundContent): void {
  const { openTicket } = turn.world
  const text = content.kind === 'text' ? content.text : ''
  const mayBeForOfficer = openTicket !== null && !turn.isAtHome
  const certain = firstAnswer(turn.registry, (flow) => flow.recognise?.(turn.context, content))
  if (certain) return startFlow(turn, certain)
  if (!mayBeForOfficer && answerImmediately(turn, text)) return
  const result = text === '' ? null : classifyIntent(text)
  if (result && answerSocially(turn, result)) return
  const apart = result?.confidential && !openTicket?.confidential
  if (result && !ANYBODYS.includes(result.intent) && (apart || !mayBeForOfficer))
    return startWithText(turn, result, text, suspendFlow(turn))
  const guessed = mayBeForOfficer
    ? null
    : firstAnswer(turn.registry, (flow) => flow.guess?.(turn.context, text))
  if (guessed) return startFlow(turn, guessed)
  if (openTicket && isPartOfStory(content)) return addToTicket(turn, openTicket, content)
  if (text === '') return sayUnreadable(turn, content)
  const entry = menuEntryNamed(turn, text)
  if (entry) return startFlow(turn, entry)
  if (!turn.initial.greeted || turn.initial.memory.restarted) return startFlow(turn, turn.registry.home)
  if (!turn.isAtHome) turnHome(turn)
  fallBack(turn, content)
}

/** A menu entry named outside the menu ("harga", "jatah"). */
function menuEntryNamed(turn: Turn, text: string): FlowTarget | null {
  const home = turn.registry.flows.get(turn.registry.home.flow)
  const main = home?.steps[home.first]
  if (main?.kind !== 'question' || turn.isAtHome) return null
  const transition = main.answer(turn.context, { kind: 'text', text })
  return transition.kind === 'open' ? transition.opening : null
}

function turnHome(turn: Turn): void {
  const home = turn.registry.flows.get(turn.registry.home.flow)
  closeQuestion(turn)
  turn.update({
    flow: home?.name ?? null,
    step: home?.first ?? '',
    data: {},
    suspended: null,
    back: [],
    misses: 0,
  })
}

/** Words that may be meant for an officer as well: with an open ticket they belong to it. */
const ANYBODYS: readonly Intent[] = ['okay', 'help']

/** Greetings and thanks get their like. */
function answerSocially(turn: Turn, { intent }: IntentResult): boolean {
  if (ANYBODYS.includes(intent) && turn.world.openTicket) return false
  if (intent === 'thanks' || intent === 'okay') turn.say({ text: t(`idle.${intent}`) })
  else if (intent === 'greeting' || intent === 'help') startFlow(turn, turn.registry.home)
  else return false
  return true
}

function isPartOfStory(content: InboundContent): boolean {
  return (
    content.kind === 'text' || (content.kind === 'media' && (content.file !== null || content.caption !== ''))
  )
}

function addToTicket(turn: Turn, ticket: Ticket, content: InboundContent): void {
  if (content.kind === 'media' && !content.file) turn.say({ text: t(unreadableKey(content)) })
  turn.cause({ do: 'add to ticket', ticketId: ticket.id })
  if (turn.state.flow !== null) turn.update({ flow: null, step: '', data: {}, suspended: null, back: [] })
  if (!turn.hasElapsed(turn.memory.acknowledgedAt, ACKNOWLEDGE_EVERY)) return
  turn.say({ text: t('idle.added', { number: ticket.number }) })
  turn.remember({ acknowledgedAt: turn.world.now })
}

/** Things that cannot be read, or files that were not kept. */
function sayUnreadable(turn: Turn, content: InboundContent): void {
  turn.say({ text: t(unreadableKey(content)) })
  if (content.kind === 'media' && content.file) carryFile(turn, content.caption, content.file)
  if (!turn.world.openTicket) startFlow(turn, turn.registry.home)
}

/** What it is about comes next: it goes along then. */
function carryFile(turn: Turn, caption: string, file: StoredFile): void {
  const { parts = [], files = [] } = turn.memory.pendingStory ?? {}
  const all = [...files, file]
  for (const { id } of all.slice(0, -STORY_FILES)) turn.cause({ do: 'discard file', fileId: id })
  turn.remember({
    pendingStory: { parts: caption === '' ? parts : [...parts, caption], files: all.slice(-STORY_FILES) },
  })
}

function unreadableKey(content: InboundContent): TextKey {
  if (content.kind === 'media')
    return content.file ? 'idle.media' : `file.${content.refused ?? 'not-fetched'}`
  return `unreadable.${content.kind === 'unreadable' ? content.what : 'location'}`
}
