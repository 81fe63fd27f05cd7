import { prepared } from '../statement.ts'
import { insertStatusNews } from './status-news.ts'

// SQL because what is due is marked as asked in the statement that hands it out: no two processes ask for it.

interface DueValues {
  readonly day: string
  readonly everyMs: number
  readonly limit: number
}

const WATCHED =
  'EXISTS (SELECT FROM application_watch w WHERE w.application_id = p.key AND w.until >= :day::date)'

/** What nobody watches any more is forgotten on its turn. */
export const takeDueApplications = prepared<DueValues, { proof: string }>(
  'due applications',
  `WITH due AS (
      SELECT kind, key FROM registry_poll WHERE kind = 'application' AND asked_at <= now() - :everyMs * interval '1 millisecond'
       ORDER BY asked_at LIMIT :limit FOR UPDATE SKIP LOCKED),
    over AS (DELETE FROM registry_poll p USING due WHERE p.kind = due.kind AND p.key = due.key AND NOT ${WATCHED} RETURNING p.key),
    ended AS (DELETE FROM application_watch w USING over WHERE w.application_id = over.key AND w.until < :day::date)
    UPDATE registry_poll p SET asked_at = now() FROM due WHERE p.kind = due.kind AND p.key = due.key AND ${WATCHED}
    RETURNING p.proof`,
)

/** A new watcher does not make an office due before its time. */
export const takeDueOffices = prepared<DueValues, { key: string }>(
  'due offices',
  `WITH due AS (
      SELECT w.office FROM (SELECT DISTINCT office FROM quota_watch WHERE until >= :day::date) w
        LEFT JOIN registry_poll p ON p.kind = 'office' AND p.key = w.office
       WHERE p.asked_at IS NULL OR p.asked_at <= now() - :everyMs * interval '1 millisecond'
       ORDER BY p.asked_at NULLS FIRST LIMIT :limit)
    INSERT INTO registry_poll AS p (kind, key) SELECT 'office', office FROM due
    ON CONFLICT (kind, key) DO UPDATE SET asked_at = now() WHERE p.asked_at <= now() - :everyMs * interval '1 millisecond'
    RETURNING p.key`,
)

/** News for each watch that was told another status; the comparison and the news are one statement. */
export const tellWatchers = prepared<{ readonly views: string }, { chatId: string }>(
  'tell watchers',
  `WITH given AS (SELECT v->>'id' AS id, (v->>'status')::"ApplicationStatus" AS status, v - 'proof' AS view FROM jsonb_array_elements(:views::jsonb) v),
    watching AS (
      UPDATE application_watch w SET status = g.status FROM given g
       WHERE w.application_id = g.id AND w.status IS DISTINCT FROM g.status RETURNING w.chat_id, g.view),
    told AS (${insertStatusNews('watching')})
    SELECT DISTINCT chat_id AS "chatId" FROM told`,
)
