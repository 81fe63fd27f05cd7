import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { inTransactionOn } from '../prisma/pool.ts'
import { messageOf } from '../errors.ts'

/** Prisma's own book of migrations, so that `prisma migrate status` elsewhere sees the same history. */
const BOOK = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

interface Entry {
  readonly name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

/** The advisory lock Prisma's own engine takes: two starters cannot migrate at once. */
const LOCK = 72707369

/**
 * Applies `prisma/migrations` in order, each in one transaction. Returns the names applied.
 * Throws when a file was edited after it was applied, failed earlier, or fails now (nothing of it stays).
 */
export async function migrate(client: pg.ClientBase, dir = 'prisma/migrations'): Promise<string[]> {
  await client.query('SELECT pg_advisory_lock($1)', [LOCK])
  try {
    await client.query(BOOK)
    const { rows } = await client.query<Entry>(
      'SELECT migration_name AS name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    const done = new Map(rows.map((row) => [row.name, row]))
    const applied: string[] = []
    for (const name of migrationNames(dir)) {
      const sql = readFileSync(path.join(dir, name, 'migration.sql'), 'utf8')
      const checksum = checksumOf(sql)
      const was = done.get(name)
      if (was && !was.finished_at) throw new Error(`migration ${name} failed earlier; resolve it first`)
      if (was && was.checksum !== checksum)
        throw new Error(`migration ${name} was edited after it was applied`)
      if (was) continue
      await apply(client, name, sql, checksum)
      applied.push(name)
    }
    return applied
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK])
  }
}

function migrationNames(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

async function apply(client: pg.ClientBase, name: string, sql: string, checksum: string): Promise<void> {
  try {
    await inTransactionOn(client, () => run(client, name, sql, checksum))
  } catch (error) {
    throw new Error(`migration ${name}: ${messageOf(error)}`, { cause: error })
  }
}

async function run(client: pg.ClientBase, name: string, sql: string, checksum: string): Promise<void> {
  await client.query(sql)
  await client.query(
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1,$2,$3,now(),1)',
    [randomUUID(), checksum, name],
  )
}

/** Names of the migrations a database has had, in order. */
export async function appliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  )
  return rows.map((row) => row.name)
}

/**
 * In an open transaction: everything in the schema makes room for the tables as these migrations made them.
 * @throws when one of them is not known here, naming it.
 */
export async function recreateSchema(
  client: pg.ClientBase,
  names: readonly string[],
  dir = 'prisma/migrations',
): Promise<void> {
  const known = migrationNames(dir)
  const strange = names.find((name) => !known.includes(name))
  if (strange !== undefined)
    throw new Error(`made by a newer program: migration ${strange} is not known here`)
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  await client.query(BOOK)
  for (const name of names) {
    const sql = readFileSync(path.join(dir, name, 'migration.sql'), 'utf8')
    await run(client, name, sql, checksumOf(sql))
  }
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}
