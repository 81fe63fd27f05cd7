import { inScope, scopeOf, type Officer } from '../../model/officer.ts'
import type { TicketCommand } from '../../model/ticket.ts'
import { parseTicketNumber } from '../../model/ticket-number.ts'
import { Refused } from '../errors.ts'
import type { Bells, Files, Log, Seal, Texts } from '../ports/channel.ts'
import type {
  OfficerStore,
  QueueFilter,
  QueuePage,
  TicketCommit,
  TicketEventRecord,
  TicketRecord,
  TicketStore,
  TicketSummary,
} from '../ports/officers.ts'
import { alreadySaid, kept, lettered } from './reply.ts'
import { allowed, assigned, closed, noted, released, reopened, replied, type Deed } from './actions.ts'
import { openFile } from './files.ts'
import { conversationOf, type ConversationItem } from './conversation.ts'

export interface TicketsDeps {
  readonly store: TicketStore
  readonly officers: Pick<OfficerStore, 'byId'>
  readonly files: Files
  readonly seal: Seal
  readonly texts: Texts
  readonly bells: Bells
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

/** Every verb of an officer. All throw `Refused`; a ticket out of the officer's scope is refused as `not-found`. */
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
    const ticket = written && (await store.find(scopeOf(officer), written, deps.now()))
    if (!ticket) throw new Refused('not-found')
    return ticket
  }

  async function detail(officer: Officer, ticket: TicketRecord): Promise<TicketDetail> {
    const [events, story] = await Promise.all([store.events(ticket.id, 0), store.story(ticket)])
    return { ticket, events, conversation: conversationOf(story), may: allowed({ officer, ticket }) }
  }

  async function read(officer: Officer, number: string): Promise<TicketDetail> {
    const ticket = await find(officer, number)
    // the reading of sealed tickets is itself kept
    if (ticket.sealed) deps.log.info('sealed ticket read', { ticket: ticket.id, officer: officer.id })
    return detail(officer, ticket)
  }

  /** Reads, decides, writes what was decided on what was read; `null`: nothing is to be written. */
  async function act(
    officer: Officer,
    number: string,
    decide: (deed: Deed) => TicketCommit | null | Promise<TicketCommit | null>,
  ): Promise<TicketDetail> {
    for (let tries = 0; tries < TRIES; tries++) {
      const ticket = await find(officer, number)
      const commit = await decide({ officer, ticket, now: deps.now() })
      if (!commit) return detail(officer, ticket)
      if (await store.commit(commit)) {
        ring(deps.bells, ticket, commit)
        return detail(officer, await find(officer, number))
      }
    }
    throw new Refused('busy')
  }

  return {
    queue: (officer, filter, page) => store.list(scopeOf(officer), filter, page, deps.now()),
    read,
    assign: (officer, number, to = officer.id) =>
      act(officer, number, async (deed) => {
        const assignee = to === officer.id ? officer : await assigneeFor(deps, deed, to)
        const has = deed.ticket.assignee?.id === to && deed.ticket.state !== 'closed'
        return has ? null : assigned(deed, assignee)
      }),
    release: (officer, number) => act(officer, number, released),
    reply(officer, number, reply) {
      const text = kept(reply.text, 'text')
      const command = reply.awaitsAnswer ? 'ask' : 'reply'
      let seen = reply.ifSeen
      return act(officer, number, async (deed) => {
        seen ??= deed.ticket.seq
        if (await alreadySaid(store, deed, seen, text)) return null
        return replied(deed, command, text, lettered(deps.texts, deed.ticket, 'officer.reply', text))
      })
    },
    note(officer, number, typed) {
      const text = kept(typed, 'text')
      return act(officer, number, (deed) => noted(deed, text))
    },
    close(officer, number, typed) {
      const resolution = kept(typed, 'resolution')
      return act(officer, number, async (deed) => {
        const events = await store.events(deed.ticket.id, 0)
        const lastReply = events.findLast((event) => event.kind === 'reply')?.text ?? null
        const words = lettered(deps.texts, deed.ticket, 'officer.closed', resolution)
        return closed(deed, resolution, words, lastReply)
      })
    },
    reopen: (officer, number) => act(officer, number, reopened),
    async file(officer, number, fileId) {
      const ticket = await find(officer, number)
      return openFile(deps, ticket, fileId)
    },
  }
}

async function assigneeFor({ officers }: TicketsDeps, deed: Deed, to: string): Promise<Officer> {
  if (deed.officer.role !== 'supervisor') throw new Refused('supervisors-only')
  const found = await officers.byId(to)
  if (!found?.active || !inScope(scopeOf(found), deed.ticket))
    throw new Refused('unknown-officer', { field: 'officer' })
  return found
}

function ring(bells: Bells, ticket: TicketRecord, commit: TicketCommit): void {
  if (commit.letter) bells.deliver(ticket.channel, [ticket.chatId])
  if (commit.input) bells.converse([ticket.chatId])
}
