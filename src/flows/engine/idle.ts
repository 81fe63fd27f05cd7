import type { Content, StoredFile } from '../../model/message.ts'
import { normalise } from '../../model/understanding.ts'
import { intentOf, type Intent, type Understood } from '../../model/understanding-intent.ts'
import { offersApplicationNumber } from '../../model/application-number.ts'
import { findTicketNumber } from '../../model/ticket-number.ts'
import type { World } from './conversation.ts'
import { notUnderstood } from './fallback.ts'
import { ACKNOWLEDGE_EVERY, STORY_FILES } from './limits.ts'
import { begin } from './transition.ts'
import { close } from './prompt.ts'
import { openWith } from './command.ts'
import { answersAtOnce } from './side-question.ts'
import { frameOf } from './handover.ts'
import { at, memoOf, over, patch, remember, say, type Scene } from './turn-context.ts'
import { t, type Opening } from './flow.ts'

type Ticket = NonNullable<World['openTicket']>

/** The queue app of before 2022: people still ask for it. */
const APAPO = /\bapapo\b/

/** A message while nothing is under way: to the open ticket, to the flow it speaks of, or to the menu. */
export function idle(scene: Scene, content: Content): void {
  const atMenu = scene.state.flow === 'menu'
  const text = content.kind === 'text' ? content.text : ''
  const number = findTicketNumber(text)
  if (number) return begin(scene, { flow: 'ticket', step: 'look', data: { number } })
  if (content.kind === 'location')
    return begin(scene, { flow: 'office', step: 'near', data: { lat: content.lat, lng: content.lng } })
  if (APAPO.test(normalise(text))) return begin(scene, { flow: 'requirements', step: 'apapo' })
  if ((atMenu || !scene.world.openTicket) && answersAtOnce(scene, text)) return
  const understood = text === '' ? null : intentOf(text)
  if (understood && social(scene, understood)) return
  const apart = understood?.sealed && !scene.world.openTicket?.sealed
  if (understood && !ANYBODYS.includes(understood.intent) && (atMenu || apart || !scene.world.openTicket))
    return openWith(scene, understood, text, frameOf(scene))
  // kept out of every story, unless an officer may have asked for it
  if (offersApplicationNumber(text) && (atMenu || !scene.world.openTicket))
    return begin(scene, { flow: 'status', data: { parts: [text] } })
  if (scene.world.openTicket && isPartOfStory(content))
    return addToTicket(scene, scene.world.openTicket, content)
  if (text === '') return cannotRead(scene, content)
  const entry = entryNamed(scene, text)
  if (entry) return begin(scene, entry)
  if (!scene.began.greeted || memoOf(scene.began).restarted) return begin(scene, { flow: 'menu' })
  if (!atMenu) turnToMenu(scene)
  notUnderstood(scene, content)
}

/** A menu entry named outside the menu ("harga", "jatah"). */
function entryNamed(scene: Scene, text: string): Opening | null {
  const menu = scene.house.flows.get('menu')?.steps['main']
  if (menu?.kind !== 'question' || scene.state.flow === 'menu') return null
  const move = menu.take(at(scene), { kind: 'text', text })
  return move.kind === 'open' ? move.opening : null
}

function turnToMenu(scene: Scene): void {
  close(scene)
  patch(scene, { flow: 'menu', step: 'main', data: {}, back: [], misses: 0 })
}

/** Words that may be meant for an officer as well: with an open ticket they belong to it. */
const ANYBODYS: readonly Intent[] = ['okay', 'help']

/** Greetings and thanks get their like. */
function social(scene: Scene, { intent }: Understood): boolean {
  if (ANYBODYS.includes(intent) && scene.world.openTicket) return false
  if (intent === 'thanks' || intent === 'okay') say(scene, { text: t(`idle.${intent}`) })
  else if (intent === 'greeting' || intent === 'help') begin(scene, { flow: 'menu' })
  else return false
  return true
}

function isPartOfStory(content: Content): boolean {
  return (
    content.kind === 'text' || (content.kind === 'media' && (content.file !== null || content.caption !== ''))
  )
}

function addToTicket(scene: Scene, ticket: Ticket, content: Content): void {
  if (content.kind === 'media' && !content.file) say(scene, { text: t(whatIsWrong(content)) })
  scene.effects.push({ do: 'add to ticket', ticketId: ticket.id })
  if (scene.state.flow !== null) patch(scene, { flow: null, step: '', data: {}, back: [] })
  if (!over(scene, memoOf(scene.state).acknowledgedAt, ACKNOWLEDGE_EVERY)) return
  say(scene, { text: t('idle.added', { number: ticket.number }) })
  remember(scene, { acknowledgedAt: scene.world.now })
}

/** Things that cannot be read, or files that were not kept. */
function cannotRead(scene: Scene, content: Content): void {
  say(scene, { text: t(whatIsWrong(content)) })
  if (content.kind === 'media' && content.file) carry(scene, content.caption, content.file)
  if (!scene.world.openTicket) begin(scene, { flow: 'menu' })
}

/** What it is about comes next: it goes along then. */
function carry(scene: Scene, caption: string, file: StoredFile): void {
  const { parts = [], files = [] } = memoOf(scene.state).carried ?? {}
  const all = [...files, file]
  const kept = all.slice(-STORY_FILES)
  for (const { id } of all.slice(0, -STORY_FILES)) scene.effects.push({ do: 'discard file', fileId: id })
  remember(scene, { carried: { parts: caption === '' ? parts : [...parts, caption], files: kept } })
}

function whatIsWrong(content: Content): string {
  if (content.kind === 'media')
    return content.file ? 'idle.media' : `file.${content.refused ?? 'not-fetched'}`
  return `unreadable.${content.kind === 'unreadable' ? content.what : 'location'}`
}
