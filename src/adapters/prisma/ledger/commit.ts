import type pg from 'pg'
import type { CommitTurn, CommitResult, NewOutbound, NewTicketRow } from '../../../desk/ports/ledger.ts'
import { newId } from '../../ids.ts'
import { inTransaction, isDataError } from '../pool.ts'
import { countAttempts } from './inbox.ts'
import {
  watchedApplicationIds,
  SUBSCRIPTION_CHANGES_SQL,
  subscriptionChangesJson,
  WOKEN_CHATS_SQL,
} from './subscriptions.ts'
import { changedTickets, type ChangedTicket } from './ticket-changes.ts'

/** See `Ledger.commit`. Turns that change a ticket take the ticket's row first; all others are one statement together. */
export async function commitTurns(
  pool: pg.Pool,
  instance: number,
  turns: readonly CommitTurn[],
): Promise<CommitResult> {
  const plain = turns.filter((turn) => turn.ticketChanges.length === 0)
  const changing = turns.filter((turn) => turn.ticketChanges.length > 0)
  const parts = await Promise.all([
    plain.length > 0 ? together(pool, plain, (some) => write(pool, instance, some, [])) : nothing,
    changing.length > 0 ? together(pool, changing, (some) => withTickets(pool, instance, some)) : nothing,
  ])
  return all(parts)
}

const nothing: CommitResult = { won: new Set(), leased: new Set(), woken: new Set() }

function all(parts: readonly CommitResult[]): CommitResult {
  const of = (name: keyof CommitResult) => new Set(parts.flatMap((part) => [...part[name]]))
  return { won: of('won'), leased: of('leased'), woken: of('woken') }
}

type Write = (turns: readonly CommitTurn[]) => Promise<CommitResult>

/** All at once; when one row is at fault, one by one, so that a single bad turn cannot hold up the others. */
async function together(pool: pg.Pool, turns: readonly CommitTurn[], run: Write): Promise<CommitResult> {
  try {
    return await run(turns)
  } catch (error) {
    if (!isDataError(error)) throw error
    if (turns.length > 1) {
      return all(await Promise.all(turns.map((turn) => together(pool, [turn], run))))
    }
    await countAttempts(
      pool,
      turns[0]!.handled.map((one) => one.inboundId),
    )
    throw error
  }
}

function withTickets(pool: pg.Pool, instance: number, turns: readonly CommitTurn[]): Promise<CommitResult> {
  return inTransaction(pool, async (client) =>
    write(client, instance, turns, await changedTickets(client, turns)),
  )
}

async function write(
  db: pg.Pool | pg.PoolClient,
  instance: number,
  turns: readonly CommitTurn[],
  changed: readonly ChangedTicket[],
): Promise<CommitResult> {
  const values = [
    ...turnValues(turns),
    ...letterValues(turns),
    instance,
    ticketJson(turns),
    JSON.stringify(changed),
    turns.map((turn) => turn.applicantWrote),
    cards(turns),
  ]
  // most turns wish for nothing: theirs stays the shorter statement
  const wishing = turns.some((turn) => turn.subscriptions.length > 0)
  const { rows } = wishing
    ? await db.query({
        name: 'commit and wish',
        text: WITH_WISHES,
        values: [...values, subscriptionChangesJson(turns), watchedApplicationIds(turns)],
      })
    : await db.query({ name: 'commit', text: STATEMENT, values })
  const of = (kind: string) => new Set<string>(rows.filter((row) => row.kind === kind).map((row) => row.id))
  return { won: of('won'), leased: of('leased'), woken: of('woken') }
}

/** A message lies in the inbox a moment before its turn begins: a story starts that much before its first turn. */
const UNDERWAY = `interval '5 seconds'`

/**
 * One statement for many chats. Only a chat whose version is still the one that was taken wins; everything else in the
 * statement hangs on that. A letter is leased to this process unless an older one of its chat waits for somebody else.
 */
const PARTS = `
WITH won AS (
  UPDATE chat SET state = x.state::jsonb, version = chat.version + 1, gone_at = CASE WHEN x.wrote THEN NULL ELSE gone_at END
    FROM unnest($1::uuid[], $2::int[], $3::text[], $18::bool[]) x(id, version, state, wrote)
   WHERE chat.id = x.id AND chat.version = x.version RETURNING chat.id),
done AS (
  UPDATE inbound i SET done_at = now(), confidential = x.confidential OR EXISTS (SELECT 1 FROM ticket t WHERE t.id = x.ticket AND t.confidential), ticket_id = coalesce(x.ticket, i.ticket_id)
    FROM unnest($4::uuid[], $5::uuid[], $6::bool[], $7::uuid[]) x(id, chat_id, confidential, ticket), won
   WHERE i.id = x.id AND won.id = x.chat_id),
opened AS (
  INSERT INTO ticket (id, number, kind, chat_id, channel, office, category, servqual, confidential, priority, lang, story, due, opened_at, story_from, updated_at)
  SELECT x.id, x.number, x.kind, x.chat_id, x.channel, x.office, x.category, x.servqual, x.confidential, x.priority, x.lang, x.story, x.due,
         to_timestamp(x.opened_at / 1000.0), now() - (x.opened_at - x.story_from) * interval '1 millisecond' - ${UNDERWAY}, now()
    FROM jsonb_to_recordset($16::jsonb) x(id uuid, number text, kind text, chat_id uuid, channel text, office text, category text,
         servqual text, confidential bool, priority int, lang text, story text, due date, opened_at float8, story_from float8)
    JOIN won ON won.id = x.chat_id),
opened_events AS (
  INSERT INTO ticket_event (id, ticket_id, seq, kind, text, data)
  SELECT x.event_id, x.id, 1, 'opened', x.story, x.data
    FROM jsonb_to_recordset($16::jsonb) x(id uuid, event_id uuid, chat_id uuid, story text, data jsonb) JOIN won ON won.id = x.chat_id),
changed AS (
  UPDATE ticket t SET state = x.state, seq = x.seq, closed_at = CASE WHEN x.reopened THEN NULL ELSE t.closed_at END,
         rating = coalesce(x.rating, t.rating), updated_at = now()
    FROM jsonb_to_recordset($17::jsonb) x(id uuid, chat_id uuid, state text, seq int, reopened bool, rating int)
    JOIN won ON won.id = x.chat_id WHERE t.id = x.id),
changed_events AS (
  INSERT INTO ticket_event (id, ticket_id, seq, kind, text, data)
  SELECT e.id, x.id, e.seq, e.kind, e.text, e.data
    FROM jsonb_to_recordset($17::jsonb) x(id uuid, chat_id uuid, events jsonb) JOIN won ON won.id = x.chat_id,
         jsonb_to_recordset(x.events) e(id uuid, seq int, kind text, text text, data jsonb)),
files AS (
  UPDATE stored_file f SET ticket_id = x.id
    FROM (SELECT id, chat_id, file_ids FROM jsonb_to_recordset($16::jsonb) o(id uuid, chat_id uuid, file_ids uuid[])
          UNION ALL SELECT id, chat_id, file_ids FROM jsonb_to_recordset($17::jsonb) c(id uuid, chat_id uuid, file_ids uuid[])) x
    JOIN won ON won.id = x.chat_id WHERE f.id = ANY(x.file_ids) AND f.chat_id = x.chat_id),
posted AS (
  INSERT INTO outbound (id, chat_id, text, choices, card, question, confidential, lease)
  SELECT x.id, x.chat_id, x.text, x.choices::jsonb, x.card::jsonb, x.question, x.confidential,
         CASE WHEN x.here AND NOT EXISTS (SELECT 1 FROM outbound o WHERE o.chat_id = x.chat_id AND o.state = 'pending'
           AND o.lease IS DISTINCT FROM $15::int) THEN $15::int END
    FROM unnest($8::uuid[], $9::uuid[], $10::text[], $11::text[], $12::int[], $13::bool[], $14::bool[], $19::text[])
      WITH ORDINALITY x(id, chat_id, text, choices, question, confidential, here, card, ord)
    JOIN won ON won.id = x.chat_id ORDER BY x.ord
  RETURNING id, lease)`
const RESULT = `
SELECT 'won' AS kind, id FROM won UNION ALL SELECT 'leased', id FROM posted WHERE lease IS NOT NULL`
const STATEMENT = PARTS + RESULT
const WITH_WISHES = PARTS + SUBSCRIPTION_CHANGES_SQL + RESULT + WOKEN_CHATS_SQL

/** $1…$7 */
function turnValues(turns: readonly CommitTurn[]): unknown[] {
  const handled = turns.flatMap((turn) => turn.handled.map((one) => ({ ...one, chatId: turn.chatId })))
  return [
    turns.map((turn) => turn.chatId),
    turns.map((turn) => turn.version),
    turns.map((turn) => JSON.stringify(turn.state)),
    handled.map((one) => one.inboundId),
    handled.map((one) => one.chatId),
    handled.map((one) => one.confidential),
    handled.map((one) => one.ticketId),
  ]
}

/** $8…$14 */
function letterValues(turns: readonly CommitTurn[]): unknown[] {
  const letters = turns.flatMap((turn) => turn.outbound.map((one) => ({ ...one, chatId: turn.chatId })))
  return [
    letters.map((one) => one.id),
    letters.map((one) => one.chatId),
    letters.map((one) => one.content.text),
    letters.map((one) => choicesJson(one)),
    letters.map((one) => one.content.question),
    letters.map((one) => one.confidential),
    letters.map((one) => one.local),
  ]
}

/** $19 */
function cards(turns: readonly CommitTurn[]): (string | null)[] {
  const letters = turns.flatMap((turn) => turn.outbound)
  return letters.map(({ content }) => (content.card ? JSON.stringify(content.card) : null))
}

function choicesJson({ content }: NewOutbound): string | null {
  return content.choices.length > 0 ? JSON.stringify(content.choices) : null
}

/** $16 */
function ticketJson(turns: readonly CommitTurn[]): string {
  return JSON.stringify(turns.flatMap((turn) => turn.newTickets.map((ticket) => openedJson(turn, ticket))))
}

function openedJson({ chatId, channel }: CommitTurn, ticket: NewTicketRow): Record<string, unknown> {
  const {
    id,
    number,
    kind,
    office,
    category,
    servqual,
    confidential,
    priority,
    lang,
    story,
    due,
    openedAt,
    storyFrom,
    files,
  } = ticket
  const fileIds = files.map((file) => file.id)
  return {
    id,
    number,
    kind,
    chat_id: chatId,
    channel,
    office,
    category,
    servqual,
    confidential,
    priority,
    lang,
    story,
    due,
    opened_at: openedAt,
    story_from: storyFrom,
    event_id: newId(),
    file_ids: fileIds,
    data: { files: fileIds },
  }
}
