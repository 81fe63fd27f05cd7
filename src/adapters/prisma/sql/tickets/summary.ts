import type { OfficerName, TicketSummary } from '../../../../desk/ports/tickets.ts'

type Moment = 'openedAt' | 'repliedAt' | 'closedAt' | 'updatedAt'

/** A ticket as SQL gives it; `SUMMARY_COLUMNS` selects it. */
export interface SummaryRow extends Omit<TicketSummary, Moment | 'assignee'> {
  readonly assigneeId: string | null
  readonly assigneeName: string | null
  readonly openedAt: Date
  readonly repliedAt: Date | null
  readonly closedAt: Date | null
  readonly updatedAt: Date
}

/** The moment `:now` (ms since epoch) as a day in the office's zone; an office no longer listed counts as Jakarta. */
const TODAY = `(to_timestamp(:now::float8 / 1000) AT TIME ZONE coalesce(o.zone, 'Asia/Jakarta'))::date`

/** Columns of a summary without the story; joins `t` ticket, `a` officer, `o` office. `:now` is ms since epoch. */
export const SUMMARY_COLUMNS = `t.id, t.number, t.kind, t.state, t.seq, t.priority, t.office, t.category, t.servqual, t.confidential, t.channel, t.lang,
  t.assignee_id AS "assigneeId", a.name AS "assigneeName", t.opened_at AS "openedAt", t.due,
  t.closed_at IS NULL AND t.due < ${TODAY} AS overdue,
  t.replied_at AS "repliedAt", t.closed_at AS "closedAt", t.updated_at AS "updatedAt", t.rating`

export const SUMMARY_FROM = `ticket t LEFT JOIN officer a ON a.id = t.assignee_id LEFT JOIN office o ON o.code = t.office`

export function toTicketSummary<Row extends SummaryRow>({ assigneeId, assigneeName, ...row }: Row) {
  return {
    ...row,
    assignee: toOfficerName(assigneeId, assigneeName),
    openedAt: row.openedAt.getTime(),
    repliedAt: row.repliedAt?.getTime() ?? null,
    closedAt: row.closedAt?.getTime() ?? null,
    updatedAt: row.updatedAt.getTime(),
  }
}

export function toOfficerName(id: string | null, name: string | null): OfficerName | null {
  return id === null ? null : { id, name: name ?? '' }
}
