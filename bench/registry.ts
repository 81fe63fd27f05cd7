import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { silentLog } from '../src/adapters/log.ts'
import { openDatabase } from '../src/adapters/postgres/open.ts'
import { createPrisma } from '../src/adapters/prisma/client.ts'
import { createPool } from '../src/adapters/prisma/pool.ts'
import {
  createLookupAttempts,
  createRegistryStore,
  createLocalRegistry,
} from '../src/adapters/prisma/registry/index.ts'
import { createEncryption } from '../src/adapters/encryption.ts'
import { createQueries } from '../src/desk/pipeline/turns/queries.ts'
import { addDays } from '../src/model/dates/calendar.ts'
import { APPLICATION_STATUSES } from '../src/model/applications/status.ts'
import type { ApplicationEntry } from '../src/model/imports/application-row.ts'
import type { QuotaEntry } from '../src/model/imports/quota-row.ts'

const TODAY = '2026-11-21'
const SOURCE = { by: 'bench', at: Date.parse('2026-11-21T02:00:00Z'), office: null }
const BATCH = 5_000
const ASKED = 5_000
const CHAT = '00000000-0000-7000-8000-000000000001'

/** Status and quota answers with few and with many applications (and offices with places) in the same tables, one run. */
export async function registry({
  few,
  many,
}: {
  few: number
  many: number
}): Promise<Record<string, unknown>> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'tanyapaspor-bench-'))
  chmodSync(dir, 0o755) // run as root, PostgreSQL is another user
  const database = await openDatabase({ dataDir: dir }, silentLog)
  const pool = createPool(database.url, silentLog)
  try {
    await enter(pool, 0, few, 1)
    const small = await measure(pool, few, 1)
    const began = performance.now()
    await enter(pool, few, many, 140)
    const seconds = (performance.now() - began) / 1000
    const large = await measure(pool, many, 140)
    const ratio = (of: 'status' | 'quota') => round(large[of].p50Ms / small[of].p50Ms)
    return {
      applications: { few, many, enteredPerSecond: Math.round((many - few) / seconds) },
      answers: ASKED,
      few: small,
      many: large,
      ratios: { status: ratio('status'), quota: ratio('quota') },
    }
  } finally {
    await pool.end()
    await database.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

const encryption = createEncryption('a key for measuring only')
const numberOf = (n: number) => String(100_000_000_000 + n)
const officeOf = (n: number) => `O${n}`

/** Applications `from` to `to`, and places of three months at so many offices. */
async function enter(pool: pg.Pool, from: number, to: number, offices: number): Promise<void> {
  const book = createRegistryStore(pool, createPrisma(pool), encryption)
  for (let at = from; at < to; at += BATCH)
    await book.enterApplications(
      Array.from({ length: Math.min(BATCH, to - at) }, (_, n) => application(at + n)),
      SOURCE,
    )
  for (let office = 0; office < offices; office++) await book.enterFigures(figures(officeOf(office)), SOURCE)
  await pool.query('VACUUM ANALYZE application, quota_figure')
}

function application(n: number): ApplicationEntry {
  return {
    number: numberOf(n),
    birth: '1990-05-12',
    office: officeOf(n % 140),
    status: APPLICATION_STATUSES[n % APPLICATION_STATUSES.length]!,
    name: 'Ma*** Ke***',
    visitDay: TODAY,
    interviewDay: null,
    issuedDay: null,
  }
}

function figures(office: string): QuotaEntry[] {
  return Array.from({ length: 180 }, (_, n) => ({
    office,
    unit: 'office',
    lane: 'regular',
    day: addDays(TODAY, Math.floor(n / 2)),
    half: n % 2 ? 'morning' : 'afternoon',
    left: n % 7,
  }))
}

/** Answers one after the other, as a conversation gets them: the tries of the chat are looked at too. */
async function measure(pool: pg.Pool, applications: number, offices: number) {
  const ask = createQueries({
    ledger: { query: () => Promise.reject(new Error('not asked here')) },
    registry: createLocalRegistry(pool, encryption),
    attempts: createLookupAttempts(pool),
  })
  const any = (count: number) => Math.floor(Math.random() * count)
  const status = async () => {
    const number = numberOf(any(applications))
    const answer = await ask(CHAT, { of: 'application', number, birth: '1990-05-12' }, TODAY)
    if (answer.of !== 'application' || typeof answer.found !== 'object') throw new Error('not found')
  }
  const quota = async () => {
    const answer = await ask(CHAT, { of: 'quota', offices: [officeOf(any(offices))] }, TODAY)
    if (answer.of !== 'quota' || answer.figures.length === 0) throw new Error('no places')
  }
  return { status: await timed(status), quota: await timed(quota) }
}

async function timed(run: () => Promise<void>) {
  for (let n = 0; n < ASKED / 10; n++) await run() // warm: prepared statements, caches
  const times: number[] = []
  for (let n = 0; n < ASKED; n++) {
    const began = performance.now()
    await run()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { p50Ms: round(times[ASKED / 2]!), p99Ms: round(times[Math.floor(ASKED * 0.99)]!) }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
