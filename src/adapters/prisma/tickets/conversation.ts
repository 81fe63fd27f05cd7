import type pg from 'pg'
import type { ConversationRow, TicketRecord } from '../../../desk/ports/tickets.ts'
import { conversationRows, type ConversationSqlRow } from '../sql/tickets/conversation.ts'
import { toOfficerName } from '../sql/tickets/summary.ts'

/** See `TicketStore.conversation`. */
export async function readConversation(pool: pg.Pool, ticket: TicketRecord): Promise<ConversationRow[]> {
  const { chatId, id: ticketId, confidential, storyFrom } = ticket
  const rows = await conversationRows(pool, { chatId, ticketId, confidential, storyFrom })
  return rows.map(conversationRow)
}

function conversationRow(row: ConversationSqlRow): ConversationRow {
  const base = { seq: row.seq, at: row.at.getTime() }
  if (row.person) return { ...base, from: 'person', content: row.content, removed: row.removed }
  const { text, question, state, failure } = row
  const officer = toOfficerName(row.officerId, row.officerName)
  return { ...base, from: 'desk', officer, text, question, choices: row.choices ?? [], state, failure }
}
