import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApi, type Api } from './support.ts'

let api: Api
let everywhere: string
let supervisor: string
let ambassador: string
let admin: string

beforeAll(async () => {
  api = await openApi()
  everywhere = (await api.officer('supervisor')).token
  supervisor = (await api.officer('supervisor', 'KPG')).token
  ambassador = (await api.officer('ambassador', 'KPG')).token
  admin = (await api.officer('admin')).token
})
afterAll(() => api.close())

const FIGURE = { office: 'KPG', day: '2026-11-24', left: 5, half: 'morning' }
const APPLICATION = {
  number: '1234-5678-9012',
  birth: '12/05/1990',
  office: 'KPG',
  status: 'paspor siap diambil',
  name: 'Maria Kelen',
  visitDay: '2026-11-10',
}

const putQuota = (as: string | undefined, figures: unknown) =>
  api.call('PUT', '/quota', { ...(as && { as }), body: { figures } })
const putApplications = (as: string | undefined, applications: unknown) =>
  api.call('PUT', '/applications', { ...(as && { as }), body: { applications } })
const find = (as: string, number: string) => api.call('GET', `/applications?number=${number}`, { as })

describe('places', () => {
  test('are entered by an officer of the office and listed with who and when', async () => {
    expect(await putQuota(ambassador, [FIGURE, { ...FIGURE, half: 'afternoon', left: '0' }])).toMatchObject({
      status: 200,
      json: { entered: 2, problems: [] },
    })
    const { json } = await api.call('GET', '/quota', { as: ambassador })
    expect(json.items).toEqual([
      expect.objectContaining({
        ...FIGURE,
        unit: 'office',
        lane: 'regular',
        enteredAt: '2026-11-21T02:00:00.000Z',
        enteredBy: expect.stringMatching(/^[0-9a-f-]{36}$/),
      }),
      expect.objectContaining({ ...FIGURE, half: 'afternoon', left: 0 }),
    ])
  })

  test('are entered anew, not twice', async () => {
    await putQuota(ambassador, [{ ...FIGURE, day: '2026-12-01', half: null, left: 3 }])
    await putQuota(ambassador, [{ ...FIGURE, day: '2026-12-01', left: 1, half: null }])
    const { json } = await api.call('GET', '/quota?from=2026-12-01', { as: ambassador })
    expect(json.items.map((item: any) => item.left)).toEqual([1])
  })

  test('with wrong rows: each is named by row, field and reason, and the good ones are in', async () => {
    const { status, json } = await putQuota(ambassador, [
      { ...FIGURE, day: '2026-12-02' },
      { ...FIGURE, office: 'DPS' },
      { ...FIGURE, office: 'XXX' },
      { ...FIGURE, day: '2026-11-20' },
      { ...FIGURE, day: '2026-02-30' },
      { ...FIGURE, left: -1 },
      { ...FIGURE, left: '=1+1' },
      { ...FIGURE, lane: 'vip' },
      { office: 'KPG', day: '2026-12-02' },
    ])
    expect(status).toBe(200)
    expect(json.entered).toBe(1)
    expect(json.problems.map((one: any) => `${one.row} ${one.field} ${one.reason}`)).toEqual([
      '2 office not-your-office',
      '3 office unknown-office',
      '4 day past',
      '5 day not-a-day',
      '6 left formula',
      '7 left formula',
      '8 lane not-known',
      '9 left missing',
    ])
  })

  test('of another office are neither entered nor seen by who works for one, but by who works everywhere', async () => {
    expect((await putQuota(everywhere, [{ ...FIGURE, office: 'DPS' }])).json.entered).toBe(1)
    expect((await api.call('GET', '/quota?office=DPS', { as: everywhere })).json.items).toHaveLength(1)
    expect((await api.call('GET', '/quota?office=DPS', { as: ambassador })).json.items).toEqual([])
  })
})

describe('applications', () => {
  test('are entered by a supervisor and found by an officer, however the number is typed', async () => {
    expect(await putApplications(supervisor, [APPLICATION])).toMatchObject({
      status: 200,
      json: { entered: 1, problems: [] },
    })
    for (const typed of ['123456789012', 'no.%201234%205678%209012'])
      expect((await find(ambassador, typed)).json).toEqual({
        number: '123456789012',
        office: 'KPG',
        status: 'SIAP_DIAMBIL',
        name: 'Ma*** Ke***',
        visitDay: '2026-11-10',
        interviewDay: null,
        issuedDay: null,
        enteredAt: '2026-11-21T02:00:00.000Z',
        enteredBy: expect.any(String),
      })
  })

  test('are not entered by an ambassador, nor by nobody', async () => {
    expect((await putApplications(ambassador, [APPLICATION])).status).toBe(403)
    expect((await putApplications(undefined, [APPLICATION])).status).toBe(401)
    expect((await putQuota(undefined, [FIGURE])).status).toBe(401)
  })

  test('of another office do not exist for who works for one, and are not overwritten', async () => {
    const theirs = { ...APPLICATION, number: '888877776666', office: 'DPS', status: 'DICETAK' }
    await putApplications(everywhere, [theirs])
    expect((await find(ambassador, '888877776666')).status).toBe(404)
    const mine = { ...theirs, office: 'KPG', status: 'DITOLAK' }
    expect(
      (await putApplications(supervisor, [{ ...APPLICATION, number: '888877775555' }, mine])).json,
    ).toEqual({
      entered: 1,
      problems: [{ row: 2, field: 'number', reason: 'not-your-office' }],
    })
    expect((await find(admin, '888877776666')).json).toMatchObject({ office: 'DPS', status: 'DICETAK' })
  })

  test('with wrong rows: each is named, nothing of what stood there is told back, the good ones are in', async () => {
    const rows = [
      { ...APPLICATION, number: '5371014505900001' },
      { ...APPLICATION, number: '12345' },
      { ...APPLICATION, number: '1.23457E+11' },
      { ...APPLICATION, birth: '2030-01-01' },
      { ...APPLICATION, birth: '31/02/1990' },
      { ...APPLICATION, status: 'entah' },
      { ...APPLICATION, name: '=HYPERLINK("http://x")' },
      { ...APPLICATION, name: '5371014505900001' },
      { ...APPLICATION, visitDay: 'besok' },
      { ...APPLICATION, number: null },
      { ...APPLICATION, number: '777766665555' },
    ]
    const { json } = await putApplications(supervisor, rows)
    expect(json.entered).toBe(1)
    expect(json.problems.map((one: any) => `${one.row} ${one.field} ${one.reason}`)).toEqual([
      '1 number identity-number',
      '2 number not-a-number',
      '3 number rounded-number',
      '4 birth in-the-future',
      '5 birth not-a-day',
      '6 status unknown-status',
      '7 name formula',
      '8 name not-known',
      '9 visitDay not-a-day',
      '10 number missing',
    ])
  })

  test('come up to 1,000 in a call', async () => {
    const rows = Array.from({ length: 1_000 }, (_, n) => ({
      ...APPLICATION,
      number: String(600_000_000 + n),
    }))
    expect((await putApplications(supervisor, rows)).json).toEqual({ entered: 1_000, problems: [] })
    expect(await putApplications(supervisor, [...rows, APPLICATION])).toMatchObject({
      status: 422,
      json: { errors: [{ field: 'applications' }] },
    })
  })

  test.each([
    [{ applications: [] }, 'applications'],
    [{ applications: [{ ...APPLICATION, nik: '1' }] }, 'applications.0.nik'],
    [{ applications: [{ ...APPLICATION, number: 123456789012 }] }, 'applications.0.number'],
    [{}, 'applications'],
  ])('%j is refused as a whole, by field', async (body, field) => {
    const answer = await api.call('PUT', '/applications', { as: supervisor, body })
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ field }] } })
  })

  test('that are not there, and words that are no number, are told apart', async () => {
    expect((await find(ambassador, '999988887777')).json.reason).toBe('application-not-found')
    expect((await find(ambassador, 'halo')).json.reason).toBe('not-an-application-number')
    expect((await api.call('GET', '/applications', { as: ambassador })).status).toBe(422)
  })

  test('whose status changed wake their watchers', async () => {
    const { open, ledger } = api.tickets
    const { chatId } = await open()
    const { rows } = await api.pool.query('SELECT id FROM application WHERE id = $1', [
      api.encryption.hash('application', '777766665555'),
    ])
    await api.pool.query(`INSERT INTO application_watch VALUES ($1, $2, 'DIPERIKSA', '2027-02-19')`, [
      rows[0].id,
      chatId,
    ])
    await putApplications(supervisor, [{ ...APPLICATION, number: '777766665555', status: 'sudah diambil' }])
    expect(api.woken).toContain(`converse ${chatId}`)
    expect((await ledger.take([chatId]))[0]!.inbox.at(-1)!.input).toMatchObject({
      kind: 'application changed',
      application: { status: 'DISERAHKAN', enteredAt: api.clock.now },
    })
  })
})
