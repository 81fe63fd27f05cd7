import pg from 'pg'
import type { Encryption } from '../../desk/ports/encryption.ts'
import type { WhatsAppKeyRow, WhatsAppKeyStore } from '../../desk/ports/whatsapp.ts'

/** One statement: all rows are stored, or none. */
const SAVE = `
  WITH given AS (SELECT * FROM unnest($2::text[], $3::text[], $4::text[]) AS given (type, id, value)),
  gone AS (
    DELETE FROM whatsapp_key k USING given g
    WHERE k.session = $1 AND k.type = g.type AND k.id = g.id AND g.value IS NULL
  )
  INSERT INTO whatsapp_key (session, type, id, value, updated_at)
  SELECT $1, type, id, value, now() FROM given WHERE value IS NOT NULL
  ON CONFLICT (session, type, id) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`

const LOAD = 'SELECT id, value FROM whatsapp_key WHERE session = $1 AND type = $2 AND id = ANY($3::text[])'

const PURGE = `
  DELETE FROM whatsapp_key
  WHERE session = $1 AND type = $2 AND updated_at < now() - $3 * interval '1 millisecond'`

interface WhatsAppKeyStoreDeps {
  readonly pool: Pick<pg.Pool, 'query'>
  /** For the connection of its own that holds the lock. It must reach PostgreSQL itself, not a transaction pooler. */
  readonly url: string
  readonly seal: Encryption
}

/** The WhatsApp account in table `whatsapp_key`: values encrypted, ids hashed (many are phone numbers). */
export function createWhatsAppKeyStore({
  pool,
  url,
  seal: encryption,
}: WhatsAppKeyStoreDeps): WhatsAppKeyStore {
  const idOf = (type: string, id: string) =>
    type === 'creds' ? id : encryption.hash('wa-key', `${type}\0${id}`)

  return {
    async load(session, type, ids) {
      const hashes = ids.map((id) => idOf(type, id))
      const { rows } = await pool.query<{ id: string; value: string }>(LOAD, [session, type, hashes])
      const encrypted = new Map(rows.map((row) => [row.id, row.value]))
      const found = new Map<string, string>()
      for (const [at, id] of ids.entries()) {
        const value = encrypted.get(hashes[at]!)
        if (value !== undefined) found.set(id, encryption.decrypt(value))
      }
      return found
    },
    async save(session, rows) {
      const encrypted = rows.map(({ type, id, value }): WhatsAppKeyRow => {
        return { type, id: idOf(type, id), value: value === null ? null : encryption.encrypt(value) }
      })
      // always locked in the same order: two sets at once must not wait for each other
      encrypted.sort((a, b) => (a.type + a.id < b.type + b.id ? -1 : 1))
      const column = (key: keyof WhatsAppKeyRow) => encrypted.map((row) => row[key])
      await pool.query(SAVE, [session, column('type'), column('id'), column('value')])
    },
    async wipe(session) {
      await pool.query('DELETE FROM whatsapp_key WHERE session = $1', [session])
    },
    async purge(session, type, olderThanMs) {
      await pool.query(PURGE, [session, type, olderThanMs])
    },
    own: (session, lost) => own(url, session, lost),
  }
}

const HEARTBEAT = 15_000
const LOCK = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine'

/** The advisory lock lives as long as this connection: a killed process gives it up at once. */
async function own(url: string, session: string, lost: () => void): Promise<(() => Promise<void>) | null> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: HEARTBEAT,
  })
  let held = false
  const gone = () => {
    if (held) lost()
    held = false
    clearInterval(beat)
  }
  client.on('error', gone)
  client.on('end', gone)
  const beat = setInterval(() => void client.query('SELECT 1').catch(gone), HEARTBEAT)
  const leave = async () => {
    held = false
    clearInterval(beat)
    await client.end().catch(() => undefined)
  }
  try {
    await client.connect()
    const { rows } = await client.query<{ mine: boolean }>(LOCK, [`whatsapp ${session}`])
    held = rows[0]!.mine
  } catch (error) {
    await leave()
    throw error
  }
  if (held) return leave
  await leave()
  return null
}
