import { ticketScope, type Officer } from '../../model/officer.ts'
import type { QueueFilter, QueuePage, TicketSummary } from '../ports/tickets.ts'
import { actOn, type ActDeps, type Decide } from './act.ts'
import { noted, released, reopened } from './actions.ts'
import { decideAssign, decideClose, decideReply, type DecisionDeps, type Reply } from './decisions.ts'
import { findTicket, readTicket, type TicketDetail } from './detail.ts'
import { openFile, type FileDeps } from './files.ts'
import { cleanText } from './reply.ts'

interface TicketsDeps extends ActDeps, DecisionDeps, FileDeps {
  readonly store: ActDeps['store']
}

/** Every verb of an officer. All reject with OperationRefused; a ticket out of the officer's scope is refused as `not-found`. */
export interface Tickets {
  queue(
    officer: Officer,
    filter: QueueFilter,
    page: QueuePage,
  ): Promise<{ readonly items: readonly TicketSummary[]; readonly more: boolean }>
  read(officer: Officer, number: string): Promise<TicketDetail>
  /** Claims it, or gives it to officer `to`. Claiming what one already has changes nothing. */
  assign(officer: Officer, number: string, to?: string): Promise<TicketDetail>
  release(officer: Officer, number: string): Promise<TicketDetail>
  reply(officer: Officer, number: string, reply: Reply): Promise<TicketDetail>
  note(officer: Officer, number: string, text: string): Promise<TicketDetail>
  close(officer: Officer, number: string, resolution: string): Promise<TicketDetail>
  reopen(officer: Officer, number: string): Promise<TicketDetail>
  /** Throws `file-not-found` for what is not part of this ticket. */
  file(
    officer: Officer,
    number: string,
    fileId: string,
  ): Promise<{ readonly mime: string; readonly bytes: Uint8Array }>
}

/** Tickets on their store; who is to hear of a change is woken once it is written. */
export function createTickets(deps: TicketsDeps): Tickets {
  const act = (officer: Officer, number: string, decide: Decide) => actOn(officer, number, decide, deps)
  return {
    queue: (officer, filter, page) => deps.store.list(ticketScope(officer), filter, page, deps.now()),
    read: (officer, number) => readTicket(officer, number, deps),
    assign: (officer, number, to = officer.id) => act(officer, number, decideAssign(to, deps)),
    release: (officer, number) => act(officer, number, released),
    reply: async (officer, number, reply) => act(officer, number, decideReply(reply, deps)),
    async note(officer, number, typed) {
      const text = cleanText(typed, 'text')
      return act(officer, number, (action) => noted(action, text))
    },
    close: async (officer, number, typed) => act(officer, number, decideClose(typed, deps)),
    reopen: (officer, number) => act(officer, number, reopened),
    file: async (officer, number, fileId) => openFile(deps, await findTicket(officer, number, deps), fileId),
  }
}
