import pg from 'pg'
import type { Log } from '../../desk/ports/log.ts'
import { codeOf } from '../errors.ts'

// bigint (int8) as string is right for sequences; dates stay `YYYY-MM-DD` instead of a Date in the server's zone
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)

/**
 * The one pool of a process. Connections that die with the database are replaced; the error is only logged.
 * Whoever asks it for a connection while the database is away waits 5 s at most, then gets the error.
 */
export function createPool(url: string, log: Log, max = 12): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, keepAlive: true, connectionTimeoutMillis: 5_000 })
  pool.on('error', (error) => log.warn('database connection lost', { error }))
  surviveLostClients(pool)
  return pool
}

/**
 * Who holds a connection when it breaks hears of it by their next query. The event itself has to have a listener, too, or it
 * would end the process; the pool listens only while the connection is idle.
 */
function surviveLostClients(pool: pg.Pool): void {
  pool.on('connect', (client) => client.on('error', () => {}))
}

/** SQLSTATE of an error, or undefined when the database was not reached at all. */
function sqlState(error: unknown): string | undefined {
  const code = codeOf(error)
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/** Is it this row's own fault (bad data, broken rule), so that trying the same again cannot help? */
export function isDataError(error: unknown): boolean {
  return /^(22|23)/.test(sqlState(error) ?? '')
}

/**
 * Runs `work` in one transaction on a connection of its own.
 * @throws what `work` or the database throws; then everything is undone and the connection is closed.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    const result = await inTransactionOn(client, () => work(client))
    client.release()
    return result
  } catch (error) {
    client.release(true)
    throw error
  }
}

/**
 * Runs `work` in one transaction on a connection that somebody holds already; `begin` may ask for more than the usual isolation.
 * @throws what `work` or the database throws; then everything is undone.
 */
export async function inTransactionOn<T>(
  client: pg.ClientBase,
  work: () => Promise<T>,
  begin = 'BEGIN',
): Promise<T> {
  try {
    await client.query(begin)
    const result = await work()
    await client.query('COMMIT')
    return result
  } catch (error) {
    // a connection that is gone has undone it already
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}
