import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { backup, restore, type BackupDeps } from '../../src/adapters/backup/index.ts'
import { createFolderStorage } from '../../src/adapters/files/folder.ts'
import { silentLog } from '../../src/adapters/log.ts'
import { appliedMigrations, recreateSchema } from '../../src/adapters/postgres/migrate.ts'
import { startInstance } from '../../src/adapters/prisma/instance.ts'
import { freshDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/system.ts'

const KEY = 'a secret of sixteen or more'
const folder = temporaryFolder()
let count = 0
let from: Awaited<ReturnType<typeof deployment>>
let to: Awaited<ReturnType<typeof deployment>>
let file: string

/** A database with its tables and an empty file store. */
async function deployment() {
  const database = await freshDatabase()
  const client = new pg.Client(database.url)
  await client.connect()
  const files = createFolderStorage(path.join(folder.path, `files-${++count}`))
  const deps: BackupDeps = { url: database.url, files, secrets: [KEY] }
  return { deps, client, files, drop: () => client.end().then(database.drop) }
}

beforeAll(async () => {
  from = await deployment()
  const chat = randomUUID()
  await from.client.query(
    `INSERT INTO chat (id, channel, address, address_hash, office, state, version) VALUES ($1, 'web', 'encrypted', 'h', 'KPG', $2, 3)`,
    [chat, { v: 1, said: 'baris\nbaru\ttab \\ 🛂 "kutip"' }],
  )
  for (const text of ['halo', '', 'tanda \\. dan \\N'])
    await from.client.query(
      `INSERT INTO inbound (id, chat_id, external_id, kind, content) VALUES ($1::uuid, $2, $1::uuid::text, 'message', $3)`,
      [randomUUID(), chat, { kind: 'text', text }],
    )
  const stored = randomUUID()
  await from.client.query(
    `INSERT INTO stored_file (id, chat_id, sha256, mime, bytes) VALUES ($1, $2, 'x', 'image/png', 5), ($3, $2, 'y', 'image/png', 5)`,
    [stored, chat, randomUUID()],
  )
  await from.files.put(stored, Buffer.from([0, 1, 2, 255, 254]))
})
afterAll(async () => {
  await from.drop()
  folder.remove()
})
beforeEach(async () => {
  to = await deployment()
  file = path.join(folder.path, `${++count}.backup`)
  return () => to.drop()
})

function flipped(bytes: Buffer, at: number): Buffer {
  bytes[at]! ^= 1
  return bytes
}

/** Every row of every table, as one text a table. */
async function rowsOf(client: pg.Client): Promise<Record<string, unknown>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  )
  const all: Record<string, unknown> = {}
  for (const { name } of tables) {
    const { rows } = await client.query(`SELECT to_jsonb(t)::text AS row FROM "${name}" t ORDER BY 1`)
    all[name] = rows.map(({ row }) => row)
  }
  return all
}

test('what is restored is what was there: every row, every file that still was, and numbers go on where they stood', async () => {
  expect(await backup(from.deps, file)).toMatchObject({ files: 1 })
  expect(await restore(to.deps, file, false)).toMatchObject({ files: 1 })
  expect(await rowsOf(to.client)).toEqual(await rowsOf(from.client))
  const next = `SELECT nextval('inbound_seq_seq')::int AS next`
  const [{ next: there }] = (await from.client.query(next)).rows
  expect((await to.client.query(next)).rows).toEqual([{ next: there }])
  const { rows } = await to.client.query('SELECT id FROM stored_file ORDER BY created_at, id')
  const found = await Promise.all(rows.map(({ id }) => to.files.get(id)))
  expect(found.filter(Boolean).map((bytes) => [...bytes!])).toEqual([[0, 1, 2, 255, 254]])
})

test('nothing of it can be read without the key, and only its owner can open the file', async () => {
  await backup(from.deps, file)
  expect(readFileSync(file).includes('halo')).toBe(false)
  expect(statSync(file).mode & 0o077).toBe(0)
  const stranger = { ...to.deps, secrets: ['another secret of sixteen'] as const }
  await expect(restore(stranger as unknown as BackupDeps, file, false)).rejects.toThrow('SECRET_KEY')
})

test('an earlier key that is still listed opens what it encrypted', async () => {
  await backup(from.deps, file)
  await restore({ ...to.deps, secrets: ['a newer secret of sixteen', KEY] }, file, false)
  expect((await to.client.query('SELECT 1 FROM chat')).rowCount).toBe(1)
})

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
  ['changed in one bit', (bytes: Buffer) => flipped(bytes, 200)],
  ['with another seal', (bytes: Buffer) => flipped(bytes, bytes.length - 1)],
  ['of another kind', () => Buffer.from('PK this is some other file, long enough to be looked into')],
])('a backup %s changes nothing and says why', async (_, spoil) => {
  await backup(from.deps, file)
  writeFileSync(file, spoil(readFileSync(file)))
  const before = await rowsOf(to.client)
  await expect(restore(to.deps, file, false)).rejects.toThrow(/damaged|not a backup/)
  expect(await rowsOf(to.client)).toEqual(before)
})

test('what is there is not replaced unless that is asked for', async () => {
  await backup(from.deps, file)
  await restore(to.deps, file, false)
  await to.client.query(`UPDATE chat SET version = 99`)
  await expect(restore(to.deps, file, false)).rejects.toThrow('--replace')
  await restore(to.deps, file, true)
  expect((await to.client.query('SELECT version FROM chat')).rows).toEqual([{ version: 3 }])
})

test('a running service keeps its database', async () => {
  await backup(from.deps, file)
  const service = await startInstance(to.deps.url, silentLog)
  await expect(restore(to.deps, file, true)).rejects.toThrow('stop it first')
  await service.stop()
})

test('a backup is never written over another file', async () => {
  writeFileSync(file, 'something else')
  await expect(backup(from.deps, file)).rejects.toThrow('EEXIST')
  expect(readFileSync(file, 'utf8')).toBe('something else')
})

test('a backup that cannot be finished leaves no file behind', async () => {
  const files = { ...from.files, get: () => Promise.reject(new Error('the store is away')) }
  await expect(backup({ ...from.deps, files }, file)).rejects.toThrow('the store is away')
  expect(existsSync(file)).toBe(false)
})

test('a backup of an older program is brought up to date', async () => {
  const older = await deployment()
  const names = await appliedMigrations(older.client)
  await older.client.query('BEGIN')
  await recreateSchema(older.client, names.slice(0, 1))
  await older.client.query('COMMIT')
  await backup(older.deps, file)
  await older.drop()
  await restore(to.deps, file, false)
  expect(await appliedMigrations(to.client)).toEqual(names)
  expect(Object.keys(await rowsOf(to.client))).toEqual(Object.keys(await rowsOf(from.client)))
})

test('a backup of a newer program is refused, by the name of what is not known', async () => {
  const newer = await deployment()
  const names = await appliedMigrations(newer.client)
  await newer.client.query('UPDATE _prisma_migrations SET migration_name = $2 WHERE migration_name = $1', [
    names.at(-1),
    '99999999999999_later',
  ])
  await backup(newer.deps, file)
  await newer.drop()
  await expect(restore(to.deps, file, false)).rejects.toThrow('99999999999999_later')
  expect(await appliedMigrations(to.client)).toEqual(names)
})
