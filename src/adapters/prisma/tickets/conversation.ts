import type pg from 'pg'
import type { ChoiceLabel, InboundContent } from '../../../model/messages/content.ts'
import type { ConversationRow, TicketRecord } from '../../../desk/ports/tickets.ts'
import { toOfficerName } from './summary.ts'

/** Rows of a conversation shown at most. */
const LATEST = 500

interface Row {
  seq: string
  at: Date
  person: boolean
  content: InboundContent
  removed: boolean
  officer_id: string | null
  officer_name: string | null
  text: string
  question: number
  choices: ChoiceLabel[] | null
  state: 'pending' | 'sent' | 'failed'
  failure: string | null
}

/**
 * See `TicketStore.story`: what was said from `story_from` until the ticket was opened, and whatever carries its id since.
 * What was said in confidence (confidential) is left out of every ticket that is not confidential itself.
 */
export async function readConversation(pool: pg.Pool, ticket: TicketRecord): Promise<ConversationRow[]> {
  const { rows } = await pool.query<Row>({
    name: 'story',
    // both ends by the database's clock, like the messages themselves
    text: `WITH opened AS (SELECT at FROM ticket_event WHERE ticket_id = $2 AND seq = 1),
      told AS (
        SELECT seq, received_at AS at, true AS person, content, NULL::uuid AS officer_id, NULL AS text, 0 AS question,
               NULL::jsonb AS choices, NULL AS state, NULL AS failure,
               content->'file'->>'id' IS NOT NULL AND NOT EXISTS (
                 SELECT FROM stored_file f WHERE f.id = (content->'file'->>'id')::uuid) AS removed
          FROM inbound WHERE chat_id = $1 AND kind = 'message' AND (NOT confidential OR $3)
           AND (ticket_id = $2 OR received_at BETWEEN to_timestamp($4::float8 / 1000) AND (SELECT at FROM opened))
        UNION ALL
        SELECT seq, created_at, false, NULL, officer_id, text, question, choices, state, failure, false
          FROM outbound WHERE chat_id = $1 AND (NOT confidential OR $3)
           AND (ticket_id = $2 OR created_at BETWEEN to_timestamp($4::float8 / 1000) AND (SELECT at FROM opened)))
      SELECT s.*, f.name AS officer_name FROM (SELECT * FROM told ORDER BY seq DESC LIMIT ${LATEST}) s
        LEFT JOIN officer f ON f.id = s.officer_id ORDER BY s.seq`,
    values: [ticket.chatId, ticket.id, ticket.confidential, ticket.storyFrom],
  })
  return rows.map(storyRow)
}

function storyRow(row: Row): ConversationRow {
  const base = { seq: row.seq, at: row.at.getTime() }
  if (row.person) return { ...base, from: 'person', content: row.content, removed: row.removed }
  const { text, question, state, failure } = row
  const officer = toOfficerName(row.officer_id, row.officer_name)
  return { ...base, from: 'desk', officer, text, question, choices: row.choices ?? [], state, failure }
}
