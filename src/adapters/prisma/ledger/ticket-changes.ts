import type { CommitTurn, TicketChange } from '../../../desk/ports/ledger.ts'
import {
  ticketTransition,
  type TicketSnapshot,
  type TicketTrigger,
} from '../../../model/tickets/lifecycle.ts'
import { newId } from '../../ids.ts'
import { lockTickets, type LockedTicketRow } from '../sql/ledger/tickets.ts'
import type { Queryable } from '../sql/statement.ts'

interface Event {
  readonly id: string
  readonly seq: number
  readonly kind: string
  readonly text: string | null
  readonly data: unknown
}

/** A ticket as it will be after a turn, with the events that led there; names as the commit's SQL reads them. */
export interface ChangedTicket {
  readonly id: string
  readonly chatId: string
  readonly state: string
  readonly seq: number
  readonly reopened: boolean
  readonly withdrawn: boolean
  readonly rating: number | null
  readonly fileIds: readonly string[]
  readonly events: readonly Event[]
}

const HAPPENING: Readonly<Record<TicketChange['change'], TicketTrigger>> = {
  message: 'message',
  reopen: 'reopen',
  rate: 'rate',
  withdraw: 'withdraw',
}

/**
 * Locks the tickets these turns change and works out, by the pure life of a ticket, what becomes of them.
 * What the ticket refuses (rated twice, reopened while open) is left out: the officer got there first.
 */
export async function changedTickets(
  client: Queryable,
  turns: readonly CommitTurn[],
): Promise<ChangedTicket[]> {
  const changes = turns.flatMap((turn) =>
    turn.ticketChanges.map((change) => ({ ...change, chatId: turn.chatId })),
  )
  const rows = await lockTickets(client, { ids: changes.map((change) => change.ticketId) })
  return rows.map((row) => {
    const own = changes.filter((change) => change.ticketId === row.id && change.chatId === row.chatId)
    return { chatId: row.chatId, ...lived(row, own) }
  })
}

function lived(row: LockedTicketRow, changes: readonly TicketChange[]): Omit<ChangedTicket, 'chatId'> {
  let at: TicketSnapshot = row
  let rating: number | null = null
  const events: Event[] = []
  for (const change of changes) {
    const step = ticketTransition(at, HAPPENING[change.change])
    if (!step.ok) continue
    if (change.change === 'rate') rating = change.score ?? null
    at = { state: step.state, assigned: at.assigned, rated: at.rated || rating !== null }
    const data =
      change.fileIds.length > 0 ? { files: change.fileIds } : change.score ? { score: change.score } : null
    events.push({
      id: newId(),
      seq: row.seq + events.length + 1,
      kind: step.event,
      text: change.text || null,
      data,
    })
  }
  return {
    id: row.id,
    state: at.state,
    seq: row.seq + events.length,
    reopened: row.state === 'closed' && at.state !== 'closed',
    withdrawn: row.state !== 'closed' && at.state === 'closed',
    rating,
    fileIds: changes.flatMap((change) => change.fileIds),
    events,
  }
}
