import type pg from 'pg'
import type { QueryResult, TicketView } from '../../../flows/engine/conversation.ts'
import type { TicketQueryRow } from '../../../desk/ports/ledger.ts'
import { formatTicketNumber } from '../../../model/tickets/number.ts'
import { present } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { takeSerials, ticketsOfChats, type OwnTicketRow, type SerialRow } from '../sql/ledger/tickets.ts'

/** A person's own tickets shown at most, newest first. */
const MINE = 5

/** See `Ledger.query`: at most one statement for each kind of question, however many chats ask. */
export async function answerQueries(pool: pg.Pool, asks: readonly TicketQueryRow[]): Promise<QueryResult[]> {
  const [numbers, views] = await Promise.all([newTickets(pool, asks), ticketViews(pool, asks)])
  return asks.map((row, at) => {
    const { query } = row
    if (query.of === 'new ticket')
      return { of: 'new ticket', id: newId(), number: present(numbers.get(at), 'the number of a ticket') }
    const mine = views.filter((view) => view.chatId === row.chatId).map((view) => view.view)
    if (query.of === 'my tickets') return { of: 'my tickets', tickets: mine.slice(0, MINE) }
    return { of: 'ticket', ticket: mine.find((view) => view.number === query.number) ?? null }
  })
}

/** Serials of the day, taken for good: a turn that is not committed leaves a gap, never a number used twice. */
async function newTickets(pool: pg.Pool, asks: readonly TicketQueryRow[]): Promise<Map<number, string>> {
  const wanted = asks.flatMap((row, at) =>
    row.query.of === 'new ticket' ? [{ at, office: row.query.office, day: row.day }] : [],
  )
  if (wanted.length === 0) return new Map()
  const dayOf = ({ office, day }: SerialRow) => `${office} ${day}`
  const left = new Map((await takeSerials(pool, { wanted })).map((row) => [dayOf(row), row.last]))
  return new Map(
    wanted.map((ticket) => {
      const serial = present(left.get(dayOf(ticket)), 'the serial of a ticket')
      left.set(dayOf(ticket), serial - 1)
      return [ticket.at, formatTicketNumber(ticket.office, ticket.day, serial)]
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
  return (await ticketsOfChats(pool, { chatIds })).map(viewOf)
}

function viewOf({ chatId, openedAt, closedAt, ...row }: OwnTicketRow): { chatId: string; view: TicketView } {
  return { chatId, view: { ...row, openedAt: openedAt.getTime(), closedAt: closedAt?.getTime() ?? null } }
}
