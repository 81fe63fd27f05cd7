import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { silentLog } from '../../src/adapters/log.ts'
import { createPool } from '../../src/adapters/prisma/pool.ts'
import { createPrisma } from '../../src/adapters/prisma/client.ts'
import { createOfficerStore } from '../../src/adapters/prisma/officers.ts'
import { createReferenceStore } from '../../src/adapters/prisma/reference/store.ts'
import { createApi } from '../../src/api/index.ts'
import { Problem } from '../../src/api/responses/index.ts'
import { openApi, type Api } from './support.ts'

let api: Api
let token: string
let path: string

beforeAll(async () => {
  api = await openApi()
  token = (await api.officer('ambassador')).token
  path = (await api.tickets.open()).path
})
afterAll(() => api.close())

/** Exactly these bytes; every problem must be problem+json as published, and must not show our insides. */
async function raw(
  method: string,
  address: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
) {
  const response = await fetch(`${api.address}${address}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(body === '' ? {} : { body: body as string }),
  })
  const text = await response.text()
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(text).not.toMatch(/node_modules|src\/|at .*\(|select |prisma/i)
  const json = Problem.parse(JSON.parse(text))
  expect(json.status).toBe(response.status)
  return { status: response.status, json, headers: response.headers }
}

const JSON_TYPE = { 'content-type': 'application/json' }
const replies = () => `/api/v1${path}/replies`

describe('every error is a problem with a clear detail', () => {
  test('unknown addresses, of the API and otherwise', async () => {
    for (const address of ['/api/v1/nothing', '/api/v2/tickets', '/api', '/nothing', '/api/v1/tickets/x/y/z'])
      expect(await raw('GET', address)).toMatchObject({ status: 404, json: { reason: 'no-such-page' } })
  })

  test('a method that the address does not know, with those it does', async () => {
    const answer = await raw('PUT', `/api/v1${path}`)
    expect(answer).toMatchObject({ status: 405, json: { reason: 'wrong-method' } })
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
    expect((await raw('OPTIONS', '/api/v1/session')).headers.get('allow')).toBe('POST, GET, DELETE, HEAD')
  })

  test('malformed JSON, JSON that is no object, and other types', async () => {
    expect(await raw('POST', replies(), JSON_TYPE, '{"text":')).toMatchObject({
      status: 400,
      json: { reason: 'malformed' },
    })
    expect((await raw('POST', replies(), JSON_TYPE, '"halo"')).status).toBe(400)
    expect((await raw('POST', replies(), JSON_TYPE, '[1]')).status).toBe(422)
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=latin1',
    ])
      expect((await raw('POST', replies(), { 'content-type': type }, 'text=halo')).status).toBe(415)
    expect(
      (await raw('POST', replies(), { ...JSON_TYPE, 'content-encoding': 'gzip' }, Buffer.from('no gzip')))
        .status,
    ).toBe(400)
  })

  test('a body that is too large', async () => {
    const answer = await raw('POST', replies(), JSON_TYPE, JSON.stringify({ text: 'x'.repeat(200_000) }))
    expect(answer).toMatchObject({ status: 413, json: { reason: 'too-large' } })
  })

  test('an address that is not well formed', async () => {
    expect(await raw('GET', '/api/v1/tickets/%E0%A4%A')).toMatchObject({
      status: 400,
      json: { reason: 'malformed' },
    })
    for (const number of ['%00', 'x', "'--", '%F0%9F%99%82', 'KPG-261120-014-Z', '9'.repeat(3000)])
      expect((await raw('GET', `/api/v1/tickets/${number}`)).status).toBe(404)
  })

  test.each([
    [{ text: 'halo', colour: 'red' }, 'colour'],
    [{ text: 'halo', __proto__x: 1 }, '__proto__x'],
    [{}, 'text'],
    [{ text: 5 }, 'text'],
    [{ text: null }, 'text'],
    [{ text: 'x', ifSeen: '3' }, 'ifSeen'],
    [{ text: 'x', ifSeen: 1.5 }, 'ifSeen'],
    [{ text: 'x', ifSeen: -1 }, 'ifSeen'],
    [{ text: 'x', ifSeen: 1e300 }, 'ifSeen'],
    [{ text: 'x', awaitsAnswer: 'yes' }, 'awaitsAnswer'],
  ])('wrong fields are named: %o', async (body, field) => {
    const answer = await raw('POST', replies(), JSON_TYPE, JSON.stringify(body))
    expect(answer).toMatchObject({ status: 422, json: { reason: 'wrong-fields', errors: [{ field }] } })
    expect(answer.json.detail).toContain(field)
  })

  test('what somebody wrote is not repeated in the answer', async () => {
    const answer = await raw('POST', replies(), JSON_TYPE, JSON.stringify({ text: ['rahasia sekali'] }))
    expect(JSON.stringify(answer.json)).not.toContain('rahasia')
  })

  test('an officer to assign must be an id', async () => {
    const answer = await raw('POST', `/api/v1${path}/assignment`, JSON_TYPE, '{"officer":"ana"}')
    expect(answer.json.errors).toEqual([{ field: 'officer', message: expect.any(String) }])
  })

  test('a claim needs no body at all', async () => {
    const response = await fetch(`${api.address}/api/v1${path}/assignment`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    })
    expect(response.status).toBe(200)
  })

  test('a cut-off request does no harm', async () => {
    const { port } = new URL(api.address)
    await new Promise<void>((resolve) => {
      const headers = { ...JSON_TYPE, authorization: `Bearer ${token}`, 'content-length': '50' }
      const cut = request({ port, path: replies(), method: 'POST', headers })
      cut.on('error', () => {})
      cut.on('close', () => resolve())
      cut.write('{"te')
      setTimeout(() => cut.destroy(), 50)
    })
    expect((await fetch(`${api.address}/healthz`)).status).toBe(200)
  })
})

test('while the database is away: 503, to be tried again', async () => {
  const pool = createPool('postgresql://nobody:x@127.0.0.1:1/none', silentLog)
  const prisma = createPrisma(pool)
  const store = createOfficerStore(prisma, api.encryption)
  const reference = createReferenceStore(pool, prisma, api.encryption)
  const officers = { ...api.officers, authenticate: store.findByToken as never }
  const desk = {
    tickets: {} as never,
    officers,
    trends: {} as never,
    facts: {} as never,
    registry: {} as never,
    imports: {} as never,
    reference,
  }
  const server = createApi({
    desk,
    ready: reference.isReady,
    log: silentLog,
    consoleDir: null,
    publicUrl: null,
  }).listen(0)
  const { port } = server.address() as { port: number }
  const get = (at: string) =>
    fetch(`http://127.0.0.1:${port}${at}`, { headers: { authorization: 'Bearer abc' } })
  for (const at of ['/readyz', '/api/v1/session']) {
    const response = await get(at)
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ reason: 'database-away' })
  }
  expect((await get('/api/v1/session')).headers.get('retry-after')).toBe('5')
  expect((await get('/healthz')).status).toBe(200)
  await new Promise((resolve) => server.close(resolve))
  await pool.end()
})
