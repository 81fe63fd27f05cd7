import pg from 'pg'
import type { Encryption } from '../../desk/ports/encryption.ts'
import type { WhatsAppKeyRow, WhatsAppKeyStore } from '../../desk/ports/whatsapp.ts'
import type { Prisma } from './client.ts'
import { tryLock } from './sql/locks.ts'
import { purgeKeys, saveKeys } from './sql/whatsapp-keys.ts'

interface WhatsAppKeyStoreDeps {
  readonly pool: pg.Pool
  readonly prisma: Prisma
  /** For the connection of its own that holds the lock. It must reach PostgreSQL itself, not a transaction pooler. */
  readonly url: string
  readonly encryption: Encryption
}

/**
 * The WhatsApp account in table `whatsapp_key`: values encrypted, ids hashed (many are phone numbers). Every call throws the
 * database's error when it cannot be reached; `load` also when the secret key is another.
 */
export function createWhatsAppKeyStore({
  pool,
  prisma,
  url,
  encryption,
}: WhatsAppKeyStoreDeps): WhatsAppKeyStore {
  const idOf = (type: string, id: string) =>
    type === 'creds' ? id : encryption.hash('wa-key', `${type}\0${id}`)

  return {
    async load(session, type, ids) {
      const given = new Map(ids.map((id) => [idOf(type, id), id]))
      const where = { session, type, id: { in: [...given.keys()] } }
      const rows = await prisma.whatsAppKey.findMany({ where, select: { id: true, value: true } })
      return new Map(rows.map((row) => [given.get(row.id) ?? row.id, encryption.decrypt(row.value)]))
    },
    async save(session, rows) {
      const encrypted = rows.map(({ type, id, value }): WhatsAppKeyRow => {
        return { type, id: idOf(type, id), value: value === null ? null : encryption.encrypt(value) }
      })
      // always locked in the same order: two sets at once must not wait for each other
      encrypted.sort((a, b) => (a.type + a.id < b.type + b.id ? -1 : 1))
      await saveKeys(pool, { session, rows: encrypted })
    },
    async wipe(session) {
      await prisma.whatsAppKey.deleteMany({ where: { session } })
    },
    async purge(session, type, olderThanMs) {
      await purgeKeys(pool, { session, type, olderThanMs })
    },
    own: (session, lost) => own(url, session, lost),
  }
}

const HEARTBEAT = 15_000

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
    const [lock] = await tryLock(client, { name: `whatsapp ${session}` })
    held = lock?.mine === true
  } catch (error) {
    await leave()
    throw error
  }
  if (held) return leave
  await leave()
  return null
}
