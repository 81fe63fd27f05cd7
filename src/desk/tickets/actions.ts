import type { TicketView } from '../../flows/engine/conversation.ts'
import { mayCommand, type Officer } from '../../model/officer.ts'
import { TICKET_COMMANDS, ticketLife, type TicketCommand } from '../../model/ticket.ts'
import { Refused } from '../errors.ts'
import type { NewEvent, TicketCommit, TicketRecord } from '../ports/officers.ts'

/** What each deed of an officer writes. Pure: who, which ticket as it is, when → everything for one commit, or `Refused`. */

export interface Deed {
  readonly officer: Officer
  readonly ticket: TicketRecord
  /** ms since epoch */
  readonly now: number
}

/** What the officer may do with the ticket as it is. */
export function allowed({ officer, ticket }: Omit<Deed, 'now'>): TicketCommand[] {
  const at = { state: ticket.state, assigned: ticket.assignee !== null, rated: ticket.rating !== null }
  return TICKET_COMMANDS.filter(
    (command) => mayCommand(officer, ticket.assignee?.id ?? null, command) && ticketLife(at, command).ok,
  )
}

export function assigned(deed: Deed, to: Officer): TicketCommit {
  permit(deed, 'assign')
  return {
    ...happened(begun(deed), deed, 'assign', { data: { to: to.id, name: to.name } }),
    assigneeId: to.id,
  }
}

export function released(deed: Deed): TicketCommit {
  permit(deed, 'release')
  return { ...happened(begun(deed), deed, 'release', {}), assigneeId: null }
}

export function noted(deed: Deed, text: string): TicketCommit {
  return happened(begun(deed), deed, 'note', { text })
}

/** `words` is what the applicant gets, `text` what the officer wrote. */
export function replied(deed: Deed, command: 'reply' | 'ask', text: string, words: string): TicketCommit {
  permit(deed, command)
  const data = command === 'ask' ? { awaitsAnswer: true } : null
  const commit = happened(claimed(deed), deed, command, { text, data })
  return {
    ...commit,
    repliedAt: commit.repliedAt ?? deed.now,
    letter: { text: words, officerId: deed.officer.id },
  }
}

/** Besides the officer's words, the conversation is woken: it asks how it was. */
export function closed(
  deed: Deed,
  resolution: string,
  words: string,
  lastReply: string | null,
): TicketCommit {
  permit(deed, 'close')
  const commit = happened(claimed(deed), deed, 'close', { text: resolution })
  const ticket = { ...viewOf(deed.ticket, lastReply), state: commit.state, closedAt: deed.now }
  return {
    ...commit,
    closedAt: deed.now,
    resolution,
    letter: { text: words, officerId: deed.officer.id },
    input: { kind: 'ticket changed', change: 'closed', ticket },
  }
}

export function reopened(deed: Deed): TicketCommit {
  permit(deed, 'reopen')
  return { ...happened(begun(deed), deed, 'reopen', {}), closedAt: null, resolution: null }
}

function permit({ officer, ticket }: Deed, command: TicketCommand): void {
  if (!mayCommand(officer, ticket.assignee?.id ?? null, command))
    throw new Refused('assigned-to-another', { officer: ticket.assignee!, seq: ticket.seq })
}

function begun({ ticket, now }: Deed): TicketCommit {
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
    letter: null,
    input: null,
  }
}

/** Who answers a ticket that nobody has, has it from then on. */
function claimed(deed: Deed): TicketCommit {
  const commit = begun(deed)
  if (commit.assigneeId !== null) return commit
  const { id, name } = deed.officer
  return { ...happened(commit, deed, 'assign', { data: { to: id, name } }), assigneeId: id }
}

function happened(
  commit: TicketCommit,
  deed: Deed,
  command: TicketCommand,
  event: Partial<NewEvent>,
): TicketCommit {
  const at = { state: commit.state, assigned: commit.assigneeId !== null, rated: deed.ticket.rating !== null }
  const step = ticketLife(at, command)
  if (!step.ok) throw new Refused(step.refusal, { seq: deed.ticket.seq })
  const added = { kind: step.event, officerId: deed.officer.id, text: null, data: null, ...event }
  return { ...commit, state: step.state, events: [...commit.events, added] }
}

function viewOf(ticket: TicketRecord, lastReply: string | null): TicketView {
  const { id, number, kind, state, office, category, sealed, openedAt, due, closedAt, rating } = ticket
  return { id, number, kind, state, office, category, sealed, openedAt, due, closedAt, rating, lastReply }
}
