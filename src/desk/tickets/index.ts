import { inScope, ticketScope, type Officer } from '../../model/officer.ts'
import type { TicketCommand } from '../../model/tickets/lifecycle.ts'
import { parseTicketNumber } from '../../model/tickets/number.ts'
import { OperationRefused } from '../errors.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { FileStorage } from '../ports/files.ts'
import type { Log } from '../ports/log.ts'
import type { Encryption } from '../ports/encryption.ts'
import type { Texts } from '../ports/texts.ts'
import type { OfficerStore } from '../ports/officers.ts'
import type {
  QueueFilter,
  QueuePage,
  TicketCommit,
  TicketEventRecord,
  TicketRecord,
  TicketStore,
  TicketSummary,
} from '../ports/tickets.ts'
import { isRepeatedReply, cleanText, replyText } from './reply.ts'
import {
  allowedCommands,
  assigned,
  closed,
  noted,
  released,
  reopened,
  replied,
  type OfficerAction,
} from './actions.ts'
import { openFile } from './files.ts'
import { conversationOf, type ConversationItem } from './conversation.ts'

export interface TicketsDeps {
  readonly store: TicketStore
  readonly officers: Pick<OfficerStore, 'findById'>
  readonly files: FileStorage
  readonly encryption: Encryption
  readonly texts: Texts
  readonly notifier: Notifier
  readonly log: Log
  readonly now: () => number
}

export interface TicketDetail {
  readonly ticket: TicketRecord
  readonly events: readonly TicketEventRecord[]
  readonly conversation: readonly ConversationItem[]
  readonly may: readonly TicketCommand[]
}

export interface Reply {
  readonly text: string
  readonly ifSeen?: number | undefined
  readonly awaitsAnswer?: boolean | undefined
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
  file(
    officer: Officer,
    number: string,
    fileId: string,
  ): Promise<{ readonly mime: string; readonly bytes: Uint8Array }>
}

/** How often a deed is tried anew because the ticket changed between reading and writing. */
const TRIES = 5

export function createTickets(deps: TicketsDeps): Tickets {
  const { store } = deps

  async function find(officer: Officer, number: string): Promise<TicketRecord> {
    const written = parseTicketNumber(number)
    const ticket = written && (await store.find(ticketScope(officer), written, deps.now()))
    if (!ticket) throw new OperationRefused('not-found')
    return ticket
  }

  async function detail(officer: Officer, ticket: TicketRecord): Promise<TicketDetail> {
    const [events, story] = await Promise.all([store.events(ticket.id, 0), store.conversation(ticket)])
    return { ticket, events, conversation: conversationOf(story), may: allowedCommands({ officer, ticket }) }
  }

  async function read(officer: Officer, number: string): Promise<TicketDetail> {
    const ticket = await find(officer, number)
    // the reading of confidential tickets is itself kept
    if (ticket.confidential)
      deps.log.info('confidential ticket read', { ticket: ticket.id, officer: officer.id })
    return detail(officer, ticket)
  }

  /** Reads, decides, writes what was decided on what was read; `null`: nothing is to be written. */
  async function act(
    officer: Officer,
    number: string,
    decide: (action: OfficerAction) => TicketCommit | null | Promise<TicketCommit | null>,
  ): Promise<TicketDetail> {
    for (let tries = 0; tries < TRIES; tries++) {
      const ticket = await find(officer, number)
      const commit = await decide({ officer, ticket, now: deps.now() })
      if (!commit) return detail(officer, ticket)
      if (await store.commit(commit)) {
        ring(deps.notifier, ticket, commit)
        return detail(officer, await find(officer, number))
      }
    }
    throw new OperationRefused('busy')
  }

  return {
    queue: (officer, filter, page) => store.list(ticketScope(officer), filter, page, deps.now()),
    read,
    assign: (officer, number, to = officer.id) =>
      act(officer, number, async (action) => {
        const assignee = to === officer.id ? officer : await assigneeFor(deps, action, to)
        const has = action.ticket.assignee?.id === to && action.ticket.state !== 'closed'
        return has ? null : assigned(action, assignee)
      }),
    release: (officer, number) => act(officer, number, released),
    reply(officer, number, reply) {
      const text = cleanText(reply.text, 'text')
      const command = reply.awaitsAnswer ? 'ask' : 'reply'
      let seen = reply.ifSeen
      return act(officer, number, async (action) => {
        seen ??= action.ticket.seq
        if (await isRepeatedReply(store, action, seen, text)) return null
        return replied(action, command, text, replyText(deps.texts, action.ticket, 'officer.reply', text))
      })
    },
    note(officer, number, typed) {
      const text = cleanText(typed, 'text')
      return act(officer, number, (action) => noted(action, text))
    },
    close(officer, number, typed) {
      const resolution = cleanText(typed, 'resolution')
      return act(officer, number, async (action) => {
        const events = await store.events(action.ticket.id, 0)
        const lastReply = events.findLast((event) => event.kind === 'reply')?.text ?? null
        const words = replyText(deps.texts, action.ticket, 'officer.closed', resolution)
        return closed(action, resolution, words, lastReply)
      })
    },
    reopen: (officer, number) => act(officer, number, reopened),
    async file(officer, number, fileId) {
      const ticket = await find(officer, number)
      return openFile(deps, ticket, fileId)
    },
  }
}

async function assigneeFor({ officers }: TicketsDeps, action: OfficerAction, to: string): Promise<Officer> {
  if (action.officer.role !== 'supervisor') throw new OperationRefused('supervisors-only')
  const found = await officers.findById(to)
  if (!found?.active || !inScope(ticketScope(found), action.ticket))
    throw new OperationRefused('unknown-officer', { field: 'officer' })
  return found
}

function ring(notifier: Notifier, ticket: TicketRecord, commit: TicketCommit): void {
  if (commit.outbound) notifier.wakeDelivery(ticket.channel, [ticket.chatId])
  if (commit.input) notifier.wakeConversations([ticket.chatId])
}
