import type { DeliveryOutcome } from '../../../../desk/ports/ledger.ts'
import type { ChannelName } from '../../../../model/messages/channel.ts'
import type { ChoiceLabel } from '../../../../model/messages/content.ts'
import type { Card } from '../../../../model/messages/card.ts'
import { instanceDead } from '../locks.ts'
import { prepared, rowsOf, unprepared } from '../statement.ts'

// SQL because who may send is decided by row locks and advisory locks, for many chats at once.

/** What this process holds but has not in hand for so long was let slip (a failed release): it may be taken again. */
const SLIPPED = `interval '30 seconds'`

/** Nobody holds it: no lease, a slipped one of our own, or one of a process that died. */
const FREE = `(o.lease IS NULL OR (o.lease = :instance AND o.due_at < now() - ${SLIPPED}) OR (o.lease <> :instance AND ${instanceDead('o.lease')}))`

const OUTCOME = {
  id: 'uuid',
  chatId: 'uuid',
  state: '"OutboundState"',
  externalId: 'text',
  failure: '"DeliveryFailure"',
  retryInMs: 'float8',
  gone: 'bool',
} as const

/** A person who is gone is marked so on the chat, in the same statement. */
export const updateOutcomes = prepared<{ readonly outcomes: readonly DeliveryOutcome[] }, never>(
  'sent',
  `WITH x AS (SELECT * FROM ${rowsOf<DeliveryOutcome>('outcomes', OUTCOME)}),
    gone AS (UPDATE chat SET gone_at = now() FROM x WHERE x.gone AND chat.id = x."chatId")
    UPDATE outbound o SET state = x.state, external_id = x."externalId", failure = x.failure, attempts = o.attempts + 1, lease = NULL,
      due_at = coalesce(now() + x."retryInMs" * interval '1 millisecond', o.due_at), sent_at = CASE WHEN x.state = 'sent' THEN now() END
    FROM x WHERE o.id = x.id`,
)

export interface ClaimedRow {
  readonly id: string
  readonly seq: string
  readonly chatId: string
  readonly channel: ChannelName
  readonly address: string
  readonly text: string
  readonly choices: readonly ChoiceLabel[] | null
  readonly card: Card | null
  readonly question: number
  readonly attempts: number
  readonly officerId: string | null
  readonly ageMs: number
}

/** The chat's row is locked first, so that two processes cannot each take half of what a chat is to be sent. */
export const claimRows = prepared<
  { readonly chatIds: readonly string[]; readonly instance: number },
  ClaimedRow
>(
  'claim',
  `WITH held AS (SELECT id, channel, address FROM chat WHERE id = ANY(:chatIds::uuid[]) ORDER BY id FOR UPDATE SKIP LOCKED),
    oldest AS (SELECT DISTINCT ON (o.chat_id) o.* FROM outbound o JOIN held ON held.id = o.chat_id
      WHERE o.state = 'pending' ORDER BY o.chat_id, o.seq),
    due AS (SELECT o.chat_id FROM oldest o WHERE o.due_at <= now() AND ${FREE})
    UPDATE outbound o SET lease = :instance FROM held
     WHERE held.id = o.chat_id AND o.chat_id IN (SELECT chat_id FROM due) AND o.state = 'pending' AND ${FREE}
    RETURNING o.id, o.seq, o.chat_id AS "chatId", held.channel, held.address, o.text, o.choices, o.card, o.question, o.attempts,
      o.officer_id AS "officerId", extract(epoch FROM now() - o.created_at)::float8 * 1000 AS "ageMs"`,
)

export const releaseRows = unprepared<{ readonly ids: readonly string[]; readonly instance: number }, never>(
  `UPDATE outbound SET lease = NULL WHERE id = ANY(:ids::uuid[]) AND lease = :instance AND state = 'pending'`,
)

export const undeliveredRows = unprepared<
  { readonly instance: number; readonly channels: readonly ChannelName[]; readonly limit: number },
  { chatId: string; channel: ChannelName }
>(
  `SELECT o.chat_id AS "chatId", c.channel FROM outbound o JOIN chat c ON c.id = o.chat_id
    WHERE o.state = 'pending' AND o.due_at <= now() AND c.channel = ANY(:channels::"Channel"[]) AND ${FREE}
    GROUP BY o.chat_id, c.channel ORDER BY min(o.seq) LIMIT :limit`,
)
