import type pg from 'pg'
import type { TicketScope } from '../../../model/officer.ts'
import type { Encryption } from '../../../desk/ports/encryption.ts'
import type { TicketEventRecord, TicketRecord, TicketStore } from '../../../desk/ports/tickets.ts'
import { commitOfficerAction } from './commit.ts'
import { listTickets } from './queue.ts'
import { SUMMARY_FROM, toOfficerName, SUMMARY_COLUMNS, toTicketSummary, type SummaryRow } from './summary.ts'
import { readConversation } from './conversation.ts'

export { recordUndeliverable } from './commit.ts'

/** Tickets as officers see them, in PostgreSQL. */
export function createTicketStore(pool: pg.Pool, encryption: Encryption): TicketStore {
  return {
    list: (scope, filter, page, now) => listTickets(pool, scope, filter, page, now),
    find: (scope, number, now) => findTicket(pool, encryption, scope, number, now),
    events: (ticketId, after) => eventsOf(pool, ticketId, after),
    conversation: (ticket) => readConversation(pool, ticket),
    file: (ticket, fileId) => fileOf(pool, ticket, fileId),
    commit: (change) => commitOfficerAction(pool, change),
  }
}

interface Row extends SummaryRow {
  chat_id: string
  story_from: Date
  resolution: string | null
  chat_name: string | null
  gone: boolean
}

async function findTicket(
  pool: pg.Pool,
  encryption: Encryption,
  scope: TicketScope,
  number: string,
  now: number,
): Promise<TicketRecord | null> {
  const { rows } = await pool.query<Row>({
    name: 'ticket',
    text: `SELECT ${SUMMARY_COLUMNS}, t.story, t.chat_id, t.story_from, t.resolution, c.name AS chat_name, c.gone_at IS NOT NULL AS gone
      FROM ${SUMMARY_FROM} JOIN chat c ON c.id = t.chat_id
      WHERE t.number = $2 AND ($3::text IS NULL OR t.office = $3) AND ($4::bool OR NOT t.confidential)`,
    values: [now, number, scope.office, scope.confidential],
  })
  return rows[0] ? recordOf(rows[0], encryption) : null
}

function recordOf(row: Row, encryption: Encryption): TicketRecord {
  return {
    ...toTicketSummary(row),
    chatId: row.chat_id,
    storyFrom: row.story_from.getTime(),
    resolution: row.resolution,
    applicantName: row.confidential || row.chat_name === null ? null : encryption.decrypt(row.chat_name),
    reachable: !row.gone,
  }
}

async function eventsOf(pool: pg.Pool, ticketId: string, after: number): Promise<TicketEventRecord[]> {
  const { rows } = await pool.query({
    name: 'ticket events',
    text: `SELECT e.seq, e.kind, e.at, e.officer_id, f.name AS officer_name, e.text, e.data
      FROM ticket_event e LEFT JOIN officer f ON f.id = e.officer_id WHERE e.ticket_id = $1 AND e.seq > $2 ORDER BY e.seq`,
    values: [ticketId, after],
  })
  return rows.map((row) => ({
    seq: row.seq,
    kind: row.kind,
    at: row.at.getTime(),
    officer: toOfficerName(row.officer_id, row.officer_name),
    text: row.text,
    data: row.data,
  }))
}

async function fileOf(pool: pg.Pool, ticket: TicketRecord, fileId: string) {
  const { rows } = await pool.query<{ mime: string; ofTicket: boolean }>(
    'SELECT mime, coalesce(ticket_id = $3, false) AS "ofTicket" FROM stored_file WHERE id = $1 AND chat_id = $2',
    [fileId, ticket.chatId, ticket.id],
  )
  return rows[0] ?? null
}
