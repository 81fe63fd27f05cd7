import type pg from 'pg'
import type { ChannelName } from '../../../model/messages/channel.ts'
import type { Card } from '../../../model/messages/card.ts'
import type { InboundContent } from '../../../model/messages/content.ts'
import type { HistoryItem } from '../../../desk/ports/channel.ts'

/** Items given at most: a page shows the latest of a long conversation. */
const LATEST = 200

/** See `Ledger.history`: inbox and outbox of one chat in their one order. A tap is shown as the label of its choice. */
export async function readHistory(
  pool: pg.Pool,
  channel: ChannelName,
  addressHash: string,
  after: string,
): Promise<HistoryItem[]> {
  const { rows } = await pool.query({
    name: 'history',
    text: `WITH c AS (SELECT id FROM chat WHERE channel = $1 AND address_hash = $2),
      items AS (
        SELECT seq, external_id AS id, 'person' AS source, NULL AS text, content AS body, NULL::jsonb AS card, 0 AS question, received_at AS at
          FROM inbound WHERE chat_id = (SELECT id FROM c) AND kind = 'message' AND seq > $3::bigint
        UNION ALL
        SELECT seq, NULL, CASE WHEN officer_id IS NULL THEN 'bot' ELSE 'officer' END, text, choices, card, question, created_at
          FROM outbound WHERE chat_id = (SELECT id FROM c) AND state IN ('pending', 'sent') AND seq > $3::bigint)
      SELECT * FROM (SELECT * FROM items ORDER BY seq DESC LIMIT ${LATEST}) latest ORDER BY seq`,
    values: [channel, addressHash, /^\d{1,18}$/.test(after) ? after : '0'],
  })
  const labels = new Map<string, string>()
  return rows.map((row) => item(row, labels))
}

type Row = {
  seq: string
  id: string | null
  source: HistoryItem['from']
  text: string | null
  body: unknown
  card: Card | null
  question: number
  at: Date
}

function item(row: Row, labels: Map<string, string>): HistoryItem {
  const base = { seq: row.seq, id: row.id, from: row.source, question: row.question, at: row.at.getTime() }
  if (row.source === 'person')
    return { ...base, text: saidBy(row.body as InboundContent, labels), choices: [], card: null }
  const choices = (row.body ?? []) as HistoryItem['choices']
  for (const choice of choices) labels.set(`${row.question} ${choice.id}`, choice.label)
  return { ...base, text: row.text ?? '', choices, card: row.card }
}

function saidBy(content: InboundContent, labels: Map<string, string>): string {
  if (content.kind === 'text') return content.text
  if (content.kind === 'choice') return labels.get(`${content.question} ${content.id}`) ?? '…'
  if (content.kind === 'media')
    return [`📎 ${content.file?.mime ?? content.media}`, content.caption].filter(Boolean).join(' ')
  return content.kind === 'location' ? '📍' : '…'
}
