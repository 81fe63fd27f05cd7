import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { z } from 'zod'
import { newId } from '../../src/adapters/ids.ts'
import { createFolderStorage } from '../../src/adapters/files/folder.ts'
import { silentLog } from '../../src/adapters/log.ts'
import { createPrisma } from '../../src/adapters/prisma/client.ts'
import { createLedger } from '../../src/adapters/prisma/ledger/index.ts'
import { createFactStore } from '../../src/adapters/prisma/facts/store.ts'
import { createOfficerStore } from '../../src/adapters/prisma/officers.ts'
import { createPool } from '../../src/adapters/prisma/pool.ts'
import { loadReference } from '../../src/adapters/prisma/reference/load.ts'
import { createReferenceStore } from '../../src/adapters/prisma/reference/store.ts'
import { seedReferenceData } from '../../src/adapters/prisma/seed/index.ts'
import { createRegistryStore } from '../../src/adapters/prisma/registry/index.ts'
import { openSeenKeys } from '../../src/adapters/prisma/registry/seen-keys.ts'
import { createTicketStore } from '../../src/adapters/prisma/tickets/store.ts'
import { createTrendStore } from '../../src/adapters/prisma/trends.ts'
import { createEncryption } from '../../src/adapters/encryption.ts'
import { createCredentialCrypto } from '../../src/adapters/secrets.ts'
import { sheetFiles } from '../../src/adapters/sheets/files.ts'
import { createSignInLimiter } from '../../src/adapters/sign-in-limiter.ts'
import { createTexts } from '../../src/adapters/texts.ts'
import { createApi, type ApiDeps } from '../../src/api/index.ts'
import { createFacts } from '../../src/desk/facts/index.ts'
import { createImports } from '../../src/desk/imports/index.ts'
import { createOfficers } from '../../src/desk/officers.ts'
import type { Notifier } from '../../src/desk/ports/notifier.ts'
import type { Texts } from '../../src/desk/ports/texts.ts'
import type { NewTicketRow } from '../../src/desk/ports/ledger.ts'
import { createReferenceCache } from '../../src/desk/reference.ts'
import { createRegistryService } from '../../src/desk/registry/index.ts'
import { createTickets } from '../../src/desk/tickets/index.ts'
import { createTrends } from '../../src/desk/tickets/trends.ts'
import type { Role } from '../../src/model/officer.ts'
import { freshDatabase } from '../support/database.ts'

/** Saturday morning in Kupang; the clock of a test stands still unless it is moved. */
export const NOW = Date.parse('2026-11-21T02:00:00Z')
export const DAY = 86_400_000
export const PASSWORD = 'kata sandi panjang'

/** Says key and values, so that a test sees which words were chosen. */
const texts: Texts = {
  render: (lang, text) =>
    'raw' in text ? text.raw : `${lang} ${text.key} ${String(text.vars?.number)}: ${String(text.vars?.text)}`,
  hears: createTexts().hears,
  languages: createTexts().languages,
}

export type Api = Awaited<ReturnType<typeof openApi>>

/** The officers' API as it is in production, on a database of its own and a real socket. */
export async function openApi(overrides: Partial<ApiDeps> = {}) {
  const database = await freshDatabase()
  const pool = createPool(database.url, silentLog)
  await seedReferenceData(pool)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tanyapaspor-api-'))
  const clock = { now: NOW }
  const now = () => clock.now
  const encryption = createEncryption('a key for tests only')
  const prisma = createPrisma(pool)
  const files = createFolderStorage(folder)
  const woken: string[] = []
  const notifier: Notifier = {
    wakeConversations: (ids) => void woken.push(...ids.map((id) => `converse ${id}`)),
    wakeDelivery: (channel, ids) => void woken.push(...ids.map((id) => `deliver ${channel} ${id}`)),
  }
  const store = createTicketStore(pool, prisma, encryption)
  const accounts = createOfficerStore(prisma, encryption)
  const officers = createOfficers({
    store: accounts,
    secrets: createCredentialCrypto(),
    limiter: createSignInLimiter(),
    log: silentLog,
    now,
  })
  const reference = createReferenceStore(pool, prisma, encryption)
  const book = await createReferenceCache(() => loadReference(pool), silentLog)
  const desk = {
    tickets: createTickets({
      store,
      officers: accounts,
      files,
      encryption,
      texts,
      notifier,
      log: silentLog,
      now,
    }),
    officers,
    trends: createTrends(createTrendStore(pool), now),
    reference,
    registry: createRegistryService({
      store: createRegistryStore(pool, prisma, encryption),
      reference: book,
      notifier,
      now,
    }),
    imports: createImports({
      store: createRegistryStore(pool, prisma, encryption),
      encryption,
      reference: book,
      files: sheetFiles,
      openSeen: () => openSeenKeys(pool),
      notifier,
      now,
    }),
    facts: createFacts({
      store: createFactStore(prisma),
      reference: book,
      texts: createTexts(),
      newId,
      now,
      office: 'KPG',
    }),
  }
  const app = createApi({
    desk,
    ready: reference.isReady,
    log: silentLog,
    consoleDir: null,
    publicUrl: null,
    ...overrides,
  })
  const server = createServer(app)
  const address = await listen(server)
  const check = await checker(address)

  /** A JSON request; every answer must be as `/api/openapi.json` says. */
  async function call(
    method: string,
    route: string,
    options: { as?: string; body?: unknown; headers?: Record<string, string> } = {},
  ) {
    const response = await fetch(`${address}/api/v1${route}`, {
      method,
      headers: {
        ...(options.as ? { authorization: `Bearer ${options.as}` } : {}),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    })
    const text = await response.text()
    const json: any = text === '' ? null : JSON.parse(text)
    check(method, route, response, json)
    return { status: response.status, json, headers: response.headers }
  }

  /** A new officer; returns a bearer token and who it is. */
  async function officer(role: Role, office: string | null = null, name = `${role} ${office ?? 'semua'}`) {
    const email = `${newId()}@kantor.example`
    await officers.add({ email, name, role, office, password: PASSWORD })
    const account = await accounts.findByEmail(email)
    return { token: (await officers.issueBearerToken(email)).secret, id: account!.id, name, email }
  }

  return {
    address,
    url: database.url,
    pool,
    prisma,
    encryption,
    files,
    clock,
    woken,
    library: book,
    officers,
    accounts,
    call,
    officer,
    tickets: ticketMaker(pool, (name) => encryption.encrypt(name)),
    async close() {
      await new Promise((resolve) => server.close(resolve))
      book.stop()
      await pool.end()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

/** Compares answers with the published description: a route, a status or a field that it does not know is an error. */
async function checker(address: string) {
  const description: any = await (await fetch(`${address}/api/openapi.json`)).json()
  const defs = JSON.parse(
    JSON.stringify(description.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
  )
  const shapes = new Map(
    Object.keys(defs).map((id) => [id, z.fromJSONSchema({ $ref: `#/$defs/${id}`, $defs: defs })]),
  )
  return (method: string, route: string, response: Response, json: unknown) => {
    const type = response.headers.get('content-type') ?? ''
    const operation = operationOf(description, method, route)
    const answer = operation?.responses[response.status] ?? (response.ok ? undefined : problem)
    if (!answer) throw new Error(`${method} ${route}: ${response.status} is not described`)
    if (!answer.content) return
    const shape = Object.entries<any>(answer.content).find(([media]) => type.startsWith(media))?.[1].schema
    if (!shape) throw new Error(`${method} ${route}: ${response.status} answers ${type}`)
    shapes.get(shape.$ref.split('/').at(-1))!.parse(json)
  }
}

const problem = {
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function operationOf(description: any, method: string, route: string): any {
  const path = `/api/v1${route.split('?')[0]}`
  const found = Object.keys(description.paths).find((known) =>
    new RegExp(`^${known.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  )
  return found && description.paths[found][method.toLowerCase()]
}

/** Tickets the way the conversation opens them: through the ledger, with messages before and after. */
function ticketMaker(pool: pg.Pool, encrypt: (name: string) => string) {
  const ledger = createLedger(pool, 1, 'KPG')
  let serial = 0

  async function chat(name = 'Ibu Contoh') {
    const key = {
      channel: 'telegram' as const,
      addressHash: newId(),
      address: encrypt('1'),
      name: encrypt(name),
    }
    return (await ledger.chatIds([key]))[0]!
  }

  /** What the person writes, and what is answered; marked as belonging to a ticket, or as confidential, when told so. */
  async function say(
    chatId: string,
    content: object,
    mark: { ticketId?: string; confidential?: boolean } = {},
  ) {
    const id = newId()
    await ledger.accept([
      { id, chatId, externalId: id, content: content as never, fileReference: null, fileWaitMs: null },
    ])
    const [taken] = await ledger.take([chatId])
    const handled = [
      { inboundId: id, confidential: mark.confidential ?? false, ticketId: mark.ticketId ?? null },
    ]
    await ledger.commit([{ ...turn(chatId, taken!.version), handled }])
    return id
  }

  async function ask(
    chatId: string,
    text: string,
    question: number,
    choices: { id: string; label: string }[],
  ) {
    const [version] = (await pool.query('SELECT version FROM chat WHERE id = $1', [chatId])).rows
    const message = { id: newId(), content: { text, choices, question }, confidential: false, local: false }
    await ledger.commit([{ ...turn(chatId, version.version), outbound: [message] }])
  }

  async function open(ticket: Partial<NewTicketRow> & { chatId?: string } = {}) {
    const chatId = ticket.chatId ?? (await chat())
    const id = newId()
    const office = ticket.office ?? 'KPG'
    const number = (await numberOf(ledger, chatId, office, ++serial))!
    const row: NewTicketRow = {
      id,
      number,
      kind: 'complaint',
      office,
      category: 'APP-OTP',
      confidential: false,
      story: 'Kode OTP tidak pernah datang.',
      files: [],
      due: '2026-11-26',
      storyFrom: Date.now() - 60_000,
      lang: 'id',
      servqual: 'reliability',
      priority: ticket.confidential ? 2 : 3,
      openedAt: Date.now(),
      ...ticket,
    }
    const { rows } = await pool.query('SELECT version FROM chat WHERE id = $1', [chatId])
    await ledger.commit([{ ...turn(chatId, rows[0].version), newTickets: [row] }])
    return { id, number, chatId, path: `/tickets/${number}` }
  }

  return { ledger, chat, say, ask, open }
}

async function numberOf(
  ledger: ReturnType<typeof createLedger>,
  chatId: string,
  office: string,
  serial: number,
) {
  const day = `2026-11-${String(1 + (serial % 20)).padStart(2, '0')}`
  const [answer] = await ledger.query([{ chatId, query: { of: 'new ticket', office }, day }])
  return answer?.of === 'new ticket' ? answer.number : null
}

function turn(chatId: string, version: number) {
  const channel = 'telegram' as const
  return {
    chatId,
    channel,
    version,
    at: NOW,
    state: { v: 1 },
    applicantWrote: true,
    handled: [],
    outbound: [],
    newTickets: [],
    ticketChanges: [],
    subscriptions: [],
  }
}
