import type pg from 'pg'
import type { QueryResult, TicketView } from '../../../flows/engine/conversation.ts'
import type { TicketQueryRow } from '../../../desk/ports/ledger.ts'
import { formatTicketNumber } from '../../../model/tickets/number.ts'
import { newId } from '../../ids.ts'

/** A person's own tickets shown at most, newest first. */
const MINE = 5

/** See `Ledger.answer`: at most one statement for each kind of question, however many chats ask. */
export async function answerQueries(pool: pg.Pool, asks: readonly TicketQueryRow[]): Promise<QueryResult[]> {
  const [numbers, views] = await Promise.all([newTickets(pool, asks), ticketViews(pool, asks)])
  return asks.map((row, at) => {
    const { query: ask } = row
    if (ask.of === 'new ticket') return { of: 'new ticket', id: newId(), number: numbers.get(at)! }
    const mine = views.filter((view) => view.chatId === row.chatId).map((view) => view.view)
    if (ask.of === 'my tickets') return { of: 'my tickets', tickets: mine.slice(0, MINE) }
    return { of: 'ticket', ticket: mine.find((view) => view.number === ask.number) ?? null }
  })
}

/** Serials of the day, taken for good: a turn that is not committed leaves a gap, never a number used twice. */
async function newTickets(pool: pg.Pool, asks: readonly TicketQueryRow[]): Promise<Map<number, string>> {
  const wanted = asks.flatMap((row, at) =>
    row.query.of === 'new ticket' ? [{ at, office: row.query.office, day: row.day }] : [],
  )
  if (wanted.length === 0) return new Map()
  const { rows } = await pool.query({
    name: 'serials',
    text: `INSERT INTO ticket_serial (office, day, last)
      SELECT x.office, x.day, count(*) FROM unnest($1::text[], $2::date[]) x(office, day) GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT (office, day) DO UPDATE SET last = ticket_serial.last + excluded.last
      RETURNING office, day::text AS day, last`,
    values: [wanted.map((one) => one.office), wanted.map((one) => one.day)],
  })
  const left = new Map(rows.map((row) => [`${row.office} ${row.day}`, row.last as number]))
  return new Map(
    wanted.map(({ at, office, day }) => {
      const serial = left.get(`${office} ${day}`)!
      left.set(`${office} ${day}`, serial - 1)
      return [at, formatTicketNumber(office, day, serial)]
    }),
  )
}

/** Tickets are looked up within the chat that asks: somebody else's number finds nothing. */
async function ticketViews(
  pool: pg.Pool,
  asks: readonly TicketQueryRow[],
): Promise<{ chatId: string; view: TicketView }[]> {
  const chatIds = [...new Set(asks.filter((row) => row.query.of !== 'new ticket').map((row) => row.chatId))]
  if (chatIds.length === 0) return []
  const { rows } = await pool.query({
    name: 'my tickets',
    text: `SELECT t.*, e.text AS last_reply FROM ticket t
      LEFT JOIN LATERAL (SELECT text FROM ticket_event WHERE ticket_id = t.id AND kind = 'reply' ORDER BY seq DESC LIMIT 1) e ON true
      WHERE t.chat_id = ANY($1::uuid[]) ORDER BY t.opened_at DESC`,
    values: [chatIds],
  })
  return rows.map((row) => ({ chatId: row.chat_id, view: viewOf(row) }))
}

interface Row {
  id: string
  number: string
  kind: TicketView['kind']
  state: TicketView['state']
  office: string
  category: string
  confidential: boolean
  opened_at: Date
  due: string
  closed_at: Date | null
  rating: number | null
  last_reply: string | null
}

function viewOf(row: Row): TicketView {
  const { id, number, kind, state, office, category, confidential, due, rating } = row
  const times = { openedAt: row.opened_at.getTime(), closedAt: row.closed_at?.getTime() ?? null }
  return {
    id,
    number,
    kind,
    state,
    office,
    category,
    confidential: confidential,
    due,
    rating,
    ...times,
    lastReply: row.last_reply,
  }
}
