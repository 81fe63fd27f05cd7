import type pg from 'pg'
import type { ChannelName } from '../../../model/messages/channel.ts'
import type { OutboundRow, DeliveryOutcome } from '../../../desk/ports/ledger.ts'
import { instanceDeadSql } from '../instance.ts'

/** A letter this process holds but has not in hand for so long was let slip (a failed release): it may be taken again. */
const SLIPPED = `interval '30 seconds'`

/** See `Ledger.sent`. A person who is gone is marked so on the chat, in the same statement. */
export async function recordOutcomes(pool: pg.Pool, outcomes: readonly DeliveryOutcome[]): Promise<void> {
  await pool.query({
    name: 'sent',
    text: `WITH x AS (
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::bool[])
          x(id, chat_id, state, external_id, failure, wait, gone)),
      gone AS (UPDATE chat SET gone_at = now() FROM x WHERE x.gone AND chat.id = x.chat_id)
      UPDATE outbound o SET state = x.state, external_id = x.external_id, failure = x.failure, attempts = o.attempts + 1, lease = NULL,
        due_at = coalesce(now() + x.wait * interval '1 millisecond', o.due_at), sent_at = CASE WHEN x.state = 'sent' THEN now() END
      FROM x WHERE o.id = x.id`,
    values: [
      outcomes.map((outcome) => outcome.id),
      outcomes.map((outcome) => outcome.chatId),
      outcomes.map((outcome) => outcome.state),
      outcomes.map((outcome) => outcome.externalId),
      outcomes.map((outcome) => outcome.failure),
      outcomes.map((outcome) => outcome.retryInMs),
      outcomes.map((outcome) => outcome.gone),
    ],
  })
}

/** See `Ledger.claim`. The chat row is locked first, so that two processes cannot each take half of a chat's letters. */
export async function claimOutbound(
  pool: pg.Pool,
  instance: number,
  chatIds: readonly string[],
): Promise<OutboundRow[]> {
  const free = `(o.lease IS NULL OR (o.lease = $2 AND o.due_at < now() - ${SLIPPED}) OR (o.lease <> $2 AND ${instanceDeadSql('o.lease')}))`
  const { rows } = await pool.query({
    name: 'claim',
    text: `WITH held AS (SELECT id, channel, address FROM chat WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE SKIP LOCKED),
      oldest AS (SELECT DISTINCT ON (o.chat_id) o.* FROM outbound o JOIN held ON held.id = o.chat_id
        WHERE o.state = 'pending' ORDER BY o.chat_id, o.seq),
      due AS (SELECT o.chat_id FROM oldest o WHERE o.due_at <= now() AND ${free})
      UPDATE outbound o SET lease = $2 FROM held
       WHERE held.id = o.chat_id AND o.chat_id IN (SELECT chat_id FROM due) AND o.state = 'pending' AND ${free}
      RETURNING o.id, o.seq, o.chat_id, held.channel, held.address, o.text, o.choices, o.card, o.question, o.attempts, o.officer_id,
        extract(epoch FROM now() - o.created_at)::float8 * 1000 AS age_ms`,
    values: [chatIds, instance],
  })
  rows.sort((a, b) => Number(BigInt(a.seq) - BigInt(b.seq)))
  return rows.map((row) => ({
    id: row.id,
    chatId: row.chat_id,
    channel: row.channel,
    address: row.address,
    content: {
      text: row.text,
      choices: row.choices ?? [],
      question: row.question,
      ...(row.card && { card: row.card }),
    },
    attempts: row.attempts,
    officerId: row.officer_id,
    ageMs: row.age_ms,
  }))
}

/** See `Ledger.release`. */
export async function releaseOutbound(
  pool: pg.Pool,
  instance: number,
  ids: readonly string[],
): Promise<void> {
  await pool.query(
    `UPDATE outbound SET lease = NULL WHERE id = ANY($1::uuid[]) AND lease = $2 AND state = 'pending'`,
    [ids, instance],
  )
}

/** See `Ledger.undelivered`. */
export async function undeliveredChats(
  pool: pg.Pool,
  instance: number,
  channels: readonly ChannelName[],
  limit: number,
) {
  const { rows } = await pool.query<{ chatId: string; channel: ChannelName }>(
    `SELECT o.chat_id AS "chatId", c.channel FROM outbound o JOIN chat c ON c.id = o.chat_id
      WHERE o.state = 'pending' AND o.due_at <= now() AND c.channel = ANY($2::text[])
        AND (o.lease IS NULL OR (o.lease = $1 AND o.due_at < now() - ${SLIPPED}) OR (o.lease <> $1 AND ${instanceDeadSql('o.lease')}))
      GROUP BY o.chat_id, c.channel ORDER BY min(o.seq) LIMIT $3`,
    [instance, channels, limit],
  )
  return rows
}
