import { z } from 'zod'
import type { ApplicationView } from '../../flows/engine/conversation.ts'
import type { Log } from '../../desk/ports/log.ts'
import type { Encryption } from '../../desk/ports/encryption.ts'
import type { ApplicationQuery, Registry } from '../../desk/ports/registry.ts'
import { collectBytes } from '../../http/body.ts'
import { APPLICATION_STATUSES } from '../../model/applications/status.ts'
import { maskName } from '../../model/applications/name.ts'
import type { QuotaFigure } from '../../model/quota/figures.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import { encryptProof } from './proof.ts'
import { createTtlCache } from './ttl-cache.ts'

export interface HttpRegistrySettings {
  readonly url: string
  readonly token: string | null
  readonly encryption: Encryption
  readonly log: Log
  /** Time for one answer (ms). */
  readonly timeoutMs?: number
  /** How long an answer is good (ms). */
  readonly cacheMs?: number
  /** How long a broken source is left alone (ms). */
  readonly pauseMs?: number
  /** Monotonic clock (ms). */
  readonly clock?: () => number
}

const TIMEOUT = 3_000
const CACHE = 30_000
const CACHED = 2_000
/** Largest answer read (bytes). */
const LARGEST = 1_000_000

const day = z.iso.date().nullable().default(null)
const Application = z.object({
  office: z.string(),
  status: z.enum(APPLICATION_STATUSES),
  name: z.string().nullable().default(null),
  visitDay: day,
  interviewDay: day,
  issuedDay: day,
  enteredAt: z.iso.datetime({ offset: true }),
})
const Figures = z.object({
  figures: z.array(
    z.object({
      office: z.string(),
      unit: z.enum(['office', 'ulp', 'mpp', 'ukk']),
      lane: z.enum(['regular', 'express', 'priority', 'bap']),
      day: z.iso.date(),
      half: z.enum(['morning', 'afternoon']).nullable(),
      left: z.int().min(0),
      enteredAt: z.iso.datetime({ offset: true }),
    }),
  ),
})

/**
 * The registry behind an official HTTP API, the day there is one: the protocol is in docs/operating.md. Whatever goes wrong – no
 * connection, too slow, an error, an answer of another shape – is `away`, and after some failures at once.
 */
export function createHttpRegistry(settings: HttpRegistrySettings): Registry {
  const { encryption, log, clock = () => performance.now(), cacheMs = CACHE, pauseMs } = settings
  const breaker = createCircuitBreaker(clock, pauseMs === undefined ? {} : { pause: pauseMs })
  const applications = createTtlCache<ApplicationView>(clock, cacheMs, CACHED)
  const figures = createTtlCache<readonly QuotaFigure[]>(clock, cacheMs, CACHED)

  async function away<T>(call: () => Promise<T>): Promise<T | 'away'> {
    try {
      return await breaker.run(call)
    } catch (error) {
      log.warn('registry away', { error: error instanceof Error ? error.name : 'unknown' })
      return 'away'
    }
  }

  async function application(ask: ApplicationQuery): Promise<ApplicationView | 'unknown' | 'away'> {
    const key = encryption.hash('application birth', `${ask.number}\0${ask.birth}`)
    const known = applications.get(key)
    if (known) return known
    const answer = await away(() => search(settings, ask))
    if (typeof answer === 'object') applications.set(key, answer)
    return answer
  }

  async function office(code: string, from: string): Promise<readonly QuotaFigure[] | 'away'> {
    const key = `${code} ${from}`
    const known = figures.get(key)
    if (known) return known
    const answer = await away(() => quota(settings, code, from))
    if (answer !== 'away') figures.set(key, answer)
    return answer
  }

  return {
    applications: (asks) => Promise.all(asks.map(application)),
    quotaFigures: (asks) =>
      Promise.all(
        asks.map(async ({ offices, from }) => {
          const found = await Promise.all(offices.map((code) => office(code, from)))
          const known = found.filter((one) => one !== 'away')
          return known.length < found.length ? 'away' : known.flat()
        }),
      ),
  }
}

async function search(
  settings: HttpRegistrySettings,
  ask: ApplicationQuery,
): Promise<ApplicationView | 'unknown'> {
  const answer = await call(settings, '/applications/search', ask)
  if (answer === null) return 'unknown'
  const { name, enteredAt, ...found } = Application.parse(answer)
  return {
    ...found,
    id: settings.encryption.hash('application', ask.number),
    proof: encryptProof(settings.encryption, ask),
    name: name === null ? null : maskName(name),
    enteredAt: Date.parse(enteredAt),
  }
}

async function quota(
  settings: HttpRegistrySettings,
  office: string,
  from: string,
): Promise<readonly QuotaFigure[]> {
  const query = new URLSearchParams({ office, from })
  const { figures } = Figures.parse(await call(settings, `/quota?${query}`, null))
  return figures
    .filter((one) => one.office === office && one.day >= from)
    .map((one) => ({ ...one, enteredAt: Date.parse(one.enteredAt) }))
}

/** The JSON of an answer, or null for 404. Throws on anything else, without the address or a word of the answer. */
async function call(
  { url, token, timeoutMs = TIMEOUT }: HttpRegistrySettings,
  path: string,
  body: unknown,
): Promise<unknown> {
  const response = await fetch(url.replace(/\/$/, '') + path, {
    method: body === null ? 'GET' : 'POST',
    headers: {
      accept: 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== null && { 'content-type': 'application/json' }),
    },
    body: body === null ? null : JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (response.ok && response.body) {
    const bytes = await collectBytes(response.body, LARGEST)
    if (bytes === 'too-large') throw new Error('the registry answered too much')
    return JSON.parse(bytes.toString())
  }
  await response.body?.cancel()
  if (response.status === 404) return null
  throw new Error(`the registry answered ${response.status}`)
}
