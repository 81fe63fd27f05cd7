import type pg from 'pg'
import type { Input } from '../../../flows/engine/conversation.ts'
import type { ChatKey, InboundRow, TakenChat, TakenMessage } from '../../../desk/ports/ledger.ts'
import { present } from '../../errors.ts'
import { newId } from '../../ids.ts'
import {
  addAttempt,
  insertInboundRows,
  takeRows,
  unfinishedRows,
  upsertChatRows,
  type TakenRow,
} from '../sql/ledger/inbox.ts'
import { json } from '../sql/statement.ts'

/** See `Ledger.chatIds`. An address seen twice in one call is one chat. */
export async function upsertChats(
  pool: pg.Pool,
  office: string,
  keys: readonly ChatKey[],
): Promise<string[]> {
  const nameOf = ({ channel, addressHash }: Pick<ChatKey, 'channel' | 'addressHash'>) =>
    `${channel}\0${addressHash}`
  const unique = [...new Map(keys.map((key) => [nameOf(key), key])).values()]
  const chats = unique.map((key) => ({ id: newId(), ...key }))
  const rows = await upsertChatRows(pool, { chats, office })
  const ids = new Map(rows.map((row) => [nameOf(row), row.id]))
  return keys.map((key) => present(ids.get(nameOf(key)), 'the id of a chat'))
}

/** See `Ledger.accept`. */
export async function insertInbound(
  pool: pg.Pool,
  rows: readonly InboundRow[],
): Promise<{ id: string; chatId: string }[]> {
  const messages = rows.map(({ content, fileReference: ref, fileWaitMs: holdMs, ...row }) => {
    return { ...row, content: json(content), ref, holdMs }
  })
  return insertInboundRows(pool, { messages })
}

/** See `Ledger.take`. */
export async function takeChats(pool: pg.Pool, chatIds: readonly string[]): Promise<TakenChat[]> {
  const taken = new Map<string, TakenChat & { inbox: TakenMessage[] }>()
  for (const row of await takeRows(pool, { chatIds })) {
    const chat = taken.get(row.chatId) ?? takenChat(row)
    chat.inbox.push(takenMessage(row))
    taken.set(row.chatId, chat)
  }
  return [...taken.values()]
}

function takenChat(row: TakenRow): TakenChat & { inbox: TakenMessage[] } {
  const { chatId: id, channel, address, state, version } = row
  const openTicket = row.ticketId
    ? {
        id: row.ticketId,
        number: row.ticketNumber,
        confidential: row.ticketConfidential,
        answeredAt: row.ticketAnswered?.getTime() ?? null,
      }
    : null
  return { id, channel, address, state, version, openTicket, inbox: [] }
}

function takenMessage({ id, kind, content, file, attempts, ageMs }: TakenRow): TakenMessage {
  // what is no message was put into the inbox as the whole input
  const input = (kind === 'message' ? { kind, content } : content) as Input
  return { id, input, file, attempts, ageMs }
}

/** Notes that a message's turn failed for a reason of its own. */
export async function countAttempts(pool: pg.Pool, ids: readonly string[]): Promise<void> {
  await addAttempt(pool, { ids })
}

/** See `Ledger.unfinished`. */
export async function unfinishedChats(pool: pg.Pool, olderThanMs: number, limit: number): Promise<string[]> {
  const rows = await unfinishedRows(pool, { olderThanMs, limit })
  return rows.map((row) => row.chatId)
}
