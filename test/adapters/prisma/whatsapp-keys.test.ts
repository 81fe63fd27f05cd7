import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPrisma } from '../../../src/adapters/prisma/client.ts'
import { createWhatsAppKeyStore } from '../../../src/adapters/prisma/whatsapp-keys.ts'
import { createEncryption } from '../../../src/adapters/encryption.ts'
import type { WhatsAppKeyStore } from '../../../src/desk/ports/whatsapp.ts'
import { freshDatabase } from '../../support/database.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let pool: pg.Pool
let store: WhatsAppKeyStore
const storeWith = (secret: string) =>
  createWhatsAppKeyStore({
    pool,
    prisma: createPrisma(pool),
    url: database.url,
    encryption: createEncryption(secret),
  })

beforeAll(async () => {
  database = await freshDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 8 })
  store = storeWith('one secret')
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const session = (ids: string[]) => store.load('kpg', 'session', ids)

it('gives back what was saved last, and nothing that was deleted', async () => {
  await store.save('kpg', [
    { type: 'session', id: 'a', value: 'first' },
    { type: 'session', id: 'b', value: 'second' },
  ])
  await store.save('kpg', [
    { type: 'session', id: 'a', value: 'changed' },
    { type: 'session', id: 'b', value: null },
    { type: 'session', id: 'never there', value: null },
  ])
  expect(await session(['a', 'b', 'c'])).toEqual(new Map([['a', 'changed']]))
})

it('keeps sessions and types apart', async () => {
  await store.save('kpg', [{ type: 'pre-key', id: 'a', value: 'key' }])
  await store.save('other', [{ type: 'session', id: 'a', value: 'of the other' }])
  expect(await session(['a'])).toEqual(new Map([['a', 'changed']]))
  await store.wipe('other')
  expect(await store.load('other', 'session', ['a'])).toEqual(new Map())
  expect(await session(['a'])).toEqual(new Map([['a', 'changed']]))
})

it('survives many overlapping sets of the same rows', async () => {
  const ids = Array.from({ length: 20 }, (_, n) => `row ${n}`)
  await Promise.all(
    Array.from({ length: 16 }, (_, turn) =>
      store.save(
        'kpg',
        [...ids].sort(() => (turn % 2) - 0.5).map((id) => ({ type: 'session', id, value: `turn ${turn}` })),
      ),
    ),
  )
  expect((await session(ids)).size).toBe(20)
})

it('shows neither values nor ids in the table, and refuses another secret', async () => {
  await store.save('kpg', [{ type: 'lid-mapping', id: '67571111111', value: '"100000000000001"' }])
  const { rows } = await pool.query(`SELECT id, value FROM whatsapp_key WHERE type = 'lid-mapping'`)
  expect(JSON.stringify(rows)).not.toMatch(/67571111111|100000000000001/)
  await store.save('kpg', [{ type: 'creds', id: 'creds', value: '{}' }])
  await expect(storeWith('another secret').load('kpg', 'creds', ['creds'])).rejects.toThrow('unknown key')
})

it('deletes old rows of one type', async () => {
  await store.save('kpg', [{ type: 'sent', id: 'old', value: 'x' }])
  await pool.query(`UPDATE whatsapp_key SET updated_at = now() - interval '8 days' WHERE type = 'sent'`)
  await store.save('kpg', [{ type: 'sent', id: 'new', value: 'y' }])
  await store.purge('kpg', 'sent', 7 * 86_400_000)
  expect(await store.load('kpg', 'sent', ['old', 'new'])).toEqual(new Map([['new', 'y']]))
})

it('has one owner for a session, who is told when the proof is lost', async () => {
  let lost = 0
  const leave = await store.own('kpg', () => lost++)
  expect(leave).not.toBeNull()
  expect(await store.own('kpg', () => {})).toBeNull()
  const other = await store.own('another number', () => {})
  expect(other).not.toBeNull()
  await other!()
  await leave!()
  expect(lost).toBe(0)

  await store.own('kpg', () => lost++)
  await pool.query(`
    SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE locktype = 'advisory' AND datname = current_database()`)
  await expect.poll(() => lost).toBe(1)
  const again = await store.own('kpg', () => {})
  expect(again).not.toBeNull()
  await again!()
})
