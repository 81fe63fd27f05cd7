import type { TicketView } from '../../flows/engine/conversation.ts'
import { canCommand, type Officer } from '../../model/officer.ts'
import { TICKET_COMMANDS, ticketTransition, type TicketCommand } from '../../model/tickets/lifecycle.ts'
import { OperationRefused } from '../errors.ts'
import type { NewEvent, TicketCommit, TicketRecord } from '../ports/tickets.ts'

/** What each action of an officer writes. Pure: who, which ticket as it is, when → everything for one commit, or OperationRefused. */

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

/** Gives the ticket to an officer. */
export function assigned(action: OfficerAction, to: Officer): TicketCommit {
  permit(action, 'assign')
  return {
    ...withEvent(asItIs(action), action, 'assign', { data: { to: to.id, name: to.name } }),
    assigneeId: to.id,
  }
}

/** Lets go of the ticket. */
export function released(action: OfficerAction): TicketCommit {
  permit(action, 'release')
  return { ...withEvent(asItIs(action), action, 'release', {}), assigneeId: null }
}

/** A note that is never sent. */
export function noted(action: OfficerAction, text: string): TicketCommit {
  return withEvent(asItIs(action), action, 'note', { text })
}

/** `outbound` is what the applicant gets, `text` what the officer wrote. */
export function replied(
  action: OfficerAction,
  command: 'reply' | 'ask',
  text: string,
  outbound: string,
): TicketCommit {
  permit(action, command)
  const data = command === 'ask' ? { awaitsAnswer: true } : null
  const commit = withEvent(claimed(action), action, command, { text, data })
  return {
    ...commit,
    repliedAt: commit.repliedAt ?? action.now,
    outbound: { text: outbound, officerId: action.officer.id },
  }
}

/** Besides the officer's words, the conversation is woken: it asks how it was. */
export function closed(
  action: OfficerAction,
  resolution: string,
  outbound: string,
  lastReply: string | null,
): TicketCommit {
  permit(action, 'close')
  const commit = withEvent(claimed(action), action, 'close', { text: resolution })
  const ticket = { ...viewOf(action.ticket, lastReply), state: commit.state, closedAt: action.now }
  return {
    ...commit,
    closedAt: action.now,
    resolution,
    outbound: { text: outbound, officerId: action.officer.id },
    input: { kind: 'ticket changed', change: 'closed', ticket },
  }
}

/** The ticket is open again; its resolution is void. */
export function reopened(action: OfficerAction): TicketCommit {
  permit(action, 'reopen')
  return { ...withEvent(asItIs(action), action, 'reopen', {}), closedAt: null, resolution: null }
}

function permit({ officer, ticket }: OfficerAction, command: TicketCommand): void {
  if (!canCommand(officer, ticket.assignee?.id ?? null, command))
    throw new OperationRefused('assigned-to-another', {
      seq: ticket.seq,
      ...(ticket.assignee && { officer: ticket.assignee }),
    })
}

/** A commit that changes nothing yet. */
function asItIs({ ticket, now }: OfficerAction): TicketCommit {
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
  const commit = asItIs(action)
  if (commit.assigneeId !== null) return commit
  const { id, name } = action.officer
  return { ...withEvent(commit, action, 'assign', { data: { to: id, name } }), assigneeId: id }
}

/** The commit with one event more, and the state after it. Throws OperationRefused when the ticket's life does not allow it. */
function withEvent(
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
    confidential,
    openedAt,
    due,
    closedAt,
    rating,
    lastReply,
  }
}
