import type pg from 'pg'
import { createLog } from '../adapters/log.ts'
import { createPrisma, type Prisma } from '../adapters/prisma/client.ts'
import { createPool } from '../adapters/prisma/pool.ts'
import { openDatabase } from '../adapters/postgres/open.ts'
import { createEncryption } from '../adapters/encryption.ts'
import { ConfigError, readConfig, type Config } from '../config.ts'
import type { Encryption } from '../desk/ports/encryption.ts'
import { messageOf } from '../adapters/errors.ts'

export interface ToolContext {
  readonly config: Config
  readonly url: string
  readonly pool: pg.Pool
  readonly prisma: Prisma
  readonly encryption: Encryption
}

/** Runs a tool on the configured database (the embedded one is started or joined), then exits: 0, or 1 with one line why. */
export async function withDatabase(run: (context: ToolContext) => Promise<void>): Promise<never> {
  try {
    const config = readConfig(process.env)
    const log = createLog(config.LOG_LEVEL === 'info' ? 'error' : config.LOG_LEVEL)
    const database = await openDatabase({ databaseUrl: config.DATABASE_URL, dataDir: config.DATA_DIR }, log)
    const pool = createPool(database.url, log, 3)
    try {
      const prisma = createPrisma(pool)
      await run({ config, url: database.url, pool, prisma, encryption: createEncryption(...config.secrets) })
    } finally {
      await pool.end()
      await database.stop()
    }
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`)
    process.exit(error instanceof ConfigError ? 2 : 1)
  }
}
