import type { ChannelState } from '../../../generated/prisma/client.ts'
import type pg from 'pg'
import { z } from 'zod'
import type { Encryption } from '../../../desk/ports/encryption.ts'
import type { ChannelView, ReferenceStore } from '../../../desk/ports/reference.ts'
import type { Prisma } from '../client.ts'
import { categoryRows, officeRows } from '../sql/reference.ts'

/** What links an account, as it was encrypted. */
const Secret = z.object({ pairingCode: z.string().optional(), qr: z.string().optional() })

/**
 * What officers look up: offices and categories in force, and how the channels are. Every call but `isReady` throws the client's
 * error when the database cannot be reached; `channels` also when a secret was encrypted by a key that is gone.
 */
export function createReferenceStore(pool: pg.Pool, prisma: Prisma, encryption: Encryption): ReferenceStore {
  return {
    offices: () => officeRows(pool, {}),
    categories: () => categoryRows(pool, {}),
    async channels() {
      const rows = await prisma.channelState.findMany({ orderBy: { channel: 'asc' } })
      return rows.map((row) => channelView(row, encryption))
    },
    async isReady() {
      try {
        await pool.query('SELECT 1')
        return true
      } catch {
        return false
      }
    },
  }
}

function channelView({ detail, secret, ...row }: ChannelState, encryption: Encryption): ChannelView {
  return {
    ...row,
    ...(detail === null ? {} : { detail }),
    ...(secret === null ? {} : Secret.parse(JSON.parse(encryption.decrypt(secret)))),
    lastIn: row.lastIn?.getTime() ?? null,
    lastOut: row.lastOut?.getTime() ?? null,
    at: row.at.getTime(),
  }
}
