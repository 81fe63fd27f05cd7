import type pg from 'pg'
import type { ChannelName } from '../../../model/messages/channel.ts'
import type { ChannelStatus } from '../../../desk/ports/channel.ts'
import type { Encryption } from '../../../desk/ports/encryption.ts'
import type { ChannelView, ReferenceStore } from '../../../desk/ports/reference.ts'
import type { Prisma } from '../client.ts'
import { loadReference } from './load.ts'

/** What officers look up: offices and categories in force, and how the doors are. */
export function createReferenceStore(pool: pg.Pool, prisma: Prisma, encryption: Encryption): ReferenceStore {
  return {
    offices: async () => (await loadReference(pool)).offices,
    categories: async () => (await loadReference(pool)).categories,
    async channels() {
      const rows = await prisma.channelState.findMany({ orderBy: { channel: 'asc' } })
      return rows.map(({ channel, state, detail, secret, lastIn, lastOut, refused, at }): ChannelView => ({
        channel: channel as ChannelName,
        state: state as ChannelStatus['state'],
        ...(detail === null ? {} : { detail }),
        ...(secret === null ? {} : codes(encryption.decrypt(secret))),
        lastIn: lastIn?.getTime() ?? null,
        lastOut: lastOut?.getTime() ?? null,
        refused,
        at: at.getTime(),
      }))
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

function codes(json: string): Pick<ChannelStatus, 'pairingCode' | 'qr'> {
  return JSON.parse(json) as Pick<ChannelStatus, 'pairingCode' | 'qr'>
}
