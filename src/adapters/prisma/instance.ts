import { randomInt } from 'node:crypto'
import pg from 'pg'
import type { Log } from '../../desk/ports/log.ts'

/** First half of the advisory locks that say "this process lives"; the second half is its number. */
export const INSTANCE_LOCK = 7270

export interface Instance {
  /** This process's number; letters it is sending carry it. */
  readonly id: number
  stop(): Promise<void>
}

/**
 * Holds an advisory lock on a connection of its own for as long as the process lives: PostgreSQL lets go of it the moment
 * the process dies, so that another may take over its letters at once, without any time-out to guess.
 */
export async function startInstance(url: string, log: Log): Promise<Instance> {
  const id = randomInt(1, 2 ** 31 - 1)
  let stopped = false
  let client = await hold(url, id, lost)

  function lost(): void {
    if (!stopped) void again(500)
  }

  async function again(pauseMs: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, pauseMs).unref())
    if (stopped) return
    try {
      client = await hold(url, id, lost)
    } catch (error) {
      log.warn('instance lock not held yet', { error })
      await again(Math.min(5_000, pauseMs * 2))
    }
  }

  return {
    id,
    async stop() {
      stopped = true
      await client.end().catch(() => {})
    },
  }
}

async function hold(url: string, id: number, lost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  await client.query('SELECT pg_advisory_lock($1::int, $2::int)', [INSTANCE_LOCK, id])
  client.once('end', lost)
  return client
}

/** SQL: is the process with this number dead? `column` is a constant of ours, never input. */
export const instanceDeadSql = (column: string) => `NOT EXISTS (
  SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = ${INSTANCE_LOCK} AND l.objid::int8 = ${column} AND l.granted
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))`
