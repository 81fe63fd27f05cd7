import type pg from 'pg'
import type { Encryption } from '../../../desk/ports/encryption.ts'
import type { RegistryWatches } from '../../../desk/ports/registry.ts'
import { decryptProof } from '../../registry/proof.ts'
import type { Prisma } from '../client.ts'
import { takeDueApplications, takeDueOffices, tellWatchers } from '../sql/registry/polls.ts'
import { json } from '../sql/statement.ts'
import { notifyQuotaWatchers } from './enter-quota.ts'

/**
 * What is watched in another registry than our tables. Every call throws the database's error when it cannot be reached; a proof
 * that no key opens any more is left out.
 */
export function createRegistryWatches(pool: pg.Pool, encryption: Encryption): RegistryWatches {
  return {
    async dueApplications(day, everyMs, limit) {
      const rows = await takeDueApplications(pool, { day, everyMs, limit })
      return rows.flatMap(({ proof }) => decryptProof(encryption, proof) ?? [])
    },
    async notifyApplicationWatchers(views) {
      return (await tellWatchers(pool, { views: json(views) })).map((row) => row.chatId)
    },
    async dueOffices(day, everyMs, limit) {
      return (await takeDueOffices(pool, { day, everyMs, limit })).map((row) => row.key)
    },
    notifyQuotaWatchers: (office, figures, at) => notifyQuotaWatchers(pool, office, figures, at),
  }
}

/** Nothing is asked of another registry any more: who watches is told of what is entered with us. */
export async function clearRegistryPolls(prisma: Prisma): Promise<void> {
  await prisma.registryPoll.deleteMany()
}
