import type { ApplicationStatus } from '../../../../model/applications/status.ts'
import { prepared, rowsOf } from '../statement.ts'
import { applicationView, insertStatusNews } from './status-news.ts'

// SQL because an import enters thousands of rows and tells their watchers in one statement, and a turn looks up many at once.

interface ApplicationRow {
  readonly id: string
  /** Encrypted. */
  readonly number: string
  readonly birthHash: string
  readonly office: string
  readonly status: ApplicationStatus
  readonly name: string | null
  readonly visitDay: string | null
  readonly interviewDay: string | null
  readonly issuedDay: string | null
}

const APPLICATION = {
  id: 'text',
  number: 'text',
  birthHash: 'text',
  office: 'text',
  status: '"ApplicationStatus"',
  name: 'text',
  visitDay: 'date',
  interviewDay: 'date',
  issuedDay: 'date',
} as const

/**
 * Rows are locked in the order of ids, so that two who enter the same application at once neither wait for each other in a circle
 * nor tell its watchers twice. The statement after it sees every watch that was set before the lock was had, and who sets one
 * later finds the new status (see ledger/commit-subscriptions).
 */
export const lockApplications = prepared<{ readonly ids: readonly string[] }, { id: string }>(
  'lock applications',
  'SELECT id FROM application WHERE id = ANY(:ids::text[]) ORDER BY id FOR UPDATE',
)

interface EnterValues {
  readonly rows: readonly ApplicationRow[]
  /** ms since epoch */
  readonly at: number
  readonly by: string
  /** Applications of other offices are not touched; null: all. */
  readonly office: string | null
}

const ENTERED = `
entered AS (
  INSERT INTO application AS a (id, number, birth_hash, office, status, name, visit_day, interview_day, issued_day, entered_at, entered_by)
  SELECT x.id, x.number, x."birthHash", x.office, x.status, x.name, x."visitDay", x."interviewDay", x."issuedDay",
         to_timestamp(:at::float8 / 1000), :by FROM ${rowsOf<ApplicationRow>('rows', APPLICATION)} ORDER BY x.id
  ON CONFLICT (id) DO UPDATE SET birth_hash = excluded.birth_hash, office = excluded.office, status = excluded.status,
    name = excluded.name, visit_day = excluded.visit_day, interview_day = excluded.interview_day, issued_day = excluded.issued_day,
    entered_at = excluded.entered_at, entered_by = excluded.entered_by
   WHERE :office::text IS NULL OR a.office = :office
  RETURNING *)`

/** News for those who watch and were told another status. What another registry is asked for is told by that one. */
const WATCHING = `
watching AS (
  UPDATE application_watch w SET status = e.status FROM entered e
   WHERE w.application_id = e.id AND w.status IS DISTINCT FROM e.status AND w.until >= (to_timestamp(:at::float8 / 1000) AT TIME ZONE 'Asia/Jakarta')::date
     AND NOT EXISTS (SELECT FROM registry_poll p WHERE p.kind = 'application' AND p.key = e.id)
  RETURNING w.chat_id, ${applicationView('e')} AS view)`

/** Rows that went in, and chats that have news. */
export const enterRows = prepared<EnterValues, { id: string; chatId: null } | { id: null; chatId: string }>(
  'enter applications',
  `WITH ${ENTERED}, ${WATCHING}, told AS (${insertStatusNews('watching')})
    SELECT id, NULL::uuid AS "chatId" FROM entered UNION ALL SELECT NULL, chat_id FROM told`,
)

/** Which of these belong to another office. */
export const idsOfOtherOffices = prepared<
  { readonly ids: readonly string[]; readonly office: string },
  { id: string }
>('applications of others', 'SELECT id FROM application WHERE id = ANY(:ids::text[]) AND office <> :office')

export const applicationsById = prepared<
  { readonly ids: readonly string[] },
  Omit<ApplicationRow, 'number'> & { enteredAt: Date }
>(
  'applications',
  `SELECT id, birth_hash AS "birthHash", office, status, name, visit_day AS "visitDay", interview_day AS "interviewDay",
      issued_day AS "issuedDay", entered_at AS "enteredAt"
    FROM application WHERE id = ANY(:ids::text[])`,
)
