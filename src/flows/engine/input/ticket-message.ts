import type { InboundContent } from '../../../model/messages/content.ts'
import { readActs } from '../../../model/understanding/acts.ts'
import { parseChoiceNumber } from '../../../model/understanding/choice-number.ts'
import { readYesNo } from '../../../model/understanding/answers/yes-no.ts'
import { classifyIntent, classifyTopic, type Intent } from '../../../model/understanding/intent.ts'
import type { World } from '../conversation.ts'
import { currentPrompt } from '../prompt.ts'
import { isOptionText } from '../question.ts'
import { ACKNOWLEDGE_EVERY, ADDED_MORE } from '../limits.ts'
import { t, type Text } from '../text.ts'
import type { Turn } from '../turn.ts'
import { unreadableKey } from './carried-file.ts'
import { immediateAnswer } from './side-question.ts'
import { hasFollowUp } from './subject.ts'

/** Messages that belong to the open ticket. */

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
  // the first words after an officer's are for the officer, a question too
  const answeredAt = openTicket?.answeredAt ?? null
  if (answeredAt !== null && answeredAt >= turn.initial.lastAt) return true
  if (hasFollowUp(turn, text) || namesTopic(text)) return false
  const asks = text.includes('?') || readActs(text).has('question', ASKS)
  if (asks && immediateAnswer(turn, text)) return false
  return !(asks && result && !ANYBODYS.includes(result.intent))
}

/**
 * An officer has written since anything was asked here: plain words answer the officer, whatever question stood before.
 * A number or a choice as it is shown still answers that.
 */
export function isAnswerToOfficer(turn: Turn, content: InboundContent): boolean {
  const answeredAt = turn.world.openTicket?.answeredAt ?? null
  if (answeredAt === null || !turn.isFlowActive || !isPartOfStory(content)) return false
  if (answeredAt < (turn.memory.askedAt ?? 0)) return false
  if (content.kind !== 'text') return true
  const options = currentPrompt(turn)?.options ?? []
  return parseChoiceNumber(content.text) === null && !isOptionText(content.text, options, turn.world.hears)
}

/** "Syarat paspor anak" needs no question mark. As sure as this (0–1), and of these. */
const NAMED = 0.85
const TOPICS: readonly Intent[] = ['requirements', 'cost', 'quota', 'office']

function namesTopic(text: string): boolean {
  const { intent, confidence } = classifyTopic(text)
  return intent !== null && TOPICS.includes(intent) && confidence >= NAMED
}

/** A number, a yes, "selesai" after all is said: nothing an officer needs to read. */
export function isCrumb(turn: Turn, text: string): boolean {
  if (text === '' || (turn.world.openTicket?.answeredAt ?? null) !== null) return false
  const acts = readActs(text)
  return parseChoiceNumber(text) !== null || readYesNo(text) !== null || (acts.isBare && acts.has('done'))
}

/** Photos sent after words for the officer belong to those. */
const WITH_WORDS = 30 * 60_000

export function isPictureForOfficer(turn: Turn, content: InboundContent): boolean {
  const { openTicket } = turn.world
  if (!openTicket || content.kind !== 'media' || !content.file || turn.flow?.collectsStory) return false
  return !turn.hasElapsed(turn.memory.acknowledgedAt, WITH_WORDS)
}

export function isPartOfStory(content: InboundContent): boolean {
  return (
    content.kind === 'text' || (content.kind === 'media' && (content.file !== null || content.caption !== ''))
  )
}

export function addToTicket(turn: Turn, ticket: Ticket, content: InboundContent): void {
  if (content.kind === 'media' && !content.file) turn.say({ text: t(unreadableKey(content)) })
  turn.cause({ do: 'add to ticket', ticketId: ticket.id })
  // a question that waits for its answer goes on waiting
  if (turn.state.flow !== null && !turn.isFlowActive)
    turn.update({ flow: null, step: '', data: {}, suspended: null, back: [] })
  const asks = content.kind === 'text' && readActs(content.text).has('question', ASKS)
  if (!asks && !turn.hasElapsed(turn.memory.acknowledgedAt, ACKNOWLEDGE_EVERY)) return
  turn.say({ text: acknowledgement(turn, ticket, asks) })
  turn.remember({ acknowledgedAt: turn.world.now })
}

/** In full the first time, then in few words: nothing is left without a sign. */
function acknowledgement(turn: Turn, { number, confidential }: Ticket, asks: boolean): Text {
  if (asks) return t('idle.addedQuestion')
  if (!turn.hasElapsed(turn.memory.acknowledgedAt, ADDED_MORE)) return t('idle.addedMore')
  return t(confidential ? 'idle.addedConfidential' : 'idle.added', { number })
}
