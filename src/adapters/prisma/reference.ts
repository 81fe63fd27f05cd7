import type pg from 'pg'
import type { ChannelName } from '../../model/channel.ts'
import type { DoorStatus, Seal } from '../../desk/ports/channel.ts'
import type { DoorView, ReferenceStore } from '../../desk/ports/officers.ts'
import type { Prisma } from './client.ts'
import { loadReference } from './reference-data.ts'

/** What officers look up: offices and categories in force, and how the doors are. */
export function createReferenceStore(pool: pg.Pool, prisma: Prisma, seal: Seal): ReferenceStore {
  return {
    offices: async () => (await loadReference(pool)).offices,
    categories: async () => (await loadReference(pool)).categories,
    async doors() {
      const rows = await prisma.doorState.findMany({ orderBy: { channel: 'asc' } })
      return rows.map(({ channel, state, detail, secret, lastIn, lastOut, refused, at }): DoorView => ({
        channel: channel as ChannelName,
        state: state as DoorStatus['state'],
        ...(detail === null ? {} : { detail }),
        ...(secret === null ? {} : codes(seal.open(secret))),
        lastIn: lastIn?.getTime() ?? null,
        lastOut: lastOut?.getTime() ?? null,
        refused,
        at: at.getTime(),
      }))
    },
    async ready() {
      try {
        await pool.query('SELECT 1')
        return true
      } catch {
        return false
      }
    },
  }
}

function codes(json: string): Pick<DoorStatus, 'pairingCode' | 'qr'> {
  return JSON.parse(json) as Pick<DoorStatus, 'pairingCode' | 'qr'>
}
