import type pg from 'pg'
import type { TicketCommit } from '../../../desk/ports/tickets.ts'
import { newId } from '../../ids.ts'
import { json } from '../sql/statement.ts'
import { officerAction } from '../sql/tickets/officer-action.ts'

/** See `TicketStore.commit`. */
export async function commitOfficerAction(pool: pg.Pool, change: TicketCommit): Promise<boolean> {
  const { events, outbound, input, ...ticket } = change
  const numbered = events.map((event, index) => ({ ...event, id: newId(), seq: change.seq + index + 1 }))
  const changed = await officerAction(pool, {
    ...ticket,
    events: json(numbered),
    eventCount: events.length,
    outboundId: outbound && newId(),
    text: outbound && outbound.text,
    officerId: outbound && outbound.officerId,
    inboundId: input && newId(),
    externalId: `ticket:${change.ticketId}:${change.seq + events.length}`,
    content: input && json(input),
  })
  return changed.length === 1
}
