import type { z } from 'zod'
import { searchOf } from '../desk/tickets/search.ts'
import type { QueueFilter } from '../desk/ports/officers.ts'
import { TICKET_STATES, type TicketState } from '../model/ticket.ts'
import { afterCursor, cursorAfter } from './cursor.ts'
import { queueItemJson, ticketJson } from './present.ts'
import type { QueueQuery } from './requests.ts'
import type { Asked } from './route.ts'

type Query = z.output<typeof QueueQuery>

export async function list({ desk, officer, query }: Asked<Query>) {
  const { order, limit, cursor } = query
  const page = { order, limit, after: cursor ? afterCursor(order, cursor) : null }
  const { items, more } = await desk.tickets.queue(officer, filterOf(query, officer.id), page)
  const last = items.at(-1)
  return { items: items.map(queueItemJson), nextCursor: more && last ? cursorAfter(order, last) : null }
}

export async function read({ desk, officer, params }: Asked) {
  return ticketJson(await desk.tickets.read(officer, params.number!))
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

function statesOf(asked: readonly (TicketState | 'open')[]): TicketState[] {
  return TICKET_STATES.filter(
    (state) => asked.includes(state) || (state !== 'closed' && asked.includes('open')),
  )
}
