import type pg from 'pg'
import type { Encryption } from '../../../desk/ports/channel.ts'
import type { EntryResult, EntrySource } from '../../../desk/ports/registry.ts'
import type { ApplicationEntry } from '../../../model/applications/import-rows.ts'
import { inTransaction } from '../pool.ts'
import { applicationId, birthHash } from './identity.ts'
import { insertStatusNews, applicationView } from '../sql/registry/status-news.ts'

/**
 * Rows are locked in the order of ids, so that two who enter the same application at once neither wait for each other in a circle
 * nor tell its watchers twice. The statement after it sees every watch that was set before the lock was had, and who sets one
 * later finds the new status (see ledger/wishes).
 */
const LOCK = 'SELECT id FROM application WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE'

/** Rows in, and news for those who watch them and were told another status. What another registry is asked for is told by that one. */
const STATEMENT = `
WITH given AS (
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::date[], $9::date[])
    x(id, number, birth_hash, office, status, name, visit_day, interview_day, issued_day)),
entered AS (
  INSERT INTO application AS a (id, number, birth_hash, office, status, name, visit_day, interview_day, issued_day, entered_at, entered_by)
  SELECT g.*, to_timestamp($10::float8 / 1000), $11 FROM given g ORDER BY g.id
  ON CONFLICT (id) DO UPDATE SET birth_hash = excluded.birth_hash, office = excluded.office, status = excluded.status,
    name = excluded.name, visit_day = excluded.visit_day, interview_day = excluded.interview_day, issued_day = excluded.issued_day,
    entered_at = excluded.entered_at, entered_by = excluded.entered_by
   WHERE $12::text IS NULL OR a.office = $12
  RETURNING *),
watching AS (
  UPDATE application_watch w SET status = e.status FROM entered e
   WHERE w.application_id = e.id AND w.status <> e.status AND w.until >= (to_timestamp($10::float8 / 1000) AT TIME ZONE 'Asia/Jakarta')::date
     AND NOT EXISTS (SELECT FROM registry_poll p WHERE p.kind = 'application' AND p.key = e.id)
  RETURNING w.chat_id, ${applicationView('e')} AS view),
told AS (${insertStatusNews('watching')})
SELECT id, NULL::uuid AS chat_id FROM entered UNION ALL SELECT NULL, chat_id FROM told`

/** See `RegistryBook.enterApplications`. */
export async function enterApplications(
  pool: pg.Pool,
  encryption: Encryption,
  rows: readonly ApplicationEntry[],
  { by, at, office }: EntrySource,
): Promise<EntryResult> {
  const ids = rows.map((row) => applicationId(encryption, row.number))
  const last = new Map(ids.map((id, index) => [id, index]))
  const kept = [...last.entries()].map(([id, index]) => ({ id, ...rows[index]! }))
  const values = [
    kept.map((row) => row.id),
    kept.map((row) => encryption.encrypt(row.number)),
    kept.map((row) => birthHash(encryption, row.number, row.birth)),
    kept.map((row) => row.office),
    kept.map((row) => row.status),
    kept.map((row) => row.name),
    kept.map((row) => row.visitDay),
    kept.map((row) => row.interviewDay),
    kept.map((row) => row.issuedDay),
    at,
    by,
    office,
  ]
  const result = await inTransaction(pool, async (client) => {
    await client.query({ name: 'lock applications', text: LOCK, values: [kept.map((row) => row.id)] })
    return client.query<{ id: string | null; chat_id: string | null }>({
      name: 'enter applications',
      text: STATEMENT,
      values,
    })
  })
  const entered = new Set(result.rows.flatMap((row) => row.id ?? []))
  return {
    refused: ids.flatMap((id, index) => (entered.has(id) ? [] : [index])),
    chatIds: [...new Set(result.rows.flatMap((row) => row.chat_id ?? []))],
  }
}

/** See `RegistryBook.othersApplications`. */
export async function applicationsOfOtherOffices(
  pool: pg.Pool,
  encryption: Encryption,
  rows: readonly ApplicationEntry[],
  office: string | null,
): Promise<readonly number[]> {
  if (office === null) return []
  const ids = rows.map((row) => applicationId(encryption, row.number))
  const { rows: found } = await pool.query<{ id: string }>({
    name: 'applications of others',
    text: 'SELECT id FROM application WHERE id = ANY($1::text[]) AND office <> $2',
    values: [ids, office],
  })
  const others = new Set(found.map((row) => row.id))
  return ids.flatMap((id, at) => (others.has(id) ? [at] : []))
}
