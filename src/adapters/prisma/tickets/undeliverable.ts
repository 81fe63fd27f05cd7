import type pg from 'pg'
import type { DeliveryFailureKind } from '../../../model/messages/delivery-failure.ts'
import { ticketTransition } from '../../../model/tickets/lifecycle.ts'
import { newId } from '../../ids.ts'
import { inTransaction } from '../pool.ts'
import { lockTicketOfOutbound, markUndeliverable } from '../sql/tickets/undeliverable.ts'

/**
 * Marks on its ticket that an officer's words could not be delivered. Called again for the same words, or for words of the bot,
 * it changes nothing. Throws the database's error when it cannot be reached.
 */
export async function recordUndeliverable(
  pool: pg.Pool,
  outboundId: string,
  failure: DeliveryFailureKind,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const [ticket] = await lockTicketOfOutbound(client, { outboundId })
    if (!ticket) return
    const step = ticketTransition(ticket, 'undeliverable')
    if (!step.ok) return
    const { id: ticketId, seq } = ticket
    const { event, state } = step
    await markUndeliverable(client, { ticketId, seq, eventId: newId(), event, outboundId, failure, state })
  })
}
