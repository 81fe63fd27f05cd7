import type pg from 'pg'
import type { ApplicationView } from '../../../flows/engine/conversation.ts'
import type { Encryption } from '../../../desk/ports/channel.ts'
import type { ApplicationQuery, RegistryWatches } from '../../../desk/ports/registry.ts'
import { decryptProof } from '../../registry/proof.ts'
import { notifyQuotaWatchers } from './enter-quota.ts'
import { insertStatusNews } from '../sql/registry/status-news.ts'

/** What is watched in another registry than our tables: what is due is marked as asked in the statement that hands it out. */
export function createRegistryWatches(pool: pg.Pool, encryption: Encryption): RegistryWatches {
  return {
    dueApplications: (day, everyMs, limit) => dueApplications(pool, encryption, day, everyMs, limit),
    notifyApplicationWatchers: (views) => tellApplications(pool, views),
    dueOffices: (day, everyMs, limit) => dueOffices(pool, day, everyMs, limit),
    notifyQuotaWatchers: (office, figures, at) => notifyQuotaWatchers(pool, office, figures, at),
  }
}

/** Nothing is asked of another registry any more: who watches is told of what is entered with us. */
export async function clearRegistryPolls(pool: pg.Pool): Promise<void> {
  await pool.query('DELETE FROM registry_poll')
}

const WATCHED =
  'EXISTS (SELECT FROM application_watch w WHERE w.application_id = p.key AND w.until >= $3::date)'

/** What nobody watches any more is forgotten on its turn. */
async function dueApplications(
  pool: pg.Pool,
  encryption: Encryption,
  day: string,
  everyMs: number,
  limit: number,
): Promise<ApplicationQuery[]> {
  const { rows } = await pool.query<{ proof: string }>({
    name: 'due applications',
    text: `WITH due AS (
        SELECT kind, key FROM registry_poll WHERE kind = 'application' AND asked_at <= now() - $1 * interval '1 millisecond'
         ORDER BY asked_at LIMIT $2 FOR UPDATE SKIP LOCKED),
      over AS (DELETE FROM registry_poll p USING due WHERE p.kind = due.kind AND p.key = due.key AND NOT ${WATCHED} RETURNING p.key),
      ended AS (DELETE FROM application_watch w USING over WHERE w.application_id = over.key AND w.until < $3::date)
      UPDATE registry_poll p SET asked_at = now() FROM due WHERE p.kind = due.kind AND p.key = due.key AND ${WATCHED}
      RETURNING p.proof`,
    values: [everyMs, limit, day],
  })
  return rows.flatMap(({ proof }) => decryptProof(encryption, proof) ?? [])
}

/** News for each watch that was told another status; the comparison and the news are one statement. */
async function tellApplications(pool: pg.Pool, views: readonly ApplicationView[]): Promise<string[]> {
  const { rows } = await pool.query<{ chat_id: string }>({
    name: 'tell applications',
    text: `WITH given AS (SELECT v->>'id' AS id, v - 'proof' AS view FROM jsonb_array_elements($1::jsonb) v),
      watching AS (
        UPDATE application_watch w SET status = g.view->>'status' FROM given g
         WHERE w.application_id = g.id AND w.status <> g.view->>'status' RETURNING w.chat_id, g.view),
      told AS (${insertStatusNews('watching')})
      SELECT DISTINCT chat_id FROM told`,
    values: [JSON.stringify(views)],
  })
  return rows.map((row) => row.chat_id)
}

/** A new watcher does not make an office due before its time. */
async function dueOffices(pool: pg.Pool, day: string, everyMs: number, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ key: string }>({
    name: 'due offices',
    text: `WITH due AS (
        SELECT w.office FROM (SELECT DISTINCT office FROM quota_watch WHERE until >= $3::date) w
          LEFT JOIN registry_poll p ON p.kind = 'office' AND p.key = w.office
         WHERE p.asked_at IS NULL OR p.asked_at <= now() - $1 * interval '1 millisecond'
         ORDER BY p.asked_at NULLS FIRST LIMIT $2)
      INSERT INTO registry_poll AS p (kind, key) SELECT 'office', office FROM due
      ON CONFLICT (kind, key) DO UPDATE SET asked_at = now() WHERE p.asked_at <= now() - $1 * interval '1 millisecond'
      RETURNING p.key`,
    values: [everyMs, limit, day],
  })
  return rows.map((row) => row.key)
}
