import type pg from 'pg'
import type { TicketScope } from '../../../model/officer.ts'
import type { QueueCursor, QueueFilter, QueuePage, TicketSummary } from '../../../desk/ports/tickets.ts'
import { SUMMARY_FROM, SUMMARY_COLUMNS, toTicketSummary, type SummaryRow } from './summary.ts'

/** Characters of the story a list needs. */
const BEGINNING = 400

interface Order {
  readonly sort: string
  /** Which side of the last ticket's key the next page is on. */
  readonly next: string
  readonly key: (after: QueueCursor) => readonly unknown[]
}

const byAge = ({ openedAt, id }: QueueCursor) => [openedAt, id]

/** Every key is an index: `ticket_queue`, `ticket_queue_office` and `ticket_opened_at_id_idx`. */
const ORDERS: Readonly<Record<QueuePage['order'], Order>> = {
  queue: {
    sort: '(t.closed_at IS NOT NULL), t.priority, t.due, t.id',
    next: '((t.closed_at IS NOT NULL), t.priority, t.due, t.id) > ($16::bool, $17::int, $18::date, $19::uuid)',
    key: ({ closed, priority, due, id }) => [closed, priority, due, id],
  },
  newest: {
    sort: 't.opened_at DESC, t.id DESC',
    next: '(t.opened_at, t.id) < (to_timestamp($16::float8 / 1000), $17::uuid)',
    key: byAge,
  },
  oldest: {
    sort: 't.opened_at, t.id',
    next: '(t.opened_at, t.id) > (to_timestamp($16::float8 / 1000), $17::uuid)',
    key: byAge,
  },
}

/** Found through the index of words first: walking the queue's order until a rare word turns up would read every ticket. */
const TOLD = `WITH told AS MATERIALIZED (
  SELECT id FROM ticket WHERE $13::text IS NOT NULL AND to_tsvector('simple', story) @@ to_tsquery('simple', $13))`

/** Scope first: what an officer may not see is not there to be filtered, counted or paged over. */
const WHERE = `($2::text IS NULL OR t.office = $2) AND ($3::bool OR NOT t.confidential)
  AND ($4::text[] IS NULL OR t.state = ANY($4)) AND (NOT $5::bool OR (t.closed_at IS NOT NULL) = false)
  AND ($6::text IS NULL OR t.office = $6) AND ($7::text IS NULL OR t.category = $7)
  AND ($8::uuid IS NULL OR t.assignee_id = $8) AND (NOT $9::bool OR t.assignee_id IS NULL)
  AND ($10::text IS NULL OR t.channel = $10) AND ($11::int IS NULL OR t.priority = $11)
  AND ($12::text IS NULL OR t.number LIKE $12)
  AND ($13::text IS NULL OR t.id IN (SELECT id FROM told))
  AND ($14::date IS NULL OR t.opened_at >= $14::timestamp AT TIME ZONE coalesce(o.zone, 'Asia/Jakarta'))
  AND ($15::date IS NULL OR t.opened_at < ($15::date + 1)::timestamp AT TIME ZONE coalesce(o.zone, 'Asia/Jakarta'))`

/** See `TicketStore.list`. Not a named statement: PostgreSQL then plans for the filters that are really set. */
export async function listTickets(
  pool: pg.Pool,
  scope: TicketScope,
  filter: QueueFilter,
  page: QueuePage,
  now: number,
): Promise<{ items: TicketSummary[]; more: boolean }> {
  const { sort, next, key } = ORDERS[page.order]
  const after = page.after ? key(page.after) : []
  const { rows } = await pool.query<SummaryRow>(
    `${TOLD} SELECT ${SUMMARY_COLUMNS}, left(t.story, ${BEGINNING}) AS story FROM ${SUMMARY_FROM} WHERE ${WHERE}
      ${page.after ? `AND ${next}` : ''} ORDER BY ${sort} LIMIT $${16 + after.length}`,
    [now, scope.office, scope.confidential, ...filterValues(filter), ...after, page.limit + 1],
  )
  return { items: rows.slice(0, page.limit).map(toTicketSummary), more: rows.length > page.limit }
}

/** $4…$15 */
function filterValues(filter: QueueFilter): unknown[] {
  const { states, office, category, assignee, channel, priority, search, from, to } = filter
  return [
    states,
    states !== null && !states.includes('closed'),
    office,
    category,
    assignee === null || assignee === 'none' ? null : assignee.id,
    assignee === 'none',
    channel,
    priority,
    search && 'number' in search ? `${search.number}%` : null,
    search && 'words' in search ? search.words.map((word) => `${word}:*`).join(' & ') : null,
    from,
    to,
  ]
}
