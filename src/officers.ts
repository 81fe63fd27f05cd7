import { existsSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createPrisma } from './adapters/prisma/client.ts'
import { createFactStore } from './adapters/prisma/facts.ts'
import { createOfficerStore } from './adapters/prisma/officers.ts'
import { createReferenceStore } from './adapters/prisma/reference.ts'
import { createTicketStore } from './adapters/prisma/tickets.ts'
import { createTrendStore } from './adapters/prisma/trends.ts'
import { createRegistryBook } from './adapters/prisma/registry/index.ts'
import { openSeenKeys } from './adapters/prisma/registry/seen-keys.ts'
import { createSecrets } from './adapters/secrets.ts'
import { sheetFiles } from './adapters/sheets/files.ts'
import { createThrottle } from './adapters/throttle.ts'
import { createApi } from './api/index.ts'
import { createFacts } from './desk/facts/index.ts'
import { createImports } from './desk/imports/index.ts'
import { createOfficers } from './desk/officers.ts'
import type { Bells } from './desk/ports/channel.ts'
import { createRegistryDesk } from './desk/registry/index.ts'
import { createTickets } from './desk/tickets/index.ts'
import { createTrends } from './desk/tickets/trends.ts'
import type { Runtime } from './runtime.ts'

const CONSOLE = 'console/dist'

export interface OfficersDoor {
  readonly handler: RequestListener
  /** The first supervisor's e-mail and password, made on an empty table; shown once. */
  readonly first: { readonly email: string; readonly password: string } | null
}

/** The officers' API and console on this runtime; with `open` false only health and metrics. */
export async function openOfficersDoor(runtime: Runtime, bells: Bells, open: boolean): Promise<OfficersDoor> {
  const { config, pool, seal, log, now } = runtime
  const prisma = createPrisma(pool)
  const reference = createReferenceStore(pool, prisma, seal)
  const accounts = createOfficerStore(prisma, seal)
  const officers = createOfficers({
    store: accounts,
    secrets: createSecrets(),
    throttle: createThrottle(),
    log,
    now,
  })
  const tickets = createTickets({
    ...runtime,
    store: createTicketStore(pool, seal),
    officers: accounts,
    bells,
  })
  const trends = createTrends(createTrendStore(pool), now)
  const facts = createFacts({ ...runtime, store: createFactStore(pool), office: config.OFFICE })
  const book = createRegistryBook(pool, seal)
  const registry = createRegistryDesk({ ...runtime, bells, book })
  const openSeen = () => openSeenKeys(pool)
  const imports = createImports({ ...runtime, bells, book, openSeen, files: sheetFiles })
  const handler = createApi({
    desk: open ? { tickets, officers, trends, facts, registry, imports, reference } : null,
    ready: reference.ready,
    log,
    consoleDir: existsSync(CONSOLE) ? CONSOLE : null,
    publicUrl: config.PUBLIC_URL ?? null,
  })
  return { handler, first: open ? await officers.ensureFirstSupervisor() : null }
}
