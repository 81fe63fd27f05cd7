import type { z } from 'zod'
import { searchOf } from '../../desk/tickets/search.ts'
import type { QueueFilter } from '../../desk/ports/tickets.ts'
import { TICKET_STATES, type TicketState } from '../../model/tickets/lifecycle.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { queueItemJson, ticketJson } from '../serializers.ts'
import type { QueueQuery } from '../requests/index.ts'
import type { RequestContext, TicketRequest } from '../http/route.ts'

type Query = z.output<typeof QueueQuery>

/** `GET /tickets`: a page of the queue. */
export async function listTickets({ desk, officer, query }: RequestContext<Query>) {
  const { order, limit, cursor } = query
  const page = { order, limit, after: cursor ? decodeCursor(order, cursor) : null }
  const { items, more } = await desk.tickets.queue(officer, filterOf(query, officer.id), page)
  const last = items.at(-1)
  return { items: items.map(queueItemJson), nextCursor: more && last ? encodeCursor(order, last) : null }
}

/** `GET /tickets/{number}`: the ticket with its events and conversation. */
export async function readTicket({ desk, officer, params }: TicketRequest) {
  return ticketJson(await desk.tickets.read(officer, params.number))
}

function filterOf(query: Query, me: string): QueueFilter {
  const { office = null, category = null, channel = null, priority = null, from = null, to = null } = query
  const assignee = query.assignee === 'me' ? me : query.assignee
  return {
    states: query.state ? statesOf(query.state) : null,
    office,
    category,
    channel,
    priority,
    from,
    to,
    assignee: assignee === undefined ? null : assignee === 'none' ? 'none' : { id: assignee },
    search: query.q === undefined ? null : searchOf(query.q),
  }
}

function statesOf(wanted: readonly (TicketState | 'open')[]): TicketState[] {
  return TICKET_STATES.filter(
    (state) => wanted.includes(state) || (state !== 'closed' && wanted.includes('open')),
  )
}
