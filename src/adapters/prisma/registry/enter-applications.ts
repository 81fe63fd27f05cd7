import type pg from 'pg'
import type { Seal } from '../../../desk/ports.ts'
import type { Entered, EnteredBy } from '../../../desk/ports-registry.ts'
import type { ApplicationEntry } from '../../../model/registry-rows.ts'
import { applicationId, birthHash } from './identity.ts'

/**
 * One statement: rows in, and news for those who watch them where the status changed. `was` is locked in the order of ids, so that
 * two who enter the same application at once neither wait for each other in a circle nor tell its watchers twice.
 */
const STATEMENT = `
WITH given AS (
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::date[], $9::date[])
    x(id, number, birth_hash, office, status, name, visit_day, interview_day, issued_day)),
was AS (SELECT a.id, a.status FROM application a WHERE a.id = ANY($1::text[]) ORDER BY a.id FOR UPDATE),
entered AS (
  INSERT INTO application AS a (id, number, birth_hash, office, status, name, visit_day, interview_day, issued_day, entered_at, entered_by)
  SELECT g.*, to_timestamp($10::float8 / 1000), $11 FROM given g WHERE (SELECT count(*) FROM was) >= 0 ORDER BY g.id
  ON CONFLICT (id) DO UPDATE SET birth_hash = excluded.birth_hash, office = excluded.office, status = excluded.status,
    name = excluded.name, visit_day = excluded.visit_day, interview_day = excluded.interview_day, issued_day = excluded.issued_day,
    entered_at = excluded.entered_at, entered_by = excluded.entered_by
   WHERE $12::text IS NULL OR a.office = $12
  RETURNING *),
told AS (
  INSERT INTO inbound (id, chat_id, external_id, kind, content)
  SELECT gen_random_uuid(), w.chat_id, 'application:' || e.id || ':' || gen_random_uuid(), 'application changed',
         jsonb_build_object('kind', 'application changed', 'application', jsonb_build_object('id', e.id, 'office', e.office,
           'status', e.status, 'name', e.name, 'visitDay', e.visit_day, 'interviewDay', e.interview_day, 'issuedDay', e.issued_day,
           'enteredAt', $10::float8))
    FROM entered e JOIN was ON was.id = e.id AND was.status <> e.status JOIN application_watch w ON w.application_id = e.id
  RETURNING chat_id)
SELECT id, NULL::uuid AS chat_id FROM entered UNION ALL SELECT NULL, chat_id FROM told`

/** See `RegistryBook.enterApplications`. */
export async function enterApplications(
  pool: pg.Pool,
  seal: Seal,
  rows: readonly ApplicationEntry[],
  { by, at, office }: EnteredBy,
): Promise<Entered> {
  const ids = rows.map((row) => applicationId(seal, row.number))
  const last = new Map(ids.map((id, index) => [id, index]))
  const kept = [...last.entries()].map(([id, index]) => ({ id, ...rows[index]! }))
  const result = await pool.query<{ id: string | null; chat_id: string | null }>({
    name: 'enter applications',
    text: STATEMENT,
    values: [
      kept.map((row) => row.id),
      kept.map((row) => seal.seal(row.number)),
      kept.map((row) => birthHash(seal, row.number, row.birth)),
      kept.map((row) => row.office),
      kept.map((row) => row.status),
      kept.map((row) => row.name),
      kept.map((row) => row.visitDay),
      kept.map((row) => row.interviewDay),
      kept.map((row) => row.issuedDay),
      at,
      by,
      office,
    ],
  })
  const entered = new Set(result.rows.flatMap((row) => row.id ?? []))
  return {
    refused: ids.flatMap((id, index) => (entered.has(id) ? [] : [index])),
    chatIds: [...new Set(result.rows.flatMap((row) => row.chat_id ?? []))],
  }
}
