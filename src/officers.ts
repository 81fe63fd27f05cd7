import type { IncomingMessage, ServerResponse } from 'node:http'
import { createPrisma } from './adapters/prisma/client.ts'
import { createOfficerStore } from './adapters/prisma/officers.ts'
import { createReferenceStore } from './adapters/prisma/reference.ts'
import { createTicketStore } from './adapters/prisma/tickets.ts'
import { createTrendStore } from './adapters/prisma/trends.ts'
import { createSecrets } from './adapters/secrets.ts'
import { createThrottle } from './adapters/throttle.ts'
import { createApi } from './api/index.ts'
import { createOfficers } from './desk/officers.ts'
import type { Bells } from './desk/ports.ts'
import { createTickets } from './desk/tickets.ts'
import { createTrends } from './desk/trends.ts'
import type { Runtime } from './runtime.ts'

export interface OfficersDoor {
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void
  /** The first supervisor's e-mail and password, made on an empty table; shown once. */
  readonly first: { readonly email: string; readonly password: string } | null
}

/** Where the console's pages are built. */
const CONSOLE = 'console/dist'

/** The officers' API and console on this runtime. */
export async function openOfficersDoor(runtime: Runtime, bells: Bells): Promise<OfficersDoor> {
  const { pool, seal, log, now, config } = runtime
  const prisma = createPrisma(pool)
  const accounts = createOfficerStore(prisma, seal)
  const reference = createReferenceStore(pool, prisma, seal)
  const officers = createOfficers({
    store: accounts,
    secrets: createSecrets(),
    throttle: createThrottle(),
    log,
    now,
  })
  const desk = {
    tickets: createTickets({ ...runtime, store: createTicketStore(pool, seal), officers: accounts, bells }),
    officers,
    trends: createTrends(createTrendStore(pool), now),
    reference,
  }
  const publicUrl = config.PUBLIC_URL ?? null
  const handler = createApi({ desk, ready: reference.ready, log, consoleDir: CONSOLE, publicUrl })
  return { handler, first: await officers.ensureFirstSupervisor() }
}
