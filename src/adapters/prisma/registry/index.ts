import type pg from 'pg'
import type { Encryption } from '../../../desk/ports/encryption.ts'
import type { RegistryStore } from '../../../desk/ports/registry.ts'
import type { Prisma } from '../client.ts'
import { enterApplications, applicationsOfOtherOffices } from './enter-applications.ts'
import { enterQuotaFigures } from './enter-quota.ts'
import { findApplicationRecord, listQuotaRecords } from './records.ts'

export { createLookupAttempts } from './attempts.ts'
export { createLocalRegistry } from './local.ts'
export { createRegistryWatches, clearRegistryPolls } from './watches.ts'

/**
 * What officers, imports and other systems enter and look up. Every call throws the database's error when it cannot be reached;
 * `application` also when its number was encrypted by a key that is gone.
 */
export function createRegistryStore(pool: pg.Pool, prisma: Prisma, encryption: Encryption): RegistryStore {
  return {
    enterApplications: (rows, source) => enterApplications(pool, encryption, rows, source),
    othersApplications: (rows, office) => applicationsOfOtherOffices(pool, encryption, rows, office),
    enterFigures: (rows, source) => enterQuotaFigures(pool, rows, source),
    application: (number, office) => findApplicationRecord(prisma, encryption, number, office),
    quota: (office, from, limit) => listQuotaRecords(prisma, office, from, limit),
  }
}
