import type { DeliveryFailureKind } from '../../../../model/messages/delivery-failure.ts'
import type { TicketEventKind, TicketSnapshot, TicketState } from '../../../../model/tickets/lifecycle.ts'
import { unprepared } from '../statement.ts'

// SQL because the ticket's row is locked while its pure life says what becomes of it.

/** The ticket of an officer's words; none for words of the bot. */
export const lockTicketOfOutbound = unprepared<
  { readonly outboundId: string },
  TicketSnapshot & { readonly id: string; readonly seq: number }
>(
  `SELECT t.id, t.seq, t.state, t.assignee_id IS NOT NULL AS assigned, t.rating IS NOT NULL AS rated
     FROM outbound o JOIN ticket t ON t.id = o.ticket_id WHERE o.id = :outboundId AND o.officer_id IS NOT NULL FOR UPDATE OF t`,
)

/** Once for the same words. */
export const markUndeliverable = unprepared<
  {
    readonly ticketId: string
    readonly seq: number
    readonly eventId: string
    readonly event: TicketEventKind
    readonly outboundId: string
    readonly failure: DeliveryFailureKind
    readonly state: TicketState
  },
  never
>(
  `WITH marked AS (
      INSERT INTO ticket_event (id, ticket_id, seq, kind, data)
      SELECT :eventId::uuid, :ticketId::uuid, :seq::int + 1, :event::"TicketEventKind", jsonb_build_object('outbound', :outboundId::text, 'failure', :failure::text)
       WHERE NOT EXISTS (SELECT 1 FROM ticket_event WHERE ticket_id = :ticketId::uuid AND kind = :event::"TicketEventKind"
               AND data ->> 'outbound' = :outboundId::text)
      RETURNING ticket_id)
    UPDATE ticket SET seq = :seq::int + 1, state = :state, updated_at = now() FROM marked WHERE ticket.id = marked.ticket_id`,
)
