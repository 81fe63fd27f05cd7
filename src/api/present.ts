import type { z } from 'zod'
import type { TicketDetail } from '../desk/tickets/index.ts'
import type { ConversationItem } from '../desk/tickets/conversation.ts'
import type { TicketEventRecord, TicketSummary } from '../desk/ports/officers.ts'
import { excerpt } from '../model/text.ts'
import type * as schema from './schemas.ts'

/** What the desk says, as JSON: moments become ISO 8601, and nothing leaves that the schema does not name. */

const EXCERPT = 160

export const moment = (ms: number) => new Date(ms).toISOString()
export const momentOrNull = (ms: number | null) => (ms === null ? null : moment(ms))

function summaryJson(ticket: TicketSummary) {
  const { number, kind, state, seq, priority, office, category, servqual, sealed, channel, lang } = ticket
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
    sealed,
    channel,
    lang,
    assignee,
    due,
    overdue,
    rating,
    openedAt: moment(ticket.openedAt),
    repliedAt: momentOrNull(ticket.repliedAt),
    closedAt: momentOrNull(ticket.closedAt),
    updatedAt: moment(ticket.updatedAt),
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
  return { ...event, at: moment(event.at) }
}

function itemJson(item: ConversationItem): z.output<typeof schema.ConversationItem> {
  return { ...item, at: moment(item.at), choices: [...item.choices] }
}
