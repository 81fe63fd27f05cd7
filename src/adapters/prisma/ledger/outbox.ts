import type pg from 'pg'
import type { ChannelName } from '../../../model/messages/channel.ts'
import type { OutboundRow, DeliveryOutcome } from '../../../desk/ports/ledger.ts'
import {
  claimRows,
  releaseRows,
  undeliveredRows,
  updateOutcomes,
  type ClaimedRow,
} from '../sql/ledger/outbox.ts'

/** See `Ledger.recordOutcomes`. */
export async function recordOutcomes(pool: pg.Pool, outcomes: readonly DeliveryOutcome[]): Promise<void> {
  await updateOutcomes(pool, { outcomes })
}

/** See `Ledger.claim`: oldest first. */
export async function claimOutbound(
  pool: pg.Pool,
  instance: number,
  chatIds: readonly string[],
): Promise<OutboundRow[]> {
  const rows = await claimRows(pool, { chatIds, instance })
  rows.sort((a, b) => Number(BigInt(a.seq) - BigInt(b.seq)))
  return rows.map(outboundRow)
}

function outboundRow({ text, choices, question, card, ...row }: ClaimedRow): OutboundRow {
  return { ...row, content: { text, choices: choices ?? [], question, ...(card && { card }) } }
}

/** See `Ledger.release`. */
export async function releaseOutbound(
  pool: pg.Pool,
  instance: number,
  ids: readonly string[],
): Promise<void> {
  await releaseRows(pool, { ids, instance })
}

/** See `Ledger.undelivered`. */
export function undeliveredChats(
  pool: pg.Pool,
  instance: number,
  channels: readonly ChannelName[],
  limit: number,
): Promise<{ chatId: string; channel: ChannelName }[]> {
  return undeliveredRows(pool, { instance, channels, limit })
}
