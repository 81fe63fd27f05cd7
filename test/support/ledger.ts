import type pg from 'pg'
import { silentLog } from '../../src/adapters/log.ts'
import { createPrisma, type Prisma } from '../../src/adapters/prisma/client.ts'
import { createLedger } from '../../src/adapters/prisma/ledger/index.ts'
import { createPool } from '../../src/adapters/prisma/pool.ts'
import type { Ledger } from '../../src/desk/ports/ledger.ts'
import { freshDatabase } from './database.ts'

/** A ledger on a database of its own. */
export interface TestLedger {
  readonly pool: pg.Pool
  readonly prisma: Prisma
  readonly ledger: Ledger
  /** A chat nobody has written in yet. */
  readonly newChat: () => Promise<string>
  readonly close: () => Promise<void>
}

export async function openLedger(channel: 'telegram' | 'web' = 'telegram'): Promise<TestLedger> {
  const database = await freshDatabase()
  const pool = createPool(database.url, silentLog)
  const ledger = createLedger(pool, 1, 'KPG')
  let count = 0
  return {
    pool,
    prisma: createPrisma(pool),
    ledger,
    async newChat() {
      const [id] = await ledger.chatIds([
        { channel, addressHash: `chat ${++count}`, address: 'encrypted', name: null },
      ])
      return id!
    },
    async close() {
      await pool.end()
      await database.drop()
    },
  }
}
