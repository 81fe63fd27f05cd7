import path from 'node:path'
import pg from 'pg'
import type { Log } from '../../desk/ports/log.ts'
import { startEmbeddedPostgres } from './embedded.ts'
import { migrate } from './migrate.ts'
import { codeOf, messageOf } from '../errors.ts'

/** Pause between tries to reach a database that is not there yet (ms). */
const PAUSE = 2_000

/**
 * Opens the database named by `databaseUrl`, or the embedded one in `dataDir`, and brings its tables up to date. Waits while it is away.
 * @throws when its password is refused, it is not there, or a migration fails.
 */
export async function openDatabase(
  settings: { databaseUrl?: string | undefined; dataDir: string },
  log: Log,
): Promise<{ url: string; stop: () => Promise<void> }> {
  if (settings.databaseUrl) {
    await migrated(settings.databaseUrl, log)
    return { url: settings.databaseUrl, stop: async () => {} }
  }
  const { url, stop } = await startEmbeddedPostgres(path.join(settings.dataDir, 'postgres'))
  await migrated(url, log)
  return { url, stop }
}

async function migrated(url: string, log: Log): Promise<void> {
  const client = await connected(url, log)
  try {
    const applied = await migrate(client)
    if (applied.length > 0) log.info('migrated', { migrations: applied.length })
  } finally {
    await client.end()
  }
}

/** Waits for the database, saying so; only a refused password or a missing database is final. */
async function connected(url: string, log: Log): Promise<pg.Client> {
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => {})
      const code = codeOf(error)
      if (code === '28P01' || code === '3D000')
        throw new Error(`DATABASE_URL: ${messageOf(error)}`, { cause: error })
      log.warn(`database not reachable, next try in ${PAUSE / 1000} s`, { code })
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
}
