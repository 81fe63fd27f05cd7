import type pg from 'pg'
import type { ChannelName } from '../../../model/channel.ts'
import type { Content } from '../../../model/message.ts'
import type { HeldFile, NewFile } from '../../../desk/ports-ledger.ts'

/** See `Ledger.heldFiles`. */
export async function heldFiles(
  pool: pg.Pool,
  channels: readonly ChannelName[],
  limit: number,
): Promise<HeldFile[]> {
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

/** See `Ledger.fileCame`. A message that was already handled without its file keeps what was said; the file's row stays. */
export async function fileCame(
  pool: pg.Pool,
  inboundId: string,
  content: Content,
  file: NewFile | null,
): Promise<void> {
  await pool.query(
    `WITH kept AS (INSERT INTO stored_file (id, chat_id, sha256, mime, bytes)
        SELECT $3::uuid, $4::uuid, $5, $6, $7::int WHERE $3::uuid IS NOT NULL ON CONFLICT DO NOTHING)
      UPDATE inbound SET content = $2::jsonb, ref = NULL, held_until = NULL WHERE id = $1::uuid AND done_at IS NULL`,
    [inboundId, JSON.stringify(content), ...fileValues(file)],
  )
}

/** See `Ledger.keepFile`. */
export async function keepFile(pool: pg.Pool, file: NewFile): Promise<void> {
  await pool.query(
    'INSERT INTO stored_file (id, chat_id, sha256, mime, bytes) VALUES ($1, $2, $3, $4, $5)',
    fileValues(file),
  )
}

function fileValues(file: NewFile | null): unknown[] {
  return file ? [file.id, file.chatId, file.sha256, file.mime, file.bytes] : [null, null, null, null, null]
}
