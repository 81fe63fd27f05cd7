import type pg from 'pg'
import type { EntrySource } from '../../../desk/ports/registry.ts'
import type { QuotaFigure } from '../../../model/quota/figures.ts'
import { notificationBatches } from '../../../model/quota/notification.ts'
import type { QuotaEntry } from '../../../model/imports/quota-row.ts'
import { newId } from '../../ids.ts'
import { inTransaction } from '../pool.ts'

/** Name of the timers that carry a wave; the key is the office, so that one opening is told once. */
const NAME = 'quota opened'

/** Figures with places that a message can hold. */
const TOLD = 20

/** See `RegistryBook.enterFigures`. `chance` draws the order in which watchers are told. */
export async function enterQuotaFigures(
  pool: pg.Pool,
  rows: readonly QuotaEntry[],
  source: EntrySource,
  chance: () => number = Math.random,
): Promise<void> {
  const offices = [...new Set(rows.map((row) => row.office))].sort()
  await inTransaction(pool, async (client) => {
    await lock(client, offices)
    await write(client, rows, source)
    for (const office of offices) await tell(client, office, rows, source, chance)
  })
}

/** See `RegistryWatches.tellPlaces`. */
export async function notifyQuotaWatchers(
  pool: pg.Pool,
  office: string,
  figures: readonly QuotaFigure[],
  at: number,
  chance: () => number = Math.random,
): Promise<void> {
  const open = figures.filter((figure) => figure.left > 0)
  await inTransaction(pool, async (client) => {
    await lock(client, [office])
    if (open.length > 0) await opened(client, office, open, at, chance)
    else
      await client.query('UPDATE quota_watch SET told_at = NULL WHERE office = $1 AND told_at IS NOT NULL', [
        office,
      ])
  })
}

/** One after the other within an office: an opening and its end must not overtake each other. */
async function lock(client: pg.PoolClient, offices: readonly string[]): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(7271, hashtext(x)) FROM unnest($1::text[]) x', [offices])
}

async function write(
  client: pg.PoolClient,
  rows: readonly QuotaEntry[],
  { by, at }: EntrySource,
): Promise<void> {
  const keyOf = (row: QuotaEntry) => [row.office, row.day, row.unit, row.lane, row.half].join()
  const kept = [...new Map(rows.map((row) => [keyOf(row), row])).values()]
  await client.query({
    name: 'enter figures',
    text: `INSERT INTO quota_figure (office, day, unit, lane, half, "left", entered_at, entered_by)
      SELECT x.*, to_timestamp($7::float8 / 1000), $8
        FROM unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::text[], $6::int[]) x(office, day, unit, lane, half, "left")
      ON CONFLICT (office, day, unit, lane, half) DO UPDATE SET "left" = excluded."left", entered_at = excluded.entered_at,
        entered_by = excluded.entered_by`,
    values: [
      kept.map((row) => row.office),
      kept.map((row) => row.day),
      kept.map((row) => row.unit),
      kept.map((row) => row.lane),
      kept.map((row) => row.half ?? 'day'),
      kept.map((row) => row.left),
      at,
      by,
    ],
  })
}

/** An opening of the ordinary lane, which is booked in the app, is told once to each watcher; when the office has no places left, the next places are a new opening. */
async function tell(
  client: pg.PoolClient,
  office: string,
  rows: readonly QuotaEntry[],
  source: EntrySource,
  chance: () => number,
): Promise<void> {
  const open = rows.filter((row) => row.office === office && row.lane === 'regular' && row.left > 0)
  if (open.length === 0) {
    await client.query(
      `UPDATE quota_watch SET told_at = NULL WHERE office = $1 AND told_at IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM quota_figure WHERE office = $1 AND lane = 'regular' AND "left" > 0 AND day >= (to_timestamp($2::float8 / 1000) AT TIME ZONE 'Asia/Jakarta')::date)`,
      [office, source.at],
    )
    return
  }
  const figures = open.map((row) => ({ ...row, enteredAt: source.at }))
  await opened(client, office, figures, source.at, chance)
}

async function opened(
  client: pg.PoolClient,
  office: string,
  open: readonly QuotaFigure[],
  at: number,
  chance: () => number,
): Promise<void> {
  const watchers = await toBeTold(client, office, at)
  if (watchers.length > 0) await setWaves(client, office, watchers, open, chance)
}

async function toBeTold(client: pg.PoolClient, office: string, at: number): Promise<string[]> {
  await client.query(
    `DELETE FROM quota_watch WHERE office = $1 AND until < (to_timestamp($2::float8 / 1000) AT TIME ZONE 'Asia/Jakarta')::date`,
    [office, at],
  )
  const { rows } = await client.query<{ chat_id: string }>(
    `UPDATE quota_watch SET told_at = now() WHERE office = $1 AND told_at IS NULL RETURNING chat_id`,
    [office],
  )
  return rows.map((row) => row.chat_id)
}

async function setWaves(
  client: pg.PoolClient,
  office: string,
  watchers: readonly string[],
  open: readonly QuotaFigure[],
  chance: () => number,
): Promise<void> {
  const due = notificationBatches(watchers, watchers.map(chance), 0).flatMap((wave) =>
    wave.watchers.map((chatId) => ({ chatId, inMs: wave.at })),
  )
  await client.query(
    `INSERT INTO timer (id, chat_id, kind, name, key, due_at, data)
      SELECT x.id, x.chat_id, '${NAME}', '${NAME}', $4, now() + x.in_ms * interval '1 millisecond', $5::jsonb
        FROM unnest($1::uuid[], $2::uuid[], $3::float8[]) x(id, chat_id, in_ms)
      ON CONFLICT (chat_id, name, key) WHERE done_at IS NULL DO UPDATE SET due_at = excluded.due_at, data = excluded.data`,
    [
      due.map(() => newId()),
      due.map((one) => one.chatId),
      due.map((one) => one.inMs),
      office,
      JSON.stringify({ office, figures: open.slice(0, TOLD) }),
    ],
  )
}
