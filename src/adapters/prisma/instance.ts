import { randomInt } from 'node:crypto'
import pg from 'pg'
import type { Log } from '../../desk/ports/log.ts'
import { lockInstance } from './sql/locks.ts'

export interface Instance {
  /** This process's number; letters it is sending carry it. */
  readonly id: number
  stop(): Promise<void>
}

/**
 * Holds an advisory lock on a connection of its own for as long as the process lives: PostgreSQL lets go of it the moment
 * the process dies, so that another may take over its letters at once, without any time-out to guess. A lock that was lost with
 * the database is taken again.
 * @throws when the database cannot be reached at the start.
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
  await lockInstance(client, { id })
  client.once('end', lost)
  return client
}
