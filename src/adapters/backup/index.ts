import { rm } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import type { FileStorage } from '../../desk/ports/files.ts'
import { migrate, appliedMigrations, recreateSchema } from '../postgres/migrate.ts'
import { INSTANCE_LOCK } from '../prisma/sql/locks.ts'
import { inTransactionOn } from '../prisma/pool.ts'
import { writeSection, readSections } from './sections.ts'
import {
  restoreSequences,
  importRows,
  exportRows,
  readSequences,
  listTables,
  type Sequences,
  type TableHead,
} from './tables.ts'
import { readEncryptedFile, writeEncryptedFile } from './encrypted-file.ts'
import { codeOf } from '../errors.ts'

/** Everything of a deployment but its settings and its key, as one encrypted file: rows, and the files people sent. */

interface Manifest {
  readonly migrations: readonly string[]
  readonly sequences: Sequences
}

type Head = { readonly manifest: Manifest } | TableHead | { readonly file: string }

interface BackupCounts {
  readonly tables: number
  readonly files: number
}

export interface BackupDeps {
  readonly url: string
  readonly files: FileStorage
  /** The first seals, all of them open. */
  readonly secrets: readonly [string, ...string[]]
}

/**
 * Writes `file`, which must not be there yet. The service may go on: what is written is the database as it stood when it began.
 * A file that was removed meanwhile is left out. On an error nothing is left behind.
 */
export async function backup({ url, files, secrets }: BackupDeps, file: string): Promise<BackupCounts> {
  const counted = { tables: 0, files: 0 }
  await withClient(url, (client) =>
    inTransactionOn(
      client,
      () => writeOrRemove(file, secrets[0], content(client, files, counted)),
      'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
    ),
  )
  return counted
}

async function writeOrRemove(file: string, secret: string, rows: AsyncIterable<Buffer>): Promise<void> {
  try {
    await writeEncryptedFile(file, secret, rows)
  } catch (error) {
    // a file that was there before is not ours to remove
    if (codeOf(error) !== 'EEXIST') await rm(file, { force: true })
    throw error
  }
}

async function* content(
  client: pg.Client,
  files: FileStorage,
  counted: { tables: number; files: number },
): AsyncGenerator<Buffer> {
  const manifest = { migrations: await appliedMigrations(client), sequences: await readSequences(client) }
  yield* writeSection({ manifest }, nothing())
  for (const table of await listTables(client)) {
    yield* writeSection(table, exportRows(client, table))
    counted.tables++
  }
  for await (const id of fileIds(client)) {
    const bytes = await files.get(id)
    if (!bytes) continue
    yield* writeSection({ file: id }, only(bytes))
    counted.files++
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Read at once. */
const PAGE = 1000

async function* fileIds(client: pg.Client): AsyncGenerator<string> {
  let last: string | undefined = '00000000-0000-0000-0000-000000000000'
  while (last !== undefined) {
    const { rows }: pg.QueryResult<{ id: string }> = await client.query(
      `SELECT id FROM stored_file WHERE id > $1 ORDER BY id LIMIT ${PAGE}`,
      [last],
    )
    for (const { id } of rows) yield id
    last = rows.length < PAGE ? undefined : rows.at(-1)?.id
  }
}

/**
 * Puts a backup in the place of what the database holds, all of it or nothing; then brings its tables up to date.
 * @throws when the service runs on this database, when it holds conversations and `replace` is not set, when the backup cannot be
 * read to its end, or was made by a newer program.
 */
export async function restore(
  { url, files, secrets }: BackupDeps,
  file: string,
  replace: boolean,
): Promise<BackupCounts> {
  return withClient(url, async (client) => {
    const counted = await inTransactionOn(client, async () => {
      await permit(client, replace)
      return replaceAll(client, files, await readEncryptedFile(file, secrets))
    })
    await migrate(client)
    return counted
  })
}

/** Tables as the manifest names them, then every section in its place. The numbers come last: only there the backup is known to be whole. */
async function replaceAll(
  client: pg.Client,
  files: FileStorage,
  stream: AsyncIterable<Buffer>,
): Promise<BackupCounts> {
  const counted = { tables: 0, files: 0 }
  let manifest: Manifest | undefined
  for await (const { head, body } of readSections<Head>(stream)) {
    if ('manifest' in head) {
      manifest = head.manifest
      await recreateSchema(client, manifest.migrations)
      await end(body)
    } else if ('table' in head) {
      await importRows(client, head, body)
      counted.tables++
    } else {
      await files.put(head.file, await buffer(body))
      counted.files++
    }
  }
  if (!manifest) throw new Error('the backup is damaged or was changed')
  await restoreSequences(client, manifest.sequences)
  return counted
}

async function permit(client: pg.Client, replace: boolean): Promise<void> {
  const { rows } = await client.query<{ runs: boolean; holds: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = $1
                       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS runs,
            EXISTS (SELECT 1 FROM chat) AS holds`,
    [INSTANCE_LOCK],
  )
  const database = rows[0]
  if (database?.runs) throw new Error('the service is running on this database: stop it first')
  if (database?.holds && !replace)
    throw new Error('this database holds conversations; to put the backup in their place, add --replace')
}

async function end(body: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of body);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  // what runs on it hears of a lost connection by its own error
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
