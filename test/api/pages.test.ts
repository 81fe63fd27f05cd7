import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { silentLog } from '../../src/adapters/log.ts'
import { createApi } from '../../src/api/index.ts'
import { ROUTES } from '../../src/api/routes.ts'
import { openApi, type Api } from './support.ts'

let api: Api
const dir = mkdtempSync(path.join(os.tmpdir(), 'tanyapaspor-console-'))

beforeAll(async () => {
  mkdirSync(path.join(dir, 'assets'))
  writeFileSync(path.join(dir, 'index.html'), '<!doctype html><title>Meja</title>')
  writeFileSync(path.join(dir, 'assets', 'app-1a2b.js'), 'void 0')
  api = await openApi({ consoleDir: dir })
})
afterAll(async () => {
  await api.close()
  rmSync(dir, { recursive: true })
})

const get = (at: string, headers: Record<string, string> = {}) => fetch(`${api.address}${at}`, { headers })

describe('the console', () => {
  test('its page is served at / and wherever a browser goes inside it, always asked for anew', async () => {
    for (const at of ['/', '/tiket/KPG-261120-014-7', '/index.html']) {
      const response = await get(at, { accept: 'text/html,*/*' })
      expect(response.status).toBe(200)
      expect(await response.text()).toContain('Meja')
      expect(response.headers.get('cache-control')).toBe('no-cache')
    }
  })

  test('built files are kept for ever; missing ones and API addresses are not answered with the page', async () => {
    expect((await get('/assets/app-1a2b.js')).headers.get('cache-control')).toContain('immutable')
    expect((await get('/assets/app-old.js')).status).toBe(404)
    expect((await get('/api/v1/nothing', { accept: 'text/html' })).status).toBe(404)
    expect((await get('/..%2f..%2fpackage.json')).status).toBeGreaterThanOrEqual(400)
  })

  test('nothing but our own scripts may run, and nobody may frame us', async () => {
    const { headers } = await get('/')
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
  })
})

describe('health', () => {
  test('lives and is ready', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' })
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' })
  })

  test('metrics are for this machine, or for an admin; they name routes, never numbers of tickets', async () => {
    const admin = await api.officer('admin')
    const supervisor = await api.officer('supervisor')
    const ticket = await api.tickets.open()
    await api.call('GET', ticket.path, { as: supervisor.token })
    const text = await (await get('/metrics')).text()
    expect(text).toContain('route="/api/v1/tickets/{number}",status="200"')
    expect(text).not.toContain(ticket.number)
    const proxied = { 'x-forwarded-for': '203.0.113.9' }
    const as = (token: string) => ({ ...proxied, authorization: `Bearer ${token}` })
    expect((await get('/metrics', proxied)).status).toBe(401)
    expect((await get('/metrics', as(supervisor.token))).status).toBe(403)
    expect((await get('/metrics', as(admin.token))).status).toBe(200)
  })

  test('a process without the officers’ API has health and metrics only', async () => {
    const app = createApi({
      desk: null,
      ready: async () => true,
      log: silentLog,
      consoleDir: dir,
      publicUrl: null,
    })
    const server = app.listen(0)
    const address = `http://127.0.0.1:${(server.address() as { port: number }).port}`
    const statuses = await Promise.all(
      ['/healthz', '/readyz', '/metrics', '/', '/api/v1/tickets', '/api/openapi.json'].map(
        async (at) => (await fetch(address + at)).status,
      ),
    )
    expect(statuses).toEqual([200, 200, 200, 404, 404, 404])
    await new Promise((resolve) => server.close(resolve))
  })
})

describe('the description', () => {
  test('is OpenAPI 3.1 and knows every route of the table, and no other', async () => {
    const description: any = await (await get('/api/openapi.json')).json()
    expect(description.openapi).toMatch(/^3\.1\./)
    const described = Object.entries<any>(description.paths).flatMap(([at, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${at}`),
    )
    expect(described.sort()).toEqual(ROUTES.map((route) => `${route.method} /api/v1${route.path}`).sort())
  })

  test('every reference leads somewhere, every operation has its own id, and closed routes say how to sign in', async () => {
    const text = await (await get('/api/openapi.json')).text()
    const description = JSON.parse(text)
    for (const [, id] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(description.components.schemas).toHaveProperty(id!)
    const operations = Object.values<any>(description.paths).flatMap((operations) =>
      Object.values<any>(operations),
    )
    expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(ROUTES.length)
    expect(operations.filter((operation) => operation.security.length === 0)).toHaveLength(1)
  })

  test('requests are described as they are checked', async () => {
    const description: any = await (await get('/api/openapi.json')).json()
    const { schemas } = description.components
    expect(schemas.ReplyRequest).toMatchObject({
      required: ['text'],
      additionalProperties: false,
      properties: { text: { type: 'string', minLength: 1, maxLength: 4000 } },
    })
    const names = description.paths['/api/v1/tickets'].get.parameters.map((parameter: any) => parameter.name)
    expect(names).toEqual(
      expect.arrayContaining([
        'state',
        'office',
        'category',
        'assignee',
        'channel',
        'priority',
        'q',
        'from',
        'to',
        'limit',
        'cursor',
      ]),
    )
  })
})
