import type pg from 'pg'
import type { Seal } from '../../../desk/ports/channel.ts'
import type { RegistryBook } from '../../../desk/ports/registry.ts'
import { enterApplications, othersApplications } from './enter-applications.ts'
import { enterFigures } from './enter-quota.ts'
import { readApplication, readQuota } from './look-up.ts'

export { createAttempts } from './attempts.ts'
export { createTables } from './look-up.ts'
export { createWatches, forgetPolls } from './watches.ts'

/** What officers, imports and other systems enter and look up. */
export function createRegistryBook(pool: pg.Pool, seal: Seal): RegistryBook {
  return {
    enterApplications: (rows, source) => enterApplications(pool, seal, rows, source),
    othersApplications: (rows, office) => othersApplications(pool, seal, rows, office),
    enterFigures: (rows, source) => enterFigures(pool, rows, source),
    application: (number, office) => readApplication(pool, seal, number, office),
    quota: (office, from, limit) => readQuota(pool, office, from, limit),
  }
}
