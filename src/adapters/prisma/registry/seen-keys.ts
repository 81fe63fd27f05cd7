import type pg from 'pg'
import type { SeenKeys } from '../../../desk/ports/sheets.ts'

/** Keys in a temporary table of one connection: ten million cost disk, not memory, and are gone when it closes. */
export async function openSeenKeys(pool: pg.Pool): Promise<SeenKeys> {
  const client = await pool.connect()
  try {
    await client.query('CREATE TEMP TABLE seen_key (key text PRIMARY KEY)')
  } catch (error) {
    client.release(true)
    throw error
  }
  return {
    async add(keys) {
      const { rows } = await client.query<{ key: string }>(
        'INSERT INTO seen_key SELECT DISTINCT unnest($1::text[]) ON CONFLICT DO NOTHING RETURNING key',
        [keys],
      )
      const fresh = new Set(rows.map((row) => row.key))
      // the first of a new key is new, every later one has been met
      return new Set(keys.flatMap((key, at) => (fresh.delete(key) ? [] : [at])))
    },
    async close() {
      // a connection that cannot even do this is not given back
      const broken = await client.query('DROP TABLE seen_key').then(
        () => false,
        () => true,
      )
      client.release(broken)
    },
  }
}
