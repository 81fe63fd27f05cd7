import type { InboundContent, StoredFile } from '../../../model/messages/content.ts'
import { readActs } from '../../../model/understanding/acts.ts'
import { classifyIntent, type Intent } from '../../../model/understanding/intent.ts'
import type { World } from '../conversation.ts'
import { ACKNOWLEDGE_EVERY, STORY_FILES } from '../limits.ts'
import { t, type TextKey } from '../text.ts'
import type { Turn } from '../turn.ts'
import { immediateAnswer } from './side-question.ts'
import { hasFollowUp } from './subject.ts'

/** Messages that belong to the open ticket, and files that wait for what they are about. */

type Ticket = NonNullable<World['openTicket']>

/** Words that may be meant for an officer as well: with an open ticket they belong to it. */
const ANYBODYS: readonly Intent[] = ['okay', 'help', 'human', 'complaint']
/** As sure as this the words ask something (0–1). */
const ASKS = 0.5

/**
 * Are the words for the officer of the open ticket? A plain question is answered instead; what tells of wrong-doing is not
 * for an open one. At the menu nothing is for an officer.
 */
export function isForTicket(turn: Turn, text: string): boolean {
  const { openTicket } = turn.world
  if (turn.isAtHome || text === '') return !turn.isAtHome
  const result = classifyIntent(text)
  if (result?.confidential && !openTicket?.confidential) return false
  if (result?.intent === 'thanks' || result?.intent === 'greeting') return false
  if (hasFollowUp(turn, text)) return false
  const asks = text.includes('?') || readActs(text).has('question', ASKS)
  if (asks && immediateAnswer(turn, text)) return false
  return !(asks && result && !ANYBODYS.includes(result.intent))
}

export function isPartOfStory(content: InboundContent): boolean {
  return (
    content.kind === 'text' || (content.kind === 'media' && (content.file !== null || content.caption !== ''))
  )
}

export function addToTicket(turn: Turn, ticket: Ticket, content: InboundContent): void {
  if (content.kind === 'media' && !content.file) turn.say({ text: t(unreadableKey(content)) })
  turn.cause({ do: 'add to ticket', ticketId: ticket.id })
  if (turn.state.flow !== null) turn.update({ flow: null, step: '', data: {}, suspended: null, back: [] })
  if (!turn.hasElapsed(turn.memory.acknowledgedAt, ACKNOWLEDGE_EVERY)) return
  turn.say({ text: t('idle.added', { number: ticket.number }) })
  turn.remember({ acknowledgedAt: turn.world.now })
}

/** What it is about comes next: it goes along then. */
export function carryFile(turn: Turn, caption: string, file: StoredFile): void {
  const { parts = [], files = [] } = turn.memory.pendingStory ?? {}
  const all = [...files, file]
  for (const { id } of all.slice(0, -STORY_FILES)) turn.cause({ do: 'discard file', fileId: id })
  turn.remember({
    pendingStory: { parts: caption === '' ? parts : [...parts, caption], files: all.slice(-STORY_FILES) },
  })
}

export function unreadableKey(content: InboundContent): TextKey {
  if (content.kind === 'media')
    return content.file ? 'idle.media' : `file.${content.refused ?? 'not-fetched'}`
  return `unreadable.${content.kind === 'unreadable' ? content.what : 'location'}`
}
