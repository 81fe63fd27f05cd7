import type { TicketCommit } from '../../../../desk/ports/tickets.ts'
import { prepared } from '../statement.ts'

// SQL because an action is one statement: all of it, or nothing when another officer was first.

interface ActionValues extends Omit<TicketCommit, 'events' | 'outbound' | 'input'> {
  /** JSON array of new events. */
  readonly events: string
  readonly eventCount: number
  /** What is sent to the applicant; null: nothing. */
  readonly outboundId: string | null
  readonly text: string | null
  readonly officerId: string | null
  /** What wakes the conversation; null: nothing. */
  readonly inboundId: string | null
  readonly externalId: string
  readonly content: string | null
}

/** Everything hangs on the ticket still being at `seq`: of two officers at once, the second waits for the row and finds another. */
const TICKET = `
t AS (
  UPDATE ticket SET state = :state, assignee_id = :assigneeId::uuid, replied_at = to_timestamp(:repliedAt::float8 / 1000),
         closed_at = to_timestamp(:closedAt::float8 / 1000), resolution = :resolution, seq = seq + :eventCount::int,
         updated_at = to_timestamp(:at::float8 / 1000)
   WHERE id = :ticketId::uuid AND seq = :seq::int RETURNING id, chat_id, confidential)`

const EVENTS = `
happened AS (
  INSERT INTO ticket_event (id, ticket_id, seq, kind, officer_id, text, data, at)
  SELECT x.id, t.id, x.seq, x.kind, x."officerId", x.text, x.data, to_timestamp(:at::float8 / 1000)
    FROM t, json_to_recordset(:events::json) x(id uuid, seq int, kind "TicketEventKind", "officerId" uuid, text text, data jsonb))`

const POSTED = `
posted AS (
  INSERT INTO outbound (id, chat_id, text, ticket_id, officer_id, confidential, created_at)
  SELECT :outboundId::uuid, t.chat_id, :text, t.id, :officerId::uuid, t.confidential, to_timestamp(:at::float8 / 1000) FROM t
   WHERE :outboundId::uuid IS NOT NULL)`

const WOKEN = `
woken AS (
  INSERT INTO inbound (id, chat_id, external_id, kind, content, confidential)
  SELECT :inboundId::uuid, t.chat_id, :externalId, 'ticket changed', :content::jsonb, t.confidential FROM t
   WHERE :inboundId::uuid IS NOT NULL)`

/** No row: somebody else was first. */
export const officerAction = prepared<ActionValues, { id: string }>(
  'officer action',
  `WITH ${[TICKET, EVENTS, POSTED, WOKEN].join()} SELECT id FROM t`,
)
