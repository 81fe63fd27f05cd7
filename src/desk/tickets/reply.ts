import { maskIdentityNumbers } from '../../model/messages/masking.ts'
import { sanitizeText } from '../../model/messages/text.ts'
import { OperationRefused } from '../errors.ts'
import type { Texts } from '../ports/texts.ts'
import type { TicketRecord, TicketStore } from '../ports/tickets.ts'
import type { OfficerAction } from './actions.ts'

/** What officers write is stored like what people write: no invisible characters, no identity numbers. Throws OperationRefused `no-words`. */
export function cleanText(typed: string, field: string): string {
  const text = maskIdentityNumbers(sanitizeText(typed))
  if (text === '') throw new OperationRefused('no-words', { field })
  return text
}

/** Words as they go out. On a confidential ticket nothing of the subject shows on a locked screen. */
export function replyText(
  texts: Texts,
  ticket: TicketRecord,
  key: 'officer.reply' | 'officer.closed',
  text: string,
): string {
  return texts.render(ticket.lang, {
    key: ticket.confidential ? 'officer.confidentialReply' : key,
    vars: { number: ticket.number, text },
  })
}

/**
 * Compare and send: rejects with OperationRefused `answered-since` when another officer answered or closed since `seen`, showing everything that happened since.
 * True when these very words of this officer are already there: a repeated request sends nothing twice.
 */
export async function isRepeatedReply(
  store: Pick<TicketStore, 'events'>,
  { officer, ticket }: OfficerAction,
  seen: number,
  text: string,
): Promise<boolean> {
  if (ticket.seq <= seen) return false
  const events = await store.events(ticket.id, seen)
  const answers = events.filter((event) => event.kind === 'reply' || event.kind === 'closed')
  if (answers.some((event) => event.officer?.id !== officer.id))
    throw new OperationRefused('answered-since', { events, seq: ticket.seq })
  return answers.some((event) => event.kind === 'reply' && event.text === text)
}
