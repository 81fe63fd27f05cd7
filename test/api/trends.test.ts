import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY, NOW, openApi, type Api } from './support.ts'

let api: Api
let supervisor: string
let kupang: string

const trends = async (query = '', as = supervisor) => (await api.call('GET', `/trends${query}`, { as })).json
const counted = (rows: any[]) => Object.fromEntries(rows.map((row) => [row.key, row.tickets]))

beforeAll(async () => {
  api = await openApi()
  supervisor = (await api.officer('supervisor')).token
  kupang = (await api.officer('supervisor', 'KPG')).token
  const { open } = api.tickets
  await open({ openedAt: NOW - DAY, due: '2026-11-25' })
  await open({ openedAt: NOW - DAY, due: '2026-11-20' })
  const done = await open({ openedAt: NOW - 2 * DAY, due: '2026-11-20', category: 'PAY-EXPIRED' })
  await api.call('POST', `${done.path}/closure`, { as: supervisor, body: { resolution: 'selesai' } })
  await api.pool.query('UPDATE ticket SET rating = 4 WHERE id = $1', [done.id])
  await open({ openedAt: NOW - 3 * DAY, office: 'DPS' })
  await open({ openedAt: NOW - 40 * DAY })
})
afterAll(() => api.close())

describe('trends', () => {
  test('count what was opened in the last 30 days, each number as it is defined', async () => {
    const json = await trends()
    expect(json).toMatchObject({ from: '2026-10-23', to: '2026-11-21', office: null })
    expect(json.total).toEqual({
      key: 'all',
      tickets: 4,
      open: 3,
      closed: 1,
      overdue: 1,
      rated: 1,
      rating: 4,
    })
    expect(counted(json.groups.category)).toEqual({ 'APP-OTP': 3, 'PAY-EXPIRED': 1 })
    expect(counted(json.groups.office)).toEqual({ KPG: 3, DPS: 1 })
    expect(counted(json.groups.channel)).toEqual({ telegram: 4 })
    expect(counted(json.groups.state)).toEqual({ new: 3, closed: 1 })
    expect(json.groups.day.map((row: any) => [row.key, row.tickets])).toEqual([
      ['2026-11-18', 1],
      ['2026-11-19', 1],
      ['2026-11-20', 2],
    ])
  })

  test('one grouping, one office, one range', async () => {
    const json = await trends('?from=2026-10-01&to=2026-10-31&group=office')
    expect(json.groups).toEqual({ office: [expect.objectContaining({ key: 'KPG', tickets: 1 })] })
    expect((await trends('?office=DPS')).total.tickets).toBe(1)
  })

  test('a supervisor of one office sees that office, and no other by asking', async () => {
    expect(await trends('', kupang)).toMatchObject({ office: 'KPG', total: { tickets: 3 } })
    expect((await trends('?office=DPS', kupang)).total.tickets).toBe(0)
  })

  test.each([
    ['?from=2026-11-21&to=2026-11-20', 'from'],
    ['?from=2025-01-01&to=2026-11-20', 'from'],
    ['?group=colour', 'group'],
  ])('%s is refused by name', async (query, field) => {
    const answer = await api.call('GET', `/trends${query}`, { as: supervisor })
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ field }] } })
  })

  test('confidential tickets are counted together, and only where there are five', async () => {
    const confidential = { confidential: true, openedAt: NOW - 5 * DAY }
    for (const category of ['INT-CALO', 'INT-CALO', 'INT-PUNGLI', 'INT-STAFF'])
      await api.tickets.open({ ...confidential, category })
    expect((await trends()).total.tickets).toBe(4)
    expect(counted((await trends()).groups.category)).not.toHaveProperty('confidential')
    await api.tickets.open({ ...confidential, category: 'INT-KKN', office: 'DPS' })
    const five = await trends()
    expect(five.total.tickets).toBe(9)
    expect(counted(five.groups.category)).toEqual({ confidential: 5, 'APP-OTP': 3, 'PAY-EXPIRED': 1 })
    // four of Kupang and one of Denpasar stay hidden where they would be seen by themselves
    expect(counted(five.groups.office)).toEqual({ KPG: 3, DPS: 1 })
    expect((await trends('?office=DPS')).total.tickets).toBe(1)
  })
})
