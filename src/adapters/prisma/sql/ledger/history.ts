import type { ChannelName } from '../../../../model/messages/channel.ts'
import type { Card } from '../../../../model/messages/card.ts'
import type { ChoiceLabel, InboundContent } from '../../../../model/messages/content.ts'
import { prepared } from '../statement.ts'

// SQL because inbox and outbox are read as one list, in the order of the sequence they share.

/** Items given at most: a page shows the latest of a long conversation. */
const LATEST = 200

export type HistoryRow = {
  readonly seq: string
  readonly id: string | null
  readonly question: number
  readonly at: Date
} & (
  | { readonly source: 'person'; readonly content: InboundContent }
  | {
      readonly source: 'bot' | 'officer'
      readonly text: string
      readonly choices: readonly ChoiceLabel[] | null
      readonly card: Card | null
    }
)

export const historyRows = prepared<
  { readonly channel: ChannelName; readonly addressHash: string; readonly after: string },
  HistoryRow
>(
  'history',
  `WITH c AS (SELECT id FROM chat WHERE channel = :channel AND address_hash = :addressHash),
    items AS (
      SELECT seq, external_id AS id, 'person' AS source, content, NULL AS text, NULL::jsonb AS choices, NULL::jsonb AS card,
             0 AS question, received_at AS at
        FROM inbound WHERE chat_id = (SELECT id FROM c) AND kind = 'message' AND seq > :after::bigint
      UNION ALL
      SELECT seq, NULL, CASE WHEN officer_id IS NULL THEN 'bot' ELSE 'officer' END, NULL, text, choices, card, question, created_at
        FROM outbound WHERE chat_id = (SELECT id FROM c) AND state IN ('pending', 'sent') AND seq > :after::bigint)
    SELECT * FROM (SELECT * FROM items ORDER BY seq DESC LIMIT ${LATEST}) latest ORDER BY seq`,
)
