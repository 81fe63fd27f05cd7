import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createCircuitBreaker } from '../../../src/adapters/registry/circuit-breaker.ts'
import { silentLog } from '../../../src/adapters/log.ts'
import { createHttpRegistry, type HttpRegistrySettings } from '../../../src/adapters/registry/http.ts'
import { decryptProof } from '../../../src/adapters/registry/proof.ts'
import { createEncryption } from '../../../src/adapters/encryption.ts'
import type { ApplicationView } from '../../../src/flows/engine/conversation.ts'

/** A stand-in for an official API: answers as the test says, and notes what it was asked. */
let server: Server
let url: string
let asked: { path: string; token: string | undefined; body: string }[] = []
let answer: { status: number; body: unknown; waitMs?: number }
let time = 0
let run = 0

const ANA = {
  office: 'KPG',
  status: 'SIAP_DIAMBIL',
  name: 'Ana Contoh',
  visitDay: '2026-11-10',
  issuedDay: '2026-11-20',
  enteredAt: '2026-11-20T08:00:00+08:00',
}
const ASK = { number: '123456789012', birth: '1990-05-12' }

beforeAll(async () => {
  server = createServer((request, response) => {
    const reply = async () => {
      const body = await text(request)
      // a request that was given up in an earlier test may still be on its way
      const [, of, path] = /^\/(\d+)(.*)$/.exec(request.url!)!
      if (Number(of) === run) asked.push({ path: path!, token: request.headers.authorization, body })
      if (answer.waitMs) await new Promise((resolve) => setTimeout(resolve, answer.waitMs))
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
    }
    void reply()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
  run++
  answer = { status: 200, body: ANA }
  time = 0
})

const registry = (settings: Partial<HttpRegistrySettings> = {}) =>
  createHttpRegistry({
    url: `${url}/${run}/api/`,
    token: 'a-token',
    encryption: createEncryption('a key for tests only'),
    log: silentLog,
    timeoutMs: 10_000,
    clock: () => time,
    ...settings,
  })

describe('an application', () => {
  test('is asked for in a body with the token, and comes with its name masked', async () => {
    expect(await registry().applications([ASK])).toEqual([
      {
        id: createEncryption('a key for tests only').hash('application', ASK.number),
        office: 'KPG',
        status: 'SIAP_DIAMBIL',
        proof: expect.any(String),
        name: 'An* Co****',
        visitDay: '2026-11-10',
        interviewDay: null,
        issuedDay: '2026-11-20',
        enteredAt: Date.parse('2026-11-20T00:00:00Z'),
      },
    ])
    expect(asked).toEqual([
      { path: '/api/applications/search', token: 'Bearer a-token', body: JSON.stringify(ASK) },
    ])
  })

  test('brings what it takes to ask again, encrypted', async () => {
    const [found] = await registry().applications([ASK])
    const { proof = '' } = found as ApplicationView
    expect(decryptProof(createEncryption('a key for tests only'), proof)).toEqual(ASK)
    expect(decryptProof(createEncryption('another key of that length'), proof)).toBeNull()
    expect(Buffer.from(proof, 'base64url').toString('latin1')).not.toMatch(/123456789012|1990/)
  })

  test('that is not there is unknown, and is asked for anew each time', async () => {
    answer = { status: 404, body: {} }
    const source = registry()
    expect(await source.applications([ASK])).toEqual(['unknown'])
    expect(await source.applications([ASK])).toEqual(['unknown'])
    expect(asked).toHaveLength(2)
  })

  test('is kept for a short while, for the right birth date only', async () => {
    const source = registry({ cacheMs: 1000 })
    await source.applications([ASK])
    await source.applications([ASK])
    expect(asked).toHaveLength(1)
    await source.applications([{ ...ASK, birth: '1990-05-13' }])
    expect(asked).toHaveLength(2)
    time = 1001
    await source.applications([ASK])
    expect(asked).toHaveLength(3)
  })
})

describe('a source that is away', () => {
  test.each([
    ['an error', { status: 500, body: {} }],
    ['a refused token', { status: 401, body: {} }],
    ['another shape', { status: 200, body: { ...ANA, status: 'SOMETHING' } }],
    ['no JSON', { status: 200, body: '<html>' }],
    ['too much', { status: 200, body: 'x'.repeat(1_100_000) }],
    ['silence', { status: 200, body: ANA, waitMs: 1000 }],
  ])('with %s is said to be away', async (_, said) => {
    answer = said
    const timeoutMs = 'waitMs' in said ? 200 : 10_000
    expect(await registry({ timeoutMs }).applications([ASK])).toEqual(['away'])
  })

  test('cannot even be reached: away', async () => {
    expect(await registry({ url: 'http://127.0.0.1:1/' }).applications([ASK])).toEqual(['away'])
  })

  test('is left alone after five failures, tried once after a pause, and back when it answers', async () => {
    const source = registry({ pauseMs: 1000, cacheMs: 0 })
    answer = { status: 503, body: {} }
    for (let n = 0; n < 9; n++) expect(await source.applications([ASK])).toEqual(['away'])
    expect(asked).toHaveLength(5)
    time = 1001
    expect(await source.applications([ASK, { ...ASK, birth: '1991-01-01' }])).toEqual(['away', 'away'])
    expect(asked).toHaveLength(6)
    time = 2002
    answer = { status: 200, body: ANA }
    expect(await source.applications([ASK])).toMatchObject([{ office: 'KPG' }])
    expect(await source.applications([ASK, { ...ASK, birth: '1991-01-01' }])).toMatchObject([
      { office: 'KPG' },
      { office: 'KPG' },
    ])
  })
})

test('a breaker counts failures in a row only', async () => {
  const breaker = createCircuitBreaker(() => 0, { failures: 2 })
  const fail = () => breaker.run(() => Promise.reject(new Error('no')))
  await expect(fail()).rejects.toThrow('no')
  expect(await breaker.run(() => Promise.resolve(1))).toBe(1)
  await expect(fail()).rejects.toThrow('no')
  await expect(fail()).rejects.toThrow('no')
  await expect(fail()).rejects.toThrow('left alone')
})

describe('places', () => {
  const figure = (office: string, day: string) => ({
    office,
    unit: 'office',
    lane: 'regular',
    day,
    half: null,
    left: 4,
    enteredAt: '2026-11-21T00:00:00Z',
  })

  test('are asked office by office and told from the day on', async () => {
    answer = { status: 200, body: { figures: [figure('KPG', '2026-11-23'), figure('KPG', '2026-11-01')] } }
    const told = await registry().quotaFigures([{ offices: ['KPG'], from: '2026-11-21' }])
    expect(told).toEqual([
      [{ ...figure('KPG', '2026-11-23'), enteredAt: Date.parse('2026-11-21T00:00:00Z') }],
    ])
    expect(asked[0]).toMatchObject({ path: '/api/quota?office=KPG&from=2026-11-21', body: '' })
  })

  test('of which one office cannot be asked are away together', async () => {
    answer = { status: 200, body: {} }
    expect(await registry().quotaFigures([{ offices: ['KPG', 'DPS'], from: '2026-11-21' }])).toEqual(['away'])
  })
})
