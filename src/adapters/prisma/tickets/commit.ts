import type pg from 'pg'
import type { DeliveryFailureKind } from '../../../model/messages/delivery-failure.ts'
import { ticketTransition, type TicketState } from '../../../model/tickets/lifecycle.ts'
import type { TicketCommit } from '../../../desk/ports/tickets.ts'
import { newId } from '../../ids.ts'
import { inTransaction } from '../pool.ts'

/**
 * See `TicketStore.commit`: one statement, so all of it or nothing. Everything hangs on the ticket still being at `seq`;
 * of two officers at once, the second waits for the row, finds another `seq`, and writes nothing.
 */
export async function commitOfficerAction(pool: pg.Pool, change: TicketCommit): Promise<boolean> {
  const {
    ticketId,
    seq,
    at,
    state,
    assigneeId,
    repliedAt,
    closedAt,
    resolution,
    events,
    outbound: letter,
    input,
  } = change
  const numbered = events.map((event, index) => ({ ...event, id: newId(), seq: seq + index + 1 }))
  const { rowCount } = await pool.query({
    name: 'deed',
    text: DEED,
    values: [
      ticketId,
      seq,
      at,
      state,
      assigneeId,
      repliedAt,
      closedAt,
      resolution,
      events.length,
      JSON.stringify(numbered),
      letter ? newId() : null,
      letter?.text,
      letter?.officerId,
      input ? newId() : null,
      `ticket:${ticketId}:${seq + events.length}`,
      JSON.stringify(input),
    ],
  })
  return rowCount === 1
}

const DEED = `
WITH t AS (
  UPDATE ticket SET state = $4, assignee_id = $5::uuid, replied_at = to_timestamp($6::float8 / 1000), closed_at = to_timestamp($7::float8 / 1000),
         resolution = $8, seq = seq + $9::int, updated_at = to_timestamp($3::float8 / 1000)
   WHERE id = $1::uuid AND seq = $2::int RETURNING id, chat_id, confidential),
happened AS (
  INSERT INTO ticket_event (id, ticket_id, seq, kind, officer_id, text, data, at)
  SELECT x.id, t.id, x.seq, x.kind, x."officerId", x.text, x.data, to_timestamp($3::float8 / 1000)
    FROM t, jsonb_to_recordset($10::jsonb) x(id uuid, seq int, kind text, "officerId" uuid, text text, data jsonb)),
posted AS (
  INSERT INTO outbound (id, chat_id, text, ticket_id, officer_id, confidential, created_at)
  SELECT $11::uuid, t.chat_id, $12, t.id, $13::uuid, t.confidential, to_timestamp($3::float8 / 1000) FROM t WHERE $11::uuid IS NOT NULL),
woken AS (
  INSERT INTO inbound (id, chat_id, external_id, kind, content, confidential)
  SELECT $14::uuid, t.chat_id, $15, 'ticket changed', $16::jsonb, t.confidential FROM t WHERE $14::uuid IS NOT NULL)
SELECT id FROM t`

/**
 * Marks on its ticket that an officer's words could not be delivered. Called again for the same words, or for words of the bot,
 * it changes nothing.
 */
export async function recordUndeliverable(
  pool: pg.Pool,
  outboundId: string,
  failure: DeliveryFailureKind,
): Promise<void> {
  await inTransaction(pool, (client) => mark(client, outboundId, failure))
}

interface Locked {
  id: string
  seq: number
  state: TicketState
  assigned: boolean
  rated: boolean
}

async function mark(client: pg.PoolClient, outboundId: string, failure: DeliveryFailureKind): Promise<void> {
  const { rows } = await client.query<Locked>(
    `SELECT t.id, t.seq, t.state, t.assignee_id IS NOT NULL AS assigned, t.rating IS NOT NULL AS rated
       FROM outbound o JOIN ticket t ON t.id = o.ticket_id WHERE o.id = $1 AND o.officer_id IS NOT NULL FOR UPDATE OF t`,
    [outboundId],
  )
  const ticket = rows[0]
  if (!ticket) return
  const step = ticketTransition(ticket, 'undeliverable')
  if (!step.ok) return
  await client.query(
    `WITH marked AS (
        INSERT INTO ticket_event (id, ticket_id, seq, kind, data)
        SELECT $3::uuid, $1::uuid, $2::int + 1, $4, jsonb_build_object('outbound', $5::text, 'failure', $6::text)
         WHERE NOT EXISTS (SELECT 1 FROM ticket_event WHERE ticket_id = $1::uuid AND kind = $4 AND data ->> 'outbound' = $5::text)
        RETURNING ticket_id)
      UPDATE ticket SET seq = $2::int + 1, state = $7, updated_at = now() FROM marked WHERE ticket.id = marked.ticket_id`,
    [ticket.id, ticket.seq, newId(), step.event, outboundId, failure, step.state],
  )
}
