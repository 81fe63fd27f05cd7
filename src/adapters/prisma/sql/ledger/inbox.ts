import { INBOX_TAKE_LIMIT, type TakenMessage } from '../../../../desk/ports/ledger.ts'
import type { ChannelName } from '../../../../model/messages/channel.ts'
import { prepared, rowsOf, unprepared } from '../statement.ts'

// SQL because many chats share each statement of the hot path, and repeats are refused by the unique index.

interface NewChatRow {
  readonly id: string
  readonly channel: ChannelName
  readonly addressHash: string
  readonly address: string
  readonly name: string | null
}

const NEW_CHAT = {
  id: 'uuid',
  channel: '"Channel"',
  addressHash: 'text',
  address: 'text',
  name: 'text',
} as const

/** A name that changed is kept. */
export const upsertChatRows = prepared<
  { readonly chats: readonly NewChatRow[]; readonly office: string },
  { id: string; channel: ChannelName; addressHash: string }
>(
  'chats',
  `INSERT INTO chat (id, channel, address_hash, address, name, office)
    SELECT x.id, x.channel, x."addressHash", x.address, x.name, :office FROM ${rowsOf<NewChatRow>('chats', NEW_CHAT)}
    ON CONFLICT (channel, address_hash) DO UPDATE SET name = coalesce(excluded.name, chat.name)
    RETURNING id, channel, address_hash AS "addressHash"`,
)

interface NewInboundRow {
  readonly id: string
  readonly chatId: string
  readonly externalId: string
  /** JSON */
  readonly content: string
  readonly ref: string | null
  readonly holdMs: number | null
}

const NEW_INBOUND = {
  id: 'uuid',
  chatId: 'uuid',
  externalId: 'text',
  content: 'text',
  ref: 'text',
  holdMs: 'float8',
} as const

export const insertInboundRows = prepared<
  { readonly messages: readonly NewInboundRow[] },
  { id: string; chatId: string }
>(
  'accept',
  `INSERT INTO inbound (id, chat_id, external_id, kind, content, ref, held_until)
    SELECT x.id, x."chatId", x."externalId", 'message', x.content::jsonb, x.ref, now() + x."holdMs" * interval '1 millisecond'
      FROM ${rowsOf<NewInboundRow>('messages', NEW_INBOUND)} ORDER BY x.place
    ON CONFLICT (chat_id, external_id) DO NOTHING
    RETURNING id, chat_id AS "chatId"`,
)

export interface TakenRow {
  readonly chatId: string
  readonly channel: ChannelName
  readonly address: string
  readonly state: unknown
  readonly version: number
  readonly ticketId: string | null
  readonly ticketNumber: string
  readonly ticketConfidential: boolean
  readonly ticketAnswered: Date | null
  readonly id: string
  readonly kind: string
  readonly content: unknown
  readonly attempts: number
  readonly file: TakenMessage['file']
  readonly ageMs: number
}

/** Each chat with its oldest unfinished messages and the ticket that is open. */
export const takeRows = prepared<{ readonly chatIds: readonly string[] }, TakenRow>(
  'take',
  `SELECT c.id AS "chatId", c.channel, c.address, c.state, c.version,
      t.id AS "ticketId", t.number AS "ticketNumber", t.confidential AS "ticketConfidential", t.answered AS "ticketAnswered",
      i.id, i.kind, i.content, i.attempts,
      CASE WHEN i.held_until IS NULL THEN 'none' WHEN i.held_until > now() THEN 'waits' ELSE 'gave-up' END AS file,
      (extract(epoch FROM now() - i.received_at) * 1000)::float8 AS "ageMs"
    FROM chat c
    JOIN LATERAL (SELECT * FROM inbound WHERE chat_id = c.id AND done_at IS NULL ORDER BY seq LIMIT ${INBOX_TAKE_LIMIT}) i ON true
    LEFT JOIN LATERAL (SELECT id, number, confidential,
        CASE WHEN state IN ('waiting', 'answered') THEN updated_at END AS answered FROM ticket WHERE chat_id = c.id AND closed_at IS NULL
      ORDER BY opened_at DESC, id DESC LIMIT 1) t ON true
    WHERE c.id = ANY(:chatIds::uuid[])
    ORDER BY c.id, i.seq`,
)

export const addAttempt = unprepared<{ readonly ids: readonly string[] }, never>(
  'UPDATE inbound SET attempts = attempts + 1 WHERE id = ANY(:ids::uuid[])',
)

/** What seems to come from the future was received before the clock was set back. */
export const unfinishedRows = unprepared<
  { readonly olderThanMs: number; readonly limit: number },
  { chatId: string }
>(
  `SELECT chat_id AS "chatId" FROM inbound
    WHERE done_at IS NULL AND received_at NOT BETWEEN now() - make_interval(secs => :olderThanMs / 1000.0) AND now() AND (held_until IS NULL OR held_until < now())
    GROUP BY chat_id ORDER BY min(seq) LIMIT :limit`,
)
