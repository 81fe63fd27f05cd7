import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROUTES } from '../../src/api/routes.ts'
import { ROLES } from '../../src/model/officer.ts'
import { openApi, type Api } from './support.ts'

let api: Api
const tokens = new Map<string, string>()

beforeAll(async () => {
  api = await openApi()
  for (const role of ROLES) tokens.set(role, (await api.officer(role)).token)
})
afterAll(() => api.close())

const address = (path: string) => path.replace('{number}', 'KPG-261120-001-0').replace('{id}', 'x')

describe('every route of the table', () => {
  for (const route of ROUTES) {
    const name = `${route.method} ${route.path}`
    const body = route.body ? {} : undefined

    test(`${name} asks who it is, unless it is open`, async () => {
      const answer = await api.call(route.method, address(route.path), { body })
      expect(answer.status === 401).toBe(route.minimumRole !== 'open')
    })

    test(`${name} asks for the role ${route.minimumRole}`, async () => {
      const least = ROLES.findIndex((role) => role === route.minimumRole)
      for (const [at, role] of ROLES.entries()) {
        const answer = await api.call(route.method, address(route.path), { as: tokens.get(role)!, body })
        expect(answer.json?.reason === 'not-your-role').toBe(at < least)
      }
    })
  }
})

test('only these routes may be called by anybody or need more than an ambassador', () => {
  const special = ROUTES.filter((route) => route.minimumRole !== 'ambassador').map(
    (route) => `${route.minimumRole} ${route.method} ${route.path}`,
  )
  expect(special).toEqual([
    'open POST /session',
    'supervisor GET /trends',
    'supervisor GET /officers',
    'supervisor PUT /facts',
    'supervisor POST /facts/preview',
    'supervisor POST /facts/{id}/confirmation',
    'supervisor POST /facts/{id}/retirement',
    'supervisor PUT /applications',
    'supervisor POST /imports/applications',
    'supervisor POST /imports/quota',
    'admin GET /channels',
  ])
})

describe('reference data', () => {
  const as = (role: string) => ({ as: tokens.get(role)! })

  test('offices and categories in force', async () => {
    const offices = await api.call('GET', '/offices', as('ambassador'))
    expect(offices.json.items).toContainEqual(expect.objectContaining({ code: 'KPG', zone: 'Asia/Makassar' }))
    await api.pool.query("UPDATE category SET valid_to = '2020-01-01' WHERE code = 'OTH'")
    const codes = (await api.call('GET', '/categories', as('ambassador'))).json.items.map(
      (item: any) => item.code,
    )
    expect(codes).toContain('INT-CALO')
    expect(codes).not.toContain('OTH')
  })

  test('officers a ticket can be given to: of one’s own office and of all', async () => {
    const mine = await api.officer('supervisor', 'KPG', 'Kepala Kupang')
    await api.officer('ambassador', 'DPS', 'Duta Denpasar')
    await api.officer('ambassador', 'KPG', 'Duta Kupang')
    const names = async (token: string) =>
      (await api.call('GET', '/officers', { as: token })).json.items.map((item: any) => item.name)
    expect(await names(mine.token)).toEqual(
      expect.arrayContaining(['Kepala Kupang', 'Duta Kupang', 'ambassador semua']),
    )
    expect(await names(mine.token)).not.toContain('Duta Denpasar')
    expect(await names(tokens.get('supervisor')!)).toContain('Duta Denpasar')
  })

  test('channels as they report themselves, with what links an account', async () => {
    const secret = api.encryption.encrypt(JSON.stringify({ pairingCode: 'ABCD-1234', qr: '2@kode' }))
    const [lastIn, lastOut] = [Date.parse('2026-11-20T10:00:00Z'), null]
    await api.tickets.ledger.channelStates([
      { channel: 'telegram', state: 'on', secret: null, lastIn, lastOut, refused: 2 },
      {
        channel: 'whatsapp',
        state: 'linking',
        detail: 'waits for the code',
        secret,
        lastIn: null,
        lastOut,
        refused: 0,
      },
    ])
    const { json } = await api.call('GET', '/channels', as('admin'))
    expect(json.items).toEqual([
      expect.objectContaining({
        channel: 'telegram',
        linked: true,
        pairingCode: null,
        qr: null,
        refused: 2,
        lastIn: '2026-11-20T10:00:00.000Z',
      }),
      expect.objectContaining({
        channel: 'whatsapp',
        linked: false,
        detail: 'waits for the code',
        pairingCode: 'ABCD-1234',
        qr: '2@kode',
      }),
    ])
  })
})
