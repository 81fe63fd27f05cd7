import type { TicketView } from '../../flows/engine/conversation.ts'
import { canCommand, type Officer } from '../../model/officer.ts'
import { TICKET_COMMANDS, ticketTransition, type TicketCommand } from '../../model/tickets/lifecycle.ts'
import { OperationRefused } from '../errors.ts'
import type { NewEvent, TicketCommit, TicketRecord } from '../ports/tickets.ts'

/** What each deed of an officer writes. Pure: who, which ticket as it is, when → everything for one commit, or OperationRefused. */

export interface OfficerAction {
  readonly officer: Officer
  readonly ticket: TicketRecord
  /** ms since epoch */
  readonly now: number
}

/** What the officer may do with the ticket as it is. */
export function allowedCommands({ officer, ticket }: Omit<OfficerAction, 'now'>): TicketCommand[] {
  const at = { state: ticket.state, assigned: ticket.assignee !== null, rated: ticket.rating !== null }
  return TICKET_COMMANDS.filter(
    (command) =>
      canCommand(officer, ticket.assignee?.id ?? null, command) && ticketTransition(at, command).ok,
  )
}

export function assigned(action: OfficerAction, to: Officer): TicketCommit {
  permit(action, 'assign')
  return {
    ...happened(begun(action), action, 'assign', { data: { to: to.id, name: to.name } }),
    assigneeId: to.id,
  }
}

export function released(action: OfficerAction): TicketCommit {
  permit(action, 'release')
  return { ...happened(begun(action), action, 'release', {}), assigneeId: null }
}

export function noted(action: OfficerAction, text: string): TicketCommit {
  return happened(begun(action), action, 'note', { text })
}

/** `words` is what the applicant gets, `text` what the officer wrote. */
export function replied(
  action: OfficerAction,
  command: 'reply' | 'ask',
  text: string,
  words: string,
): TicketCommit {
  permit(action, command)
  const data = command === 'ask' ? { awaitsAnswer: true } : null
  const commit = happened(claimed(action), action, command, { text, data })
  return {
    ...commit,
    repliedAt: commit.repliedAt ?? action.now,
    outbound: { text: words, officerId: action.officer.id },
  }
}

/** Besides the officer's words, the conversation is woken: it asks how it was. */
export function closed(
  action: OfficerAction,
  resolution: string,
  words: string,
  lastReply: string | null,
): TicketCommit {
  permit(action, 'close')
  const commit = happened(claimed(action), action, 'close', { text: resolution })
  const ticket = { ...viewOf(action.ticket, lastReply), state: commit.state, closedAt: action.now }
  return {
    ...commit,
    closedAt: action.now,
    resolution,
    outbound: { text: words, officerId: action.officer.id },
    input: { kind: 'ticket changed', change: 'closed', ticket },
  }
}

export function reopened(action: OfficerAction): TicketCommit {
  permit(action, 'reopen')
  return { ...happened(begun(action), action, 'reopen', {}), closedAt: null, resolution: null }
}

function permit({ officer, ticket }: OfficerAction, command: TicketCommand): void {
  if (!canCommand(officer, ticket.assignee?.id ?? null, command))
    throw new OperationRefused('assigned-to-another', { officer: ticket.assignee!, seq: ticket.seq })
}

function begun({ ticket, now }: OfficerAction): TicketCommit {
  const { id: ticketId, seq, state, repliedAt, closedAt, resolution } = ticket
  const assigneeId = ticket.assignee?.id ?? null
  return {
    ticketId,
    seq,
    at: now,
    state,
    assigneeId,
    repliedAt,
    closedAt,
    resolution,
    events: [],
    outbound: null,
    input: null,
  }
}

/** Who answers a ticket that nobody has, has it from then on. */
function claimed(action: OfficerAction): TicketCommit {
  const commit = begun(action)
  if (commit.assigneeId !== null) return commit
  const { id, name } = action.officer
  return { ...happened(commit, action, 'assign', { data: { to: id, name } }), assigneeId: id }
}

function happened(
  commit: TicketCommit,
  action: OfficerAction,
  command: TicketCommand,
  event: Partial<NewEvent>,
): TicketCommit {
  const at = {
    state: commit.state,
    assigned: commit.assigneeId !== null,
    rated: action.ticket.rating !== null,
  }
  const step = ticketTransition(at, command)
  if (!step.ok) throw new OperationRefused(step.refusal, { seq: action.ticket.seq })
  const added = { kind: step.event, officerId: action.officer.id, text: null, data: null, ...event }
  return { ...commit, state: step.state, events: [...commit.events, added] }
}

function viewOf(ticket: TicketRecord, lastReply: string | null): TicketView {
  const { id, number, kind, state, office, category, confidential, openedAt, due, closedAt, rating } = ticket
  return {
    id,
    number,
    kind,
    state,
    office,
    category,
    confidential: confidential,
    openedAt,
    due,
    closedAt,
    rating,
    lastReply,
  }
}
