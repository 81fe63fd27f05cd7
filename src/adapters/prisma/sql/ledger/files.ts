import type { PendingFile } from '../../../../desk/ports/ledger.ts'
import type { ChannelName } from '../../../../model/messages/channel.ts'
import { unprepared } from '../statement.ts'

// SQL because the row that keeps a file takes the place of the one that removes it in one statement, by the database's clock.

/** Bytes are put within this time, or their process has died. */
const UNDERWAY = `interval '1 hour'`

export const pendingFileRows = unprepared<
  { readonly channels: readonly ChannelName[]; readonly limit: number },
  PendingFile
>(
  `SELECT i.id AS "inboundId", i.chat_id AS "chatId", c.channel, i.ref, i.content FROM inbound i JOIN chat c ON c.id = i.chat_id
    WHERE i.done_at IS NULL AND i.ref IS NOT NULL AND i.held_until > now() AND c.channel = ANY(:channels::"Channel"[])
    ORDER BY i.seq LIMIT :limit`,
)

export const expectRemoval = unprepared<{ readonly id: string }, never>(
  `INSERT INTO file_removal (id, due_at) VALUES (:id, now() + ${UNDERWAY}) ON CONFLICT (id) DO NOTHING`,
)

/** A file's columns; all null when there is none. */
export interface FileValues {
  readonly id: string | null
  readonly chatId: string | null
  readonly sha256: string | null
  readonly mime: string | null
  readonly bytes: number | null
}

/**
 * The time a message is held decides, as it does for whoever takes it: a file that comes after that was already said not to have
 * come, and is removed.
 */
export const resolveHeldFile = unprepared<
  FileValues & { readonly inboundId: string; readonly content: string },
  never
>(
  `WITH came AS (
      UPDATE inbound SET content = :content::jsonb, ref = NULL, held_until = NULL
       WHERE id = :inboundId::uuid AND done_at IS NULL AND held_until > now() RETURNING id),
    expected AS (DELETE FROM file_removal WHERE id = :id::uuid AND EXISTS (SELECT FROM came) RETURNING id),
    late AS (UPDATE file_removal SET due_at = now() WHERE id = :id::uuid AND NOT EXISTS (SELECT FROM came))
    INSERT INTO stored_file (id, chat_id, sha256, mime, bytes) SELECT id, :chatId::uuid, :sha256, :mime, :bytes::int FROM expected`,
)

export const insertFile = unprepared<FileValues, never>(
  `WITH expected AS (DELETE FROM file_removal WHERE id = :id)
    INSERT INTO stored_file (id, chat_id, sha256, mime, bytes) VALUES (:id, :chatId, :sha256, :mime, :bytes)`,
)
