import type { ChannelName } from '../../../../model/messages/channel.ts'
import type { TicketState } from '../../../../model/tickets/lifecycle.ts'
import type { QueueCursor, QueuePage } from '../../../../desk/ports/tickets.ts'
import { unprepared, type Statement } from '../statement.ts'
import { SUMMARY_FROM, SUMMARY_COLUMNS, type SummaryRow } from './summary.ts'

// SQL because each order is an index, a page begins behind a key of several columns, and words are found by full-text search.

/** Characters of the story a list needs. */
const BEGINNING = 400

interface Order {
  readonly sort: string
  /** Which side of the last ticket's key the next page is on. */
  readonly next: string
}

/** Every key is an index: `ticket_queue`, `ticket_queue_office` and `ticket_opened_at_id_idx`. */
const ORDERS: Readonly<Record<QueuePage['order'], Order>> = {
  queue: {
    sort: '(t.closed_at IS NOT NULL), t.priority, t.due, t.id',
    next: '((t.closed_at IS NOT NULL), t.priority, t.due, t.id) > (:closed::bool, :priorityAfter::int, :dueAfter::date, :idAfter::uuid)',
  },
  newest: {
    sort: 't.opened_at DESC, t.id DESC',
    next: '(t.opened_at, t.id) < (to_timestamp(:openedAfter::float8 / 1000), :idAfter::uuid)',
  },
  oldest: {
    sort: 't.opened_at, t.id',
    next: '(t.opened_at, t.id) > (to_timestamp(:openedAfter::float8 / 1000), :idAfter::uuid)',
  },
}

/** Found through the index of words first: walking the queue's order until a rare word turns up would read every ticket. */
const TOLD = `told AS MATERIALIZED (
  SELECT id FROM ticket WHERE :words::text IS NOT NULL AND to_tsvector('simple', story) @@ to_tsquery('simple', :words))`

/** Scope first: what an officer may not see is not there to be filtered, counted or paged over. */
const WHERE = `(:scopeOffice::text IS NULL OR t.office = :scopeOffice) AND (:scopeConfidential::bool OR NOT t.confidential)
  AND (:states::"TicketState"[] IS NULL OR t.state = ANY(:states)) AND (NOT :openOnly::bool OR (t.closed_at IS NOT NULL) = false)
  AND (:office::text IS NULL OR t.office = :office) AND (:category::text IS NULL OR t.category = :category)
  AND (:assigneeId::uuid IS NULL OR t.assignee_id = :assigneeId) AND (NOT :unassigned::bool OR t.assignee_id IS NULL)
  AND (:channel::"Channel" IS NULL OR t.channel = :channel) AND (:priority::int IS NULL OR t.priority = :priority)
  AND (:number::text IS NULL OR t.number LIKE :number)
  AND (:words::text IS NULL OR t.id IN (SELECT id FROM told))
  AND (:from::date IS NULL OR t.opened_at >= :from::timestamp AT TIME ZONE coalesce(o.zone, 'Asia/Jakarta'))
  AND (:to::date IS NULL OR t.opened_at < (:to::date + 1)::timestamp AT TIME ZONE coalesce(o.zone, 'Asia/Jakarta'))`

export interface QueueValues {
  readonly now: number
  readonly scopeOffice: string | null
  readonly scopeConfidential: boolean
  readonly states: readonly TicketState[] | null
  readonly openOnly: boolean
  readonly office: string | null
  readonly category: string | null
  readonly assigneeId: string | null
  readonly unassigned: boolean
  readonly channel: ChannelName | null
  readonly priority: number | null
  /** A number, or its beginning and `%`. */
  readonly number: string | null
  /** A `tsquery`. */
  readonly words: string | null
  readonly from: string | null
  readonly to: string | null
  readonly limit: number
  /** The key of the page before, whichever columns the order needs. */
  readonly idAfter?: QueueCursor['id']
  readonly closed?: QueueCursor['closed']
  readonly priorityAfter?: QueueCursor['priority']
  readonly dueAfter?: QueueCursor['due']
  readonly openedAfter?: QueueCursor['openedAt']
}

/** Not prepared: PostgreSQL then plans for the filters that are really set. */
export function ticketPage(order: QueuePage['order'], first: boolean): Statement<QueueValues, SummaryRow> {
  const { sort, next } = ORDERS[order]
  return unprepared(
    `WITH ${TOLD} SELECT ${SUMMARY_COLUMNS}, left(t.story, ${BEGINNING}) AS story FROM ${SUMMARY_FROM}
      WHERE ${WHERE} ${first ? '' : `AND ${next}`} ORDER BY ${sort} LIMIT :limit`,
  )
}
