import type pg from 'pg'
import type { Encryption } from '../../../desk/ports/encryption.ts'
import type { Registry } from '../../../desk/ports/registry.ts'
import { applicationsById } from '../sql/registry/applications.ts'
import { figuresOfOffices } from '../sql/registry/figures.ts'
import { applicationId, birthHash } from './identity.ts'

/**
 * The registry in our own tables: one look-up by primary key for however many ask.
 * Throws the database's error when it cannot be reached: then nothing else goes on either.
 */
export function createLocalRegistry(pool: pg.Pool, encryption: Encryption): Registry {
  return {
    async applications(asks) {
      if (asks.length === 0) return []
      const keys = asks.map(({ number, birth }) => ({
        id: applicationId(encryption, number),
        birth: birthHash(encryption, number, birth),
      }))
      const rows = await applicationsById(pool, { ids: keys.map((key) => key.id) })
      const byKey = new Map(
        rows.map(({ birthHash: birth, enteredAt, ...row }) => [
          `${row.id} ${birth}`,
          { ...row, enteredAt: enteredAt.getTime() },
        ]),
      )
      return keys.map((key) => byKey.get(`${key.id} ${key.birth}`) ?? 'unknown')
    },
    async quotaFigures(asks) {
      const [from] = asks.map((ask) => ask.from).sort()
      if (from === undefined) return []
      const rows = await figuresOfOffices(pool, { offices: asks.flatMap((ask) => ask.offices), from })
      const figures = rows.map(({ half, enteredAt, ...row }) => {
        return { ...row, half: half === 'day' ? null : half, enteredAt: enteredAt.getTime() }
      })
      return asks.map((ask) =>
        figures.filter((one) => ask.offices.includes(one.office) && one.day >= ask.from),
      )
    },
  }
}
