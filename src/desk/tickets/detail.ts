import { ticketScope, type Officer } from '../../model/officer.ts'
import type { TicketCommand } from '../../model/tickets/lifecycle.ts'
import { parseTicketNumber } from '../../model/tickets/number.ts'
import { OperationRefused } from '../errors.ts'
import type { Log } from '../ports/log.ts'
import type { TicketEventRecord, TicketRecord, TicketStore } from '../ports/tickets.ts'
import { allowedCommands } from './actions.ts'
import { conversationOf, type ConversationItem } from './conversation.ts'

/** A ticket with all that an officer sees of it. */
export interface TicketDetail {
  readonly ticket: TicketRecord
  readonly events: readonly TicketEventRecord[]
  readonly conversation: readonly ConversationItem[]
  /** What this officer may do with it now. */
  readonly may: readonly TicketCommand[]
}

export interface DetailDeps {
  readonly store: TicketStore
  readonly log: Log
  readonly now: () => number
}

/** Rejects with OperationRefused `not-found` also for what is out of the officer's scope. */
export async function findTicket(
  officer: Officer,
  typed: string,
  { store, now }: Pick<DetailDeps, 'store' | 'now'>,
): Promise<TicketRecord> {
  const number = parseTicketNumber(typed)
  const ticket = number && (await store.find(ticketScope(officer), number, now()))
  if (!ticket) throw new OperationRefused('not-found')
  return ticket
}

/** The ticket's events and conversation, as this officer sees them. Rejects when the store does. */
export async function detailOf(
  officer: Officer,
  ticket: TicketRecord,
  { store }: Pick<DetailDeps, 'store'>,
): Promise<TicketDetail> {
  const [events, rows] = await Promise.all([store.events(ticket.id, 0), store.conversation(ticket)])
  return { ticket, events, conversation: conversationOf(rows), may: allowedCommands({ officer, ticket }) }
}

/** Finds a ticket and shows it. That somebody read a confidential one is itself kept. */
export async function readTicket(officer: Officer, number: string, deps: DetailDeps): Promise<TicketDetail> {
  const ticket = await findTicket(officer, number, deps)
  if (ticket.confidential)
    deps.log.info('confidential ticket read', { ticket: ticket.id, officer: officer.id })
  return detailOf(officer, ticket, deps)
}
