import type pg from 'pg'
import type { Encryption } from '../../../desk/ports/encryption.ts'
import type { RegistryStore } from '../../../desk/ports/registry.ts'
import { enterApplications, applicationsOfOtherOffices } from './enter-applications.ts'
import { enterQuotaFigures } from './enter-quota.ts'
import { findApplicationRecord, listQuotaRecords } from './local.ts'

export { createLookupAttempts } from './attempts.ts'
export { createLocalRegistry } from './local.ts'
export { createRegistryWatches, clearRegistryPolls } from './watches.ts'

/** What officers, imports and other systems enter and look up. */
export function createRegistryStore(pool: pg.Pool, encryption: Encryption): RegistryStore {
  return {
    enterApplications: (rows, source) => enterApplications(pool, encryption, rows, source),
    othersApplications: (rows, office) => applicationsOfOtherOffices(pool, encryption, rows, office),
    enterFigures: (rows, source) => enterQuotaFigures(pool, rows, source),
    application: (number, office) => findApplicationRecord(pool, encryption, number, office),
    quota: (office, from, limit) => listQuotaRecords(pool, office, from, limit),
  }
}
