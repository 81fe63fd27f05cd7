import type pg from 'pg'
import type { EntrySource } from '../../../desk/ports/registry.ts'
import type { QuotaFigure } from '../../../model/quota/figures.ts'
import { notificationBatches } from '../../../model/quota/notification.ts'
import type { QuotaEntry } from '../../../model/imports/quota-row.ts'
import { newId } from '../../ids.ts'
import { inTransaction } from '../pool.ts'
import { upsertFigures } from '../sql/registry/figures.ts'
import {
  dropEndedWatches,
  endOpening,
  endOpeningWhenFull,
  insertWaves,
  lockOffices,
  takeWatchers,
} from '../sql/registry/quota-watches.ts'
import { json, type Queryable } from '../sql/statement.ts'

/** Figures with places that a message can hold. */
const TOLD = 20

/** An opening as watchers hear of it. */
interface Opening {
  readonly office: string
  readonly figures: readonly QuotaFigure[]
  readonly at: number
  /** Draws the order in which watchers are told. */
  readonly chance: () => number
}

/** See `RegistryStore.enterFigures`. */
export async function enterQuotaFigures(
  pool: pg.Pool,
  entries: readonly QuotaEntry[],
  { at, by }: EntrySource,
  chance: () => number = Math.random,
): Promise<void> {
  const offices = [...new Set(entries.map((row) => row.office))].sort()
  const keyOf = (row: QuotaEntry) => [row.office, row.day, row.unit, row.lane, row.half].join()
  const last = new Map(entries.map((row) => [keyOf(row), { ...row, half: row.half ?? ('day' as const) }]))
  await inTransaction(pool, async (client) => {
    await lockOffices(client, { offices })
    await upsertFigures(client, { rows: [...last.values()], at, by })
    for (const office of offices) {
      const figures = entries.filter((row) => row.office === office).map((row) => ({ ...row, enteredAt: at }))
      await tellEntered(client, { office, figures, at, chance })
    }
  })
}

/** See `RegistryWatches.notifyQuotaWatchers`. */
export async function notifyQuotaWatchers(
  pool: pg.Pool,
  office: string,
  figures: readonly QuotaFigure[],
  at: number,
  chance: () => number = Math.random,
): Promise<void> {
  const open = figures.filter((figure) => figure.left > 0)
  await inTransaction(pool, async (client) => {
    await lockOffices(client, { offices: [office] })
    if (open.length > 0) await tellOpening(client, { office, figures: open, at, chance })
    else await endOpening(client, { office })
  })
}

/** An opening of the ordinary lane, which is booked in the app, is told once to each watcher; when the office has no places left, the next places are a new opening. */
async function tellEntered(client: Queryable, entered: Opening): Promise<void> {
  const open = entered.figures.filter((row) => row.lane === 'regular' && row.left > 0)
  if (open.length > 0) await tellOpening(client, { ...entered, figures: open })
  else await endOpeningWhenFull(client, entered)
}

async function tellOpening(client: Queryable, { office, figures, at, chance }: Opening): Promise<void> {
  await dropEndedWatches(client, { office, at })
  const watchers = (await takeWatchers(client, { office })).map((row) => row.chatId)
  if (watchers.length === 0) return
  const waves = notificationBatches(watchers, watchers.map(chance), 0).flatMap((wave) =>
    wave.watchers.map((chatId) => ({ id: newId(), chatId, inMs: wave.at })),
  )
  await insertWaves(client, { waves, office, data: json({ office, figures: figures.slice(0, TOLD) }) })
}
