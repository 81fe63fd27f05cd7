import { prepared } from '../statement.ts'

// SQL because one statement marks what is due and puts it into the inbox: a kill leaves both or neither.

/** The external id keeps a timer single even if it were tried again. A wave of a quota watch that was given up meanwhile stays silent. */
export const releaseDueTimers = prepared<{ readonly limit: number }, { chatId: string }>(
  'release timers',
  `WITH due AS (
      SELECT * FROM timer WHERE done_at IS NULL AND due_at <= now() ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED),
    done AS (UPDATE timer t SET done_at = now() FROM due WHERE t.id = due.id),
    put AS (
      INSERT INTO inbound (id, chat_id, external_id, kind, content)
      SELECT gen_random_uuid(), due.chat_id, 'timer:' || due.id, due.kind::text::"InboundKind",
             CASE due.kind WHEN 'reminder' THEN jsonb_build_object('kind', due.kind, 'name', due.name, 'data', due.data)
               ELSE jsonb_build_object('kind', due.kind) || due.data END
        FROM due
       WHERE due.kind <> 'quota opened' OR EXISTS (SELECT 1 FROM quota_watch w WHERE w.chat_id = due.chat_id
             AND w.office = due.key AND w.told_at IS NOT NULL)
       ORDER BY due.due_at
      ON CONFLICT (chat_id, external_id) DO NOTHING
      RETURNING chat_id)
    SELECT DISTINCT chat_id AS "chatId" FROM put`,
)
