import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool, inTransaction } from '../../../src/adapters/prisma/pool.ts'
import { openSeenKeys } from '../../../src/adapters/prisma/registry/seen-keys.ts'
import { silentLog } from '../../../src/adapters/log.ts'
import { freshDatabase } from '../../support/database.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let pool: pg.Pool

beforeAll(async () => {
  database = await freshDatabase()
  pool = createPool(database.url, silentLog)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

/** What a restart of the database does to everybody else's connections. */
const cutOthers = () =>
  pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  )

const offices = async () =>
  (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM ticket_serial')).rows[0]?.n

const insert = `INSERT INTO ticket_serial (office, day, last) VALUES ('KPG', '2026-11-21', 1)`

test('an import that holds a connection hears of a database restart, and the process lives', async () => {
  const seen = await openSeenKeys(pool)
  await seen.add(['a'])
  await cutOthers()
  await expect(seen.add(['b'])).rejects.toThrow(/connection|queryable/i)
  await seen.close()
  expect((await pool.query('SELECT 1')).rowCount).toBe(1)
})

test('a transaction that loses its connection leaves nothing and says so', async () => {
  const work = inTransaction(pool, async (client) => {
    await client.query(insert)
    await cutOthers()
    await client.query('SELECT 1')
  })
  await expect(work).rejects.toThrow(/connection|queryable/i)
  expect(await offices()).toBe(0)
})

test('a transaction whose work fails is undone, and one that ends well stays', async () => {
  const work = inTransaction(pool, async (client) => {
    await client.query(insert)
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect(await offices()).toBe(0)
  await inTransaction(pool, (client) => client.query(insert))
  expect(await offices()).toBe(1)
})
