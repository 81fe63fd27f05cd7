import { mask } from '../../model/text-mask.ts'
import { clean } from '../../model/text.ts'
import { Refused } from '../errors.ts'
import type { Texts } from '../ports/channel.ts'
import type { TicketRecord, TicketStore } from '../ports/officers.ts'
import type { Deed } from './actions.ts'

/** What officers write is stored like what people write: no invisible characters, no identity numbers. */
export function kept(typed: string, field: string): string {
  const text = mask(clean(typed))
  if (text === '') throw new Refused('no-words', { field })
  return text
}

/** Words as they go out. On a sealed ticket nothing of the subject shows on a locked screen. */
export function lettered(
  texts: Texts,
  ticket: TicketRecord,
  key: 'officer.reply' | 'officer.closed',
  text: string,
): string {
  return texts.render(ticket.lang, {
    key: ticket.sealed ? 'officer.sealedReply' : key,
    vars: { number: ticket.number, text },
  })
}

/**
 * Compare and send: refuses when another officer answered or closed since `seen`, showing everything that happened since.
 * True when these very words of this officer are already there: a repeated request sends nothing twice.
 */
export async function alreadySaid(
  store: TicketStore,
  { officer, ticket }: Deed,
  seen: number,
  text: string,
): Promise<boolean> {
  if (ticket.seq <= seen) return false
  const events = await store.events(ticket.id, seen)
  const spoken = events.filter((event) => event.kind === 'reply' || event.kind === 'closed')
  if (spoken.some((event) => event.officer?.id !== officer.id))
    throw new Refused('answered-since', { events, seq: ticket.seq })
  return spoken.some((event) => event.kind === 'reply' && event.text === text)
}
