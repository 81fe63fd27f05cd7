import type pg from 'pg'
import type { TicketScope } from '../../../model/officer.ts'
import type { TicketSummary, QueueFilter, QueueCursor, QueuePage } from '../../../desk/ports/tickets.ts'
import { ticketPage, type QueueValues } from '../sql/tickets/queue.ts'
import { toTicketSummary } from '../sql/tickets/summary.ts'

/** See `TicketStore.list`. */
export async function listTickets(
  pool: pg.Pool,
  scope: TicketScope,
  filter: QueueFilter,
  page: QueuePage,
  now: number,
): Promise<{ items: TicketSummary[]; more: boolean }> {
  const rows = await ticketPage(page.order, page.after === null)(pool, {
    now,
    scopeOffice: scope.office,
    scopeConfidential: scope.confidential,
    ...filterValues(filter),
    ...(page.after && keyValues(page.after)),
    limit: page.limit + 1,
  })
  return { items: rows.slice(0, page.limit).map(toTicketSummary), more: rows.length > page.limit }
}

function filterValues(filter: QueueFilter) {
  const { states, office, category, assignee, channel, priority, search, from, to } = filter
  return {
    states,
    openOnly: states !== null && !states.includes('closed'),
    office,
    category,
    assigneeId: assignee === null || assignee === 'none' ? null : assignee.id,
    unassigned: assignee === 'none',
    channel,
    priority,
    number: search && 'number' in search ? `${search.number}%` : null,
    words: search && 'words' in search ? search.words.map((word) => `${word}:*`).join(' & ') : null,
    from,
    to,
  }
}

function keyValues({ id, closed, priority, due, openedAt }: QueueCursor): Partial<QueueValues> {
  return { idAfter: id, closed, priorityAfter: priority, dueAfter: due, openedAfter: openedAt }
}
