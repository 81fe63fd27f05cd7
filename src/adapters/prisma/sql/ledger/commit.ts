import { prepared, rowsOf } from '../statement.ts'
import { SUBSCRIPTION_PARTS, WOKEN_CHATS, type SubscriptionValues } from './commit-subscriptions.ts'
import { TICKET_PARTS, type TicketValues } from './commit-tickets.ts'

// SQL because a turn is one statement for many chats: measured, it is the pace of the whole service (docs/decisions.md).

interface TurnRow {
  readonly chatId: string
  readonly version: number
  /** JSON */
  readonly state: string | undefined
  readonly wrote: boolean
}

interface DoneRow {
  readonly id: string
  readonly chatId: string
  readonly confidential: boolean
  readonly ticketId: string | null
}

export interface PostedRow {
  readonly id: string
  readonly chatId: string
  readonly text: string
  /** JSON, as is the card. */
  readonly choices: string | null
  readonly card: string | null
  readonly question: number
  readonly confidential: boolean
  readonly local: boolean
}

export interface CommitValues extends TicketValues {
  /** The process that commits. */
  readonly instance: number
  readonly turns: readonly TurnRow[]
  readonly done: readonly DoneRow[]
  readonly posted: readonly PostedRow[]
}

interface CommitRow {
  readonly kind: 'won' | 'leased' | 'woken'
  readonly id: string
}

/** Only a chat whose version is still the one that was taken wins. Every other part joins `won`: a lost turn leaves no trace. */
const WON = `
won AS (
  UPDATE chat SET state = x.state::jsonb, version = chat.version + 1, gone_at = CASE WHEN x.wrote THEN NULL ELSE gone_at END
    FROM ${rowsOf<TurnRow>('turns', { chatId: 'uuid', version: 'int', state: 'text', wrote: 'bool' })}
   WHERE chat.id = x."chatId" AND chat.version = x.version RETURNING chat.id)`

/** Messages that are done with. One that a confidential ticket took in is confidential from now on. */
const DONE = `
done AS (
  UPDATE inbound i SET done_at = now(), ticket_id = coalesce(x."ticketId", i.ticket_id),
         confidential = x.confidential OR EXISTS (SELECT 1 FROM ticket t WHERE t.id = x."ticketId" AND t.confidential)
    FROM ${rowsOf<DoneRow>('done', { id: 'uuid', chatId: 'uuid', confidential: 'bool', ticketId: 'uuid' })}, won
   WHERE i.id = x.id AND won.id = x."chatId")`

const POSTED_COLUMNS = {
  id: 'uuid',
  chatId: 'uuid',
  text: 'text',
  choices: 'text',
  card: 'text',
  question: 'int',
  confidential: 'bool',
  local: 'bool',
} as const

/** What is said, in its order. It is leased to this process unless something older of the chat waits for somebody else. */
const POSTED = `
posted AS (
  INSERT INTO outbound (id, chat_id, text, choices, card, question, confidential, lease)
  SELECT x.id, x."chatId", x.text, x.choices::jsonb, x.card::jsonb, x.question, x.confidential,
         CASE WHEN x.local AND NOT EXISTS (SELECT 1 FROM outbound o WHERE o.chat_id = x."chatId" AND o.state = 'pending'
           AND o.lease IS DISTINCT FROM :instance::int) THEN :instance::int END
    FROM ${rowsOf<PostedRow>('posted', POSTED_COLUMNS)}
    JOIN won ON won.id = x."chatId" ORDER BY x.place
  RETURNING id, lease)`

const RESULT = `SELECT 'won' AS kind, id FROM won UNION ALL SELECT 'leased', id FROM posted WHERE lease IS NOT NULL`

const PARTS = [WON, DONE, ...TICKET_PARTS, POSTED]

/** See `Ledger.commit`. */
export const commit = prepared<CommitValues, CommitRow>('commit', `WITH ${PARTS.join()} ${RESULT}`)

/** The same for turns that also want to be told later; most do not, and theirs stays the shorter statement. */
export const commitWithSubscriptions = prepared<CommitValues & SubscriptionValues, CommitRow>(
  'commit with subscriptions',
  `WITH ${[...PARTS, ...SUBSCRIPTION_PARTS].join()} ${RESULT} UNION ALL ${WOKEN_CHATS}`,
)
