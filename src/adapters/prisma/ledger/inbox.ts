import type pg from 'pg'
import type { Input } from '../../../flows/engine/conversation.ts'
import type { ChatKey, InboundRow, TakenChat, TakenMessage } from '../../../desk/ports/ledger.ts'
import { INBOX_TAKE_LIMIT } from '../../../desk/ports/ledger.ts'
import { newId } from '../../ids.ts'

/** See `Ledger.chats`. A name that changed is kept; an address seen twice in one call is one chat. */
export async function upsertChats(
  pool: pg.Pool,
  office: string,
  keys: readonly ChatKey[],
): Promise<string[]> {
  const unique = [...new Map(keys.map((key) => [`${key.channel}\0${key.addressHash}`, key])).values()]
  const { rows } = await pool.query({
    name: 'chats',
    text: `INSERT INTO chat (id, channel, address_hash, address, name, office)
      SELECT x.id, x.channel, x.hash, x.address, x.name, $6
        FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) x(id, channel, hash, address, name)
      ON CONFLICT (channel, address_hash) DO UPDATE SET name = coalesce(excluded.name, chat.name)
      RETURNING id, channel, address_hash`,
    values: [
      unique.map(() => newId()),
      unique.map((key) => key.channel),
      unique.map((key) => key.addressHash),
      unique.map((key) => key.address),
      unique.map((key) => key.name),
      office,
    ],
  })
  const ids = new Map(rows.map((row) => [`${row.channel}\0${row.address_hash}`, row.id as string]))
  return keys.map((key) => ids.get(`${key.channel}\0${key.addressHash}`)!)
}

/** See `Ledger.accept`: one statement for many, repeats refused by the unique index. */
export async function insertInbound(
  pool: pg.Pool,
  rows: readonly InboundRow[],
): Promise<{ id: string; chatId: string }[]> {
  const result = await pool.query({
    name: 'accept',
    text: `INSERT INTO inbound (id, chat_id, external_id, kind, content, ref, held_until)
      SELECT x.id, x.chat_id, x.external_id, 'message', x.content::jsonb, x.ref, now() + x.hold * interval '1 millisecond'
        FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::float8[])
          WITH ORDINALITY x(id, chat_id, external_id, content, ref, hold, ord)
       ORDER BY x.ord
      ON CONFLICT (chat_id, external_id) DO NOTHING
      RETURNING id, chat_id`,
    values: [
      rows.map((row) => row.id),
      rows.map((row) => row.chatId),
      rows.map((row) => row.externalId),
      rows.map((row) => JSON.stringify(row.content)),
      rows.map((row) => row.fileReference),
      rows.map((row) => row.fileWaitMs),
    ],
  })
  return result.rows.map((row) => ({ id: row.id, chatId: row.chat_id }))
}

/** See `Ledger.take`. */
export async function takeChats(pool: pg.Pool, chatIds: readonly string[]): Promise<TakenChat[]> {
  const { rows } = await pool.query({
    name: 'take',
    text: `SELECT c.id AS chat_id, c.channel, c.address, c.state, c.version,
        t.id AS ticket_id, t.number AS ticket_number, t.confidential AS ticket_sealed,
        i.id, i.kind, i.content, i.attempts,
        CASE WHEN i.held_until IS NULL THEN 'none' WHEN i.held_until > now() THEN 'waits' ELSE 'gave-up' END AS file
      FROM chat c
      JOIN LATERAL (SELECT * FROM inbound WHERE chat_id = c.id AND done_at IS NULL ORDER BY seq LIMIT ${INBOX_TAKE_LIMIT}) i ON true
      LEFT JOIN LATERAL (SELECT id, number, confidential FROM ticket WHERE chat_id = c.id AND closed_at IS NULL
        ORDER BY opened_at DESC LIMIT 1) t ON true
      WHERE c.id = ANY($1::uuid[])
      ORDER BY c.id, i.seq`,
    values: [chatIds],
  })
  const taken = new Map<string, TakenChat & { inbox: TakenMessage[] }>()
  for (const row of rows) {
    const chat = taken.get(row.chat_id) ?? takenChat(row)
    chat.inbox.push(takenMessage(row))
    taken.set(row.chat_id, chat)
  }
  return [...taken.values()]
}

interface Row {
  chat_id: string
  channel: TakenChat['channel']
  address: string
  state: unknown
  version: number
  ticket_id: string | null
  ticket_number: string
  ticket_sealed: boolean
}

function takenChat(row: Row): TakenChat & { inbox: TakenMessage[] } {
  const { chat_id: id, channel, address, state, version } = row
  const openTicket = row.ticket_id
    ? { id: row.ticket_id, number: row.ticket_number, confidential: row.ticket_sealed }
    : null
  return { id, channel, address, state, version, openTicket, inbox: [] }
}

function takenMessage(row: {
  id: string
  kind: string
  content: unknown
  file: TakenMessage['file']
  attempts: number
}): TakenMessage {
  const input = row.kind === 'message' ? { kind: 'message', content: row.content } : row.content
  return {
    id: row.id,
    input: input as Input,
    file: row.file,
    attempts: row.attempts,
  }
}

/** Notes that a message's turn failed for a reason of its own. */
export async function countAttempts(pool: pg.Pool, inboundIds: readonly string[]): Promise<void> {
  await pool.query('UPDATE inbound SET attempts = attempts + 1 WHERE id = ANY($1::uuid[])', [inboundIds])
}

/** See `Ledger.unfinished`. */
export async function unfinishedChats(pool: pg.Pool, olderThanMs: number, limit: number): Promise<string[]> {
  const { rows } = await pool.query(
    `SELECT chat_id FROM inbound
      WHERE done_at IS NULL AND received_at < now() - make_interval(secs => $1 / 1000.0) AND (held_until IS NULL OR held_until < now())
      GROUP BY chat_id ORDER BY min(seq) LIMIT $2`,
    [olderThanMs, limit],
  )
  return rows.map((row) => row.chat_id)
}
