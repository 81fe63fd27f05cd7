import type pg from 'pg'
import { createPrisma, type Prisma } from './adapters/prisma/client.ts'
import { startInstance } from './adapters/prisma/instance.ts'
import { createLedger } from './adapters/prisma/ledger/index.ts'
import { createPool } from './adapters/prisma/pool.ts'
import {
  createLookupAttempts,
  createLocalRegistry,
  createRegistryWatches,
  clearRegistryPolls,
} from './adapters/prisma/registry/index.ts'
import { loadReference } from './adapters/prisma/reference/load.ts'
import { seedReferenceData } from './adapters/prisma/seed/index.ts'
import { createQueue } from './adapters/bullmq/index.ts'
import { createCardRenderer } from './adapters/cards/index.ts'
import { createFileStorage } from './adapters/files/index.ts'
import { newId } from './adapters/ids.ts'
import { createLog } from './adapters/log.ts'
import { openDatabase } from './adapters/postgres/open.ts'
import { createHttpRegistry } from './adapters/registry/http.ts'
import { createEncryption } from './adapters/encryption.ts'
import { createTexts } from './adapters/texts.ts'
import type { Config } from './config.ts'
import { createReferenceCache, type ReferenceCache } from './desk/reference.ts'
import type { DrawCard, Texts } from './desk/ports/texts.ts'
import type { FileStorage } from './desk/ports/files.ts'
import type { Log } from './desk/ports/log.ts'
import type { Queue } from './desk/ports/queue.ts'
import type { Encryption } from './desk/ports/encryption.ts'
import type { Ledger } from './desk/ports/ledger.ts'
import type { LookupAttempts, Registry, RegistryWatches } from './desk/ports/registry.ts'

/** What stands under every process of ours: the database and everything that lives in it. */
export interface Runtime {
  readonly config: Config
  readonly log: Log
  readonly encryption: Encryption
  readonly pool: pg.Pool
  readonly prisma: Prisma
  readonly databaseUrl: string
  readonly ledger: Ledger
  readonly registry: Registry
  readonly attempts: LookupAttempts
  readonly watches: RegistryWatches | null
  readonly queue: Queue
  readonly files: FileStorage
  readonly reference: ReferenceCache
  readonly texts: Texts
  readonly drawCard: DrawCard
  readonly newId: () => string
  readonly now: () => number
}

/** Something that was started, and how to undo it. */
export interface Stoppable {
  readonly name: string
  readonly stop: () => Promise<void> | void
}

/** Started in order; `stops` holds how to undo each, to be run in reverse. A failed start undoes what had started. */
export async function startRuntime(config: Config, stops: Stoppable[]): Promise<Runtime> {
  const log = createLog(config.LOG_LEVEL)
  const encryption = createEncryption(...config.secrets)
  const database = await openDatabase({ databaseUrl: config.DATABASE_URL, dataDir: config.DATA_DIR }, log)
  stops.push({ name: 'database', stop: database.stop })
  const pool = createPool(database.url, log)
  stops.push({ name: 'pool', stop: () => pool.end() })
  const prisma = createPrisma(pool)
  await seedReferenceData(pool)
  const instance = await startInstance(database.url, log)
  stops.push({ name: 'instance', stop: instance.stop })
  const queue = await createQueue({ redisUrl: config.REDIS_URL ?? null, databaseUrl: database.url }, log)
  stops.push({ name: 'queue', stop: queue.close })
  const reference = await createReferenceCache(() => loadReference(pool), log)
  stops.push({ name: 'reference', stop: reference.stop })
  const files = createFileStorage(config)
  const ledger = createLedger(pool, instance.id, config.OFFICE)
  const now = clockOf(config.TZ_NOW)
  const texts = createTexts()
  const cards = createCardRenderer()
  stops.push({ name: 'cards', stop: cards.close })
  return {
    config,
    log,
    encryption,
    pool,
    prisma,
    databaseUrl: database.url,
    ledger,
    ...(await openRegistry(config, pool, prisma, encryption, log)),
    queue,
    files,
    reference,
    texts,
    drawCard: cards.draw,
    newId,
    now,
  }
}

type RegistryParts = Pick<Runtime, 'registry' | 'attempts' | 'watches'>

/** Our own tables, or the official API where there is one; what was watched there is forgotten once it is not asked any more. */
async function openRegistry(
  config: Config,
  pool: pg.Pool,
  prisma: Prisma,
  encryption: Encryption,
  log: Log,
): Promise<RegistryParts> {
  const { REGISTRY_URL: url, REGISTRY_TOKEN: token = null } = config
  const attempts = createLookupAttempts(pool)
  if (url) {
    const registry = createHttpRegistry({ url, token, encryption, log })
    return { registry, attempts, watches: createRegistryWatches(pool, encryption) }
  }
  if (config.ROLES.includes('worker')) await clearRegistryPolls(prisma)
  return { registry: createLocalRegistry(pool, encryption), attempts, watches: null }
}

/** Undoes a start, last first. One that fails does not keep the others from stopping. */
export async function stopAll(stops: readonly Stoppable[], log: Log): Promise<void> {
  for (const { name, stop } of [...stops].reverse()) {
    try {
      await stop()
    } catch (error) {
      log.warn('did not stop cleanly', { part: name, error })
    }
  }
}

/** The clock; with TZ_NOW it begins at that moment and goes on from there, for demonstrations and tests. */
function clockOf(fixed: string | undefined): () => number {
  if (!fixed) return Date.now
  const shift = Date.parse(fixed) - Date.now()
  return () => Date.now() + shift
}
