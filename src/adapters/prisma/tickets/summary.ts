import type { ChannelName } from '../../../model/messages/channel.ts'
import type { TicketKind, TicketState } from '../../../model/tickets/lifecycle.ts'
import type { OfficerName, TicketSummary } from '../../../desk/ports/tickets.ts'

/** A ticket as SQL gives it; `SUMMARY` selects it. */
export interface SummaryRow {
  id: string
  number: string
  kind: TicketKind
  state: TicketState
  seq: number
  priority: number
  office: string
  category: string
  servqual: string | null
  confidential: boolean
  channel: ChannelName
  lang: string
  assignee_id: string | null
  assignee_name: string | null
  opened_at: Date
  due: string
  overdue: boolean
  replied_at: Date | null
  closed_at: Date | null
  updated_at: Date
  rating: number | null
  story: string
}

/** SQL: the moment `$1` (ms since epoch) as a day in the office's zone; an office no longer listed counts as Jakarta. */
const TODAY_SQL = `(to_timestamp($1::float8 / 1000) AT TIME ZONE coalesce(o.zone, 'Asia/Jakarta'))::date`

/** SQL: columns of a summary without the story; joins `t` ticket, `a` officer, `o` office. `$1` is now. */
export const SUMMARY_COLUMNS = `t.id, t.number, t.kind, t.state, t.seq, t.priority, t.office, t.category, t.servqual, t.confidential, t.channel, t.lang,
  t.assignee_id, a.name AS assignee_name, t.opened_at, t.due, t.closed_at IS NULL AND t.due < ${TODAY_SQL} AS overdue,
  t.replied_at, t.closed_at, t.updated_at, t.rating`

export const SUMMARY_FROM = `ticket t LEFT JOIN officer a ON a.id = t.assignee_id LEFT JOIN office o ON o.code = t.office`

export function toTicketSummary(row: SummaryRow): TicketSummary {
  const { assignee_id, assignee_name, opened_at, replied_at, closed_at, updated_at, ...same } = row
  return {
    ...same,
    assignee: toOfficerName(assignee_id, assignee_name),
    openedAt: opened_at.getTime(),
    repliedAt: replied_at?.getTime() ?? null,
    closedAt: closed_at?.getTime() ?? null,
    updatedAt: updated_at.getTime(),
  }
}

export function toOfficerName(id: string | null, name: string | null): OfficerName | null {
  return id === null ? null : { id, name: name ?? '' }
}
