import { existsSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createFactStore } from './adapters/prisma/facts/store.ts'
import { createOfficerStore } from './adapters/prisma/officers.ts'
import { createReferenceStore } from './adapters/prisma/reference/store.ts'
import { createTicketStore } from './adapters/prisma/tickets/store.ts'
import { createTrendStore } from './adapters/prisma/trends.ts'
import { createRegistryStore } from './adapters/prisma/registry/index.ts'
import { openSeenKeys } from './adapters/prisma/registry/seen-keys.ts'
import { createCredentialCrypto } from './adapters/secrets.ts'
import { sheetFiles } from './adapters/sheets/files.ts'
import { createSignInLimiter } from './adapters/sign-in-limiter.ts'
import { createApi } from './api/index.ts'
import { createFacts } from './desk/facts/index.ts'
import { createImports } from './desk/imports/index.ts'
import { createOfficers } from './desk/officers.ts'
import type { Notifier } from './desk/ports/notifier.ts'
import { createRegistryService } from './desk/registry/index.ts'
import { createTickets } from './desk/tickets/index.ts'
import { createTrends } from './desk/tickets/trends.ts'
import type { Runtime } from './runtime.ts'

const CONSOLE = 'console/dist'

/** The officers' side of the HTTP server. */
export interface OfficerApi {
  readonly handler: RequestListener
  /** The first supervisor's e-mail and password, made on an empty table; shown once. */
  readonly firstAccount: { readonly email: string; readonly password: string } | null
}

/** The officers' API and console on this runtime; with `open` false only health and metrics. Rejects when the database does. */
export async function createOfficerApi(
  runtime: Runtime,
  notifier: Notifier,
  open: boolean,
): Promise<OfficerApi> {
  const { config, pool, prisma, encryption, log, now } = runtime
  const reference = createReferenceStore(pool, prisma, encryption)
  const accounts = createOfficerStore(prisma, encryption)
  const officers = createOfficers({
    store: accounts,
    secrets: createCredentialCrypto(),
    limiter: createSignInLimiter(),
    log,
    now,
  })
  const tickets = createTickets({
    ...runtime,
    store: createTicketStore(pool, prisma, encryption),
    officers: accounts,
    notifier,
  })
  const trends = createTrends(createTrendStore(pool), now)
  const facts = createFacts({ ...runtime, store: createFactStore(prisma), office: config.OFFICE })
  const registryStore = createRegistryStore(pool, prisma, encryption)
  const registry = createRegistryService({ ...runtime, notifier, store: registryStore })
  const openSeen = () => openSeenKeys(pool)
  const imports = createImports({ ...runtime, notifier, store: registryStore, openSeen, files: sheetFiles })
  const handler = createApi({
    desk: open ? { tickets, officers, trends, facts, registry, imports, reference } : null,
    ready: reference.isReady,
    log,
    consoleDir: existsSync(CONSOLE) ? CONSOLE : null,
    publicUrl: config.PUBLIC_URL ?? null,
  })
  return { handler, firstAccount: open ? await officers.ensureFirstSupervisor() : null }
}
