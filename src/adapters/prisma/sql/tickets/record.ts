import type { TicketEventKind } from '../../../../model/tickets/lifecycle.ts'
import { prepared } from '../statement.ts'
import { SUMMARY_COLUMNS, SUMMARY_FROM, type SummaryRow } from './summary.ts'

// SQL because a ticket is read together with its office's zone (is it overdue?), its officers' names and its chat.

export interface RecordRow extends SummaryRow {
  readonly chatId: string
  readonly storyFrom: Date
  readonly resolution: string | null
  /** Encrypted. */
  readonly chatName: string | null
  readonly reachable: boolean
}

/** Within the officer's scope: what is not to be seen is not found. */
export const ticketByNumber = prepared<
  {
    readonly now: number
    readonly number: string
    readonly scopeOffice: string | null
    readonly scopeConfidential: boolean
  },
  RecordRow
>(
  'ticket',
  `SELECT ${SUMMARY_COLUMNS}, t.story, t.chat_id AS "chatId", t.story_from AS "storyFrom", t.resolution,
      c.name AS "chatName", c.gone_at IS NULL AS reachable
    FROM ${SUMMARY_FROM} JOIN chat c ON c.id = t.chat_id
    WHERE t.number = :number AND (:scopeOffice::text IS NULL OR t.office = :scopeOffice) AND (:scopeConfidential::bool OR NOT t.confidential)`,
)

interface EventRow {
  readonly seq: number
  readonly kind: TicketEventKind
  readonly at: Date
  readonly officerId: string | null
  readonly officerName: string | null
  readonly text: string | null
  readonly data: Readonly<Record<string, unknown>> | null
}

export const ticketEvents = prepared<{ readonly ticketId: string; readonly after: number }, EventRow>(
  'ticket events',
  `SELECT e.seq, e.kind, e.at, e.officer_id AS "officerId", f.name AS "officerName", e.text, e.data
    FROM ticket_event e LEFT JOIN officer f ON f.id = e.officer_id
    WHERE e.ticket_id = :ticketId AND e.seq > :after ORDER BY e.seq`,
)
