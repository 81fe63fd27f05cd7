import type pg from 'pg'
import type { ChannelName } from '../../../model/messages/channel.ts'
import type { InboundContent } from '../../../model/messages/content.ts'
import type { HistoryItem } from '../../../desk/ports/channel.ts'
import { historyRows, type HistoryRow } from '../sql/ledger/history.ts'

/** See `Ledger.history`: inbox and outbox of one chat in their one order. A tap is shown as the label of its choice. */
export async function readHistory(
  pool: pg.Pool,
  channel: ChannelName,
  addressHash: string,
  after: string,
): Promise<HistoryItem[]> {
  const known = /^\d{1,18}$/.test(after) ? after : '0'
  const rows = await historyRows(pool, { channel, addressHash, after: known })
  const labels = new Map<string, string>()
  return rows.map((row) => item(row, labels))
}

function item(row: HistoryRow, labels: Map<string, string>): HistoryItem {
  const base = { seq: row.seq, id: row.id, from: row.source, question: row.question, at: row.at.getTime() }
  if (row.source === 'person') return { ...base, text: saidBy(row.content, labels), choices: [], card: null }
  const choices = row.choices ?? []
  for (const choice of choices) labels.set(`${row.question} ${choice.id}`, choice.label)
  return { ...base, text: row.text, choices, card: row.card }
}

function saidBy(content: InboundContent, labels: Map<string, string>): string {
  if (content.kind === 'text') return content.text
  if (content.kind === 'choice') return labels.get(`${content.question} ${content.id}`) ?? '…'
  if (content.kind === 'media')
    return [`📎 ${content.file?.mime ?? content.media}`, content.caption].filter(Boolean).join(' ')
  return content.kind === 'location' ? '📍' : '…'
}
