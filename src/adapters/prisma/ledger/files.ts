import type pg from 'pg'
import type { ChannelName } from '../../../model/messages/channel.ts'
import type { InboundContent } from '../../../model/messages/content.ts'
import type { PendingFile, NewFile } from '../../../desk/ports/ledger.ts'

/** Bytes are put within this time, or their process has died. */
const UNDERWAY = '1 hour'

/** See `Ledger.heldFiles`. */
export async function pendingFiles(
  pool: pg.Pool,
  channels: readonly ChannelName[],
  limit: number,
): Promise<PendingFile[]> {
  const { rows } = await pool.query(
    `SELECT i.id, i.chat_id, c.channel, i.ref, i.content FROM inbound i JOIN chat c ON c.id = i.chat_id
      WHERE i.done_at IS NULL AND i.ref IS NOT NULL AND i.held_until > now() AND c.channel = ANY($1::text[]) ORDER BY i.seq LIMIT $2`,
    [channels, limit],
  )
  return rows.map((row) => ({
    inboundId: row.id,
    chatId: row.chat_id,
    channel: row.channel,
    ref: row.ref,
    content: row.content,
  }))
}

/** See `Ledger.expectFile`. */
export async function expectFile(pool: pg.Pool, fileId: string): Promise<void> {
  await pool.query(
    `INSERT INTO file_removal (id, due_at) VALUES ($1, now() + interval '${UNDERWAY}') ON CONFLICT (id) DO NOTHING`,
    [fileId],
  )
}

/**
 * See `Ledger.fileCame`. The time a message is held decides, as it does for whoever takes it: a file that comes after that was
 * already said not to have come, and is removed.
 */
export async function resolveFile(
  pool: pg.Pool,
  inboundId: string,
  content: InboundContent,
  file: NewFile | null,
): Promise<void> {
  await pool.query(
    `WITH came AS (
        UPDATE inbound SET content = $2::jsonb, ref = NULL, held_until = NULL
         WHERE id = $1::uuid AND done_at IS NULL AND held_until > now() RETURNING id),
      expected AS (DELETE FROM file_removal WHERE id = $3::uuid AND EXISTS (SELECT FROM came) RETURNING id),
      late AS (UPDATE file_removal SET due_at = now() WHERE id = $3::uuid AND NOT EXISTS (SELECT FROM came))
      INSERT INTO stored_file (id, chat_id, sha256, mime, bytes) SELECT id, $4::uuid, $5, $6, $7::int FROM expected`,
    [inboundId, JSON.stringify(content), ...fileValues(file)],
  )
}

/** See `Ledger.keepFile`. */
export async function saveFile(pool: pg.Pool, file: NewFile): Promise<void> {
  await pool.query(
    `WITH expected AS (DELETE FROM file_removal WHERE id = $1)
      INSERT INTO stored_file (id, chat_id, sha256, mime, bytes) VALUES ($1, $2, $3, $4, $5)`,
    fileValues(file),
  )
}

function fileValues(file: NewFile | null): unknown[] {
  return file ? [file.id, file.chatId, file.sha256, file.mime, file.bytes] : [null, null, null, null, null]
}
