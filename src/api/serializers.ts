import type { z } from 'zod'
import type { TicketDetail } from '../desk/tickets/detail.ts'
import type { ConversationItem } from '../desk/tickets/conversation.ts'
import type { TicketEventRecord, TicketSummary } from '../desk/ports/tickets.ts'
import { excerpt } from '../model/messages/text.ts'
import type * as schema from './responses/index.ts'

/** What the desk says, as JSON: moments become ISO 8601, and nothing leaves that the schema does not name. */

const EXCERPT = 160

export const isoTime = (ms: number) => new Date(ms).toISOString()
export const isoTimeOrNull = (ms: number | null) => (ms === null ? null : isoTime(ms))

function summaryJson(ticket: TicketSummary) {
  const { number, kind, state, seq, priority, office, category, servqual, confidential, channel, lang } =
    ticket
  const { assignee, due, overdue, rating } = ticket
  return {
    number,
    kind,
    state,
    seq,
    priority,
    office,
    category,
    servqual,
    confidential,
    channel,
    lang,
    assignee,
    due,
    overdue,
    rating,
    openedAt: isoTime(ticket.openedAt),
    repliedAt: isoTimeOrNull(ticket.repliedAt),
    closedAt: isoTimeOrNull(ticket.closedAt),
    updatedAt: isoTime(ticket.updatedAt),
  }
}

export function queueItemJson(ticket: TicketSummary): z.output<typeof schema.QueueItem> {
  return { ...summaryJson(ticket), excerpt: excerpt(ticket.story, EXCERPT) }
}

export function ticketJson({
  ticket,
  events,
  conversation,
  may,
}: TicketDetail): z.output<typeof schema.Ticket> {
  return {
    ...summaryJson(ticket),
    story: ticket.story,
    resolution: ticket.state === 'closed' ? ticket.resolution : null,
    applicant: { name: ticket.applicantName, reachable: ticket.reachable },
    events: events.map(eventJson),
    conversation: conversation.map(itemJson),
    may: [...may],
  }
}

export function eventJson(event: TicketEventRecord): z.output<typeof schema.TicketEvent> {
  return { ...event, at: isoTime(event.at) }
}

function itemJson(item: ConversationItem): z.output<typeof schema.ConversationItem> {
  return { ...item, at: isoTime(item.at), choices: [...item.choices] }
}
