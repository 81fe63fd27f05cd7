import type pg from 'pg'
import type { SeenKeys } from '../../../desk/ports/sheets.ts'
import { createSeenTable, dropSeenTable, insertSeenKeys } from '../sql/registry/seen-keys.ts'

/**
 * Keys in a temporary table of one connection, gone when it closes. The connection is held until then; when it is lost, `add`
 * throws, and the import ends.
 */
export async function openSeenKeys(pool: pg.Pool): Promise<SeenKeys> {
  const client = await pool.connect()
  try {
    await createSeenTable(client, {})
  } catch (error) {
    client.release(true)
    throw error
  }
  return {
    async add(keys) {
      const fresh = new Set((await insertSeenKeys(client, { keys })).map((row) => row.key))
      // the first of a new key is new, every later one has been met
      return new Set(keys.flatMap((key, at) => (fresh.delete(key) ? [] : [at])))
    },
    async close() {
      // a connection that cannot even do this is not given back
      const broken = await dropSeenTable(client, {}).then(
        () => false,
        () => true,
      )
      client.release(broken)
    },
  }
}
