import type pg from 'pg'
import type { TicketScope } from '../../../model/officer.ts'
import type { Encryption } from '../../../desk/ports/encryption.ts'
import type { TicketStore, TicketEventRecord, TicketRecord } from '../../../desk/ports/tickets.ts'
import type { Prisma } from '../client.ts'
import { ticketByNumber, ticketEvents, type RecordRow } from '../sql/tickets/record.ts'
import { toOfficerName, toTicketSummary } from '../sql/tickets/summary.ts'
import { commitOfficerAction } from './commit.ts'
import { readConversation } from './conversation.ts'
import { listTickets } from './queue.ts'

export { recordUndeliverable } from './undeliverable.ts'

/**
 * Tickets as officers see them, in PostgreSQL. Every call throws the database's error when it cannot be reached; `find` also when
 * the applicant's name was encrypted by a key that is gone.
 */
export function createTicketStore(pool: pg.Pool, prisma: Prisma, encryption: Encryption): TicketStore {
  return {
    list: (scope, filter, page, now) => listTickets(pool, scope, filter, page, now),
    find: (scope, number, now) => findTicket(pool, encryption, scope, number, now),
    events: (ticketId, after) => eventsOf(pool, ticketId, after),
    conversation: (ticket) => readConversation(pool, ticket),
    file: (ticket, fileId) => fileOf(prisma, ticket, fileId),
    commit: (change) => commitOfficerAction(pool, change),
  }
}

async function findTicket(
  pool: pg.Pool,
  encryption: Encryption,
  { office: scopeOffice, confidential: scopeConfidential }: TicketScope,
  number: string,
  now: number,
): Promise<TicketRecord | null> {
  const [row] = await ticketByNumber(pool, { now, number, scopeOffice, scopeConfidential })
  return row ? recordOf(row, encryption) : null
}

function recordOf({ chatName, storyFrom, ...row }: RecordRow, encryption: Encryption): TicketRecord {
  return {
    ...toTicketSummary(row),
    storyFrom: storyFrom.getTime(),
    applicantName: row.confidential || chatName === null ? null : encryption.decrypt(chatName),
  }
}

async function eventsOf(pool: pg.Pool, ticketId: string, after: number): Promise<TicketEventRecord[]> {
  const rows = await ticketEvents(pool, { ticketId, after })
  return rows.map(({ officerId, officerName, ...row }) => ({
    ...row,
    at: row.at.getTime(),
    officer: toOfficerName(officerId, officerName),
  }))
}

async function fileOf(prisma: Prisma, ticket: TicketRecord, id: string) {
  const file = await prisma.storedFile.findUnique({ where: { id, chatId: ticket.chatId } })
  return file && { mime: file.mime, ofTicket: file.ticketId === ticket.id }
}
