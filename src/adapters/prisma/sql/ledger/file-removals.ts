import { prepared, unprepared } from '../statement.ts'

// SQL because what is looked through is a set (files of no ticket), and what is due is handed to one process only.

/** A file that nobody made part of a ticket is let go after this time … */
const LOOSE = `interval '24 hours'`
/** … or after this time, while a half-told story still holds it. */
const HALF_TOLD = `interval '30 days'`
/** Who was given a removal and died leaves it to the next after this time. */
const AGAIN = `interval '1 minute'`

/**
 * What stands in the story of a ticket (a photo in a flood of messages) is the ticket's from now on. A file that was carried,
 * waiting to hear what it is about, is no half-told story.
 */
export const abandonLooseFiles = unprepared<Record<string, never>, never>(
  `WITH loose AS (
      SELECT id, chat_id, created_at FROM stored_file WHERE ticket_id IS NULL AND created_at < now() - ${LOOSE}),
    told AS (
      SELECT DISTINCT ON (loose.id) loose.id, t.id AS ticket_id
        FROM loose JOIN inbound i ON i.chat_id = loose.chat_id AND i.content->'file'->>'id' = loose.id::text
        JOIN ticket t ON t.chat_id = loose.chat_id AND (t.confidential OR NOT i.confidential)
        JOIN ticket_event opened ON opened.ticket_id = t.id AND opened.seq = 1
       WHERE i.ticket_id = t.id OR i.received_at BETWEEN t.story_from AND opened.at
       ORDER BY loose.id, t.opened_at),
    kept AS (UPDATE stored_file f SET ticket_id = told.ticket_id FROM told WHERE f.id = told.id),
    gone AS (
      DELETE FROM stored_file f USING loose WHERE f.id = loose.id AND f.ticket_id IS NULL
         AND NOT EXISTS (SELECT FROM told WHERE told.id = loose.id)
         AND NOT EXISTS (SELECT FROM inbound i WHERE i.chat_id = loose.chat_id AND i.done_at IS NULL)
         AND NOT EXISTS (SELECT FROM chat c WHERE c.id = loose.chat_id AND loose.created_at > now() - ${HALF_TOLD}
               AND position(loose.id::text IN (c.state #- '{memo,carried}')::text) > 0)
      RETURNING f.id)
    INSERT INTO file_removal (id) SELECT id FROM gone`,
)

export const dueRemovals = prepared<{ readonly limit: number }, { id: string }>(
  'removable files',
  `UPDATE file_removal SET due_at = now() + ${AGAIN} WHERE id IN (
      SELECT id FROM file_removal WHERE due_at <= now() ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED) RETURNING id`,
)

export const deleteRemovals = unprepared<{ readonly ids: readonly string[] }, never>(
  'DELETE FROM file_removal WHERE id = ANY(:ids::uuid[])',
)
