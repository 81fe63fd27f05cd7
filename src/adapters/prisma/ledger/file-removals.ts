import type pg from 'pg'

/** A file that nobody made part of a ticket is let go after this time … */
const LOOSE = '24 hours'
/** … or after this time, while a half-told story still holds it. */
const HALF_TOLD = '30 days'
/** Who was given a removal and died leaves it to the next after this time. */
const AGAIN = '1 minute'

/**
 * See `Ledger.abandonFiles`. What stands in the story of a ticket (a photo in a flood of messages) is the ticket's from now on. A file
 * that was carried, waiting to hear what it is about, is no half-told story.
 */
export async function abandonFiles(pool: pg.Pool): Promise<void> {
  await pool.query(
    `WITH loose AS (
        SELECT id, chat_id, created_at FROM stored_file WHERE ticket_id IS NULL AND created_at < now() - interval '${LOOSE}'),
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
           AND NOT EXISTS (SELECT FROM chat c WHERE c.id = loose.chat_id AND loose.created_at > now() - interval '${HALF_TOLD}'
                 AND position(loose.id::text IN (c.state #- '{memo,carried}')::text) > 0)
        RETURNING f.id)
      INSERT INTO file_removal (id) SELECT id FROM gone`,
  )
}

/** See `Ledger.removableFiles`. */
export async function removableFiles(pool: pg.Pool, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'removable files',
    text: `UPDATE file_removal SET due_at = now() + interval '${AGAIN}' WHERE id IN (
        SELECT id FROM file_removal WHERE due_at <= now() ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING id`,
    values: [limit],
  })
  return rows.map((row) => row.id)
}

/** See `Ledger.removed`. */
export async function markFilesRemoved(pool: pg.Pool, fileIds: readonly string[]): Promise<void> {
  await pool.query('DELETE FROM file_removal WHERE id = ANY($1::uuid[])', [fileIds])
}
