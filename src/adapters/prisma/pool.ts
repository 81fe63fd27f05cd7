import pg from 'pg'
import type { Log } from '../../desk/ports/log.ts'

// bigint (int8) as string is right for sequences; dates stay `YYYY-MM-DD` instead of a Date in the server's zone
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)

/** The one pool of a process. Idle connections that die with the database are replaced; the error is only logged. */
export function createPool(url: string, log: Log, max = 12): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, keepAlive: true, connectionTimeoutMillis: 5_000 })
  pool.on('error', (error) => log.warn('database connection lost', { error }))
  return pool
}

/** SQLSTATE of an error, or undefined when the database was not reached at all. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/** Is it this row's own fault (bad data, broken rule), so that trying the same again cannot help? */
export function isDataError(error: unknown): boolean {
  return /^(22|23)/.test(sqlState(error) ?? '')
}

/** Runs `work` in one transaction on a connection of its own; an error undoes it and closes the connection. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    client.release(error as Error)
    throw error
  }
}
