import type { TicketKind, TicketSnapshot, TicketState } from '../../../../model/tickets/lifecycle.ts'
import { prepared, rowsOf, unprepared } from '../statement.ts'

// SQL because serials are counted up for all who ask at once, and rows are locked in one order.

export interface SerialRow {
  readonly office: string
  readonly day: string
}

/** The last serial of each office and day after so many were taken. */
export const takeSerials = prepared<{ readonly wanted: readonly SerialRow[] }, SerialRow & { last: number }>(
  'serials',
  `INSERT INTO ticket_serial (office, day, last)
    SELECT x.office, x.day, count(*) FROM ${rowsOf<SerialRow>('wanted', { office: 'text', day: 'date' })} GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (office, day) DO UPDATE SET last = ticket_serial.last + excluded.last
    RETURNING office, day::text AS day, last`,
)

export interface OwnTicketRow {
  readonly id: string
  readonly chatId: string
  readonly number: string
  readonly kind: TicketKind
  readonly state: TicketState
  readonly office: string
  readonly category: string
  readonly confidential: boolean
  readonly openedAt: Date
  readonly due: string
  readonly closedAt: Date | null
  readonly rating: number | null
  readonly lastReply: string | null
}

/** The tickets of these chats, newest first, each with the officer's last answer. */
export const ticketsOfChats = prepared<{ readonly chatIds: readonly string[] }, OwnTicketRow>(
  'my tickets',
  `SELECT t.id, t.chat_id AS "chatId", t.number, t.kind, t.state, t.office, t.category, t.confidential, t.opened_at AS "openedAt",
      t.due, t.closed_at AS "closedAt", t.rating, e.text AS "lastReply"
    FROM ticket t
    LEFT JOIN LATERAL (SELECT text FROM ticket_event WHERE ticket_id = t.id AND kind = 'reply' ORDER BY seq DESC LIMIT 1) e ON true
    WHERE t.chat_id = ANY(:chatIds::uuid[]) ORDER BY t.opened_at DESC`,
)

export interface LockedTicketRow extends TicketSnapshot {
  readonly id: string
  readonly chatId: string
  readonly seq: number
}

/** Always in the order of ids: two turns must not wait for each other in a circle. */
export const lockTickets = unprepared<{ readonly ids: readonly string[] }, LockedTicketRow>(
  `SELECT id, chat_id AS "chatId", state, seq, assignee_id IS NOT NULL AS assigned, rating IS NOT NULL AS rated FROM ticket
    WHERE id = ANY(:ids::uuid[]) ORDER BY id FOR UPDATE`,
)
