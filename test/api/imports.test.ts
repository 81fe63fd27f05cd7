import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ImportReport, Problem } from '../../src/api/responses/index.ts'
import { workbook } from '../support/workbook.ts'
import { openApi, type Api } from './support.ts'

let api: Api
let everywhere: string
let supervisor: string
let ambassador: string

beforeAll(async () => {
  api = await openApi()
  everywhere = (await api.officer('supervisor')).token
  supervisor = (await api.officer('supervisor', 'KPG')).token
  ambassador = (await api.officer('ambassador', 'KPG')).token
})
afterAll(() => api.close())

const CSV = 'text/csv'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEADER = 'number;birth;office;status;name'
const row = (number: string, rest = '12/05/1990;KPG;TERJADWAL;Maria Kelen') => `${number};${rest}`

interface Sent {
  readonly as?: string
  readonly type?: string
  readonly headers?: Record<string, string>
}

/** Sends a file; what is answered is as the published schemas say. */
async function send(
  address: string,
  file: string | Uint8Array,
  { as = supervisor, type = CSV, headers = {} }: Sent = {},
) {
  const response = await fetch(`${api.address}/api/v1/imports/${address}`, {
    method: 'POST',
    headers: { ...(as && { authorization: `Bearer ${as}` }), 'content-type': type, ...headers },
    body: file as string,
  })
  const json: any = await response.json()
  ;(response.ok ? ImportReport : Problem).parse(json)
  return { status: response.status, json }
}

const find = async (number: string) =>
  (await api.call('GET', `/applications?number=${number}`, { as: everywhere })).json
const count = async () =>
  (await api.pool.query('SELECT count(*)::int AS n FROM application')).rows[0].n as number

describe('a list of applications', () => {
  const list = [
    HEADER,
    row('100000000001'),
    row('5371014505900001'),
    '',
    row('100000000002', '12/05/1990;DPS;TERJADWAL;Maria Kelen'),
    row('100000000003', '12/05/1990;KPG;TERJADWAL;=cmd|calc'),
    row('1,00000E+11'),
    row('100000000001', '12/05/1990;KPG;DICETAK;Maria Kelen'),
  ].join('\r\n')
  const report = {
    rows: 6,
    entered: 2,
    leftOut: 4,
    twice: 1,
    ignored: [],
    problems: [
      { row: 3, field: 'number', reason: 'identity-number' },
      { row: 5, field: 'office', reason: 'not-your-office' },
      { row: 6, field: 'name', reason: 'formula' },
      { row: 7, field: 'number', reason: 'rounded-number' },
      { row: 8, field: 'row', reason: 'twice' },
    ],
    moreProblems: 0,
  }

  test('is only looked at in a dry run, and then goes in with the same report', async () => {
    expect(await send('applications?dryRun=true', list)).toEqual({
      status: 200,
      json: { dryRun: true, ...report },
    })
    expect(await count()).toBe(0)
    expect(await send('applications', list)).toEqual({ status: 200, json: { dryRun: false, ...report } })
    expect(await find('100000000001')).toMatchObject({ status: 'DICETAK', name: 'Ma*** Ke***' })
    expect(await count()).toBe(1)
  })

  test('goes in again without doubling anything', async () => {
    await send('applications', list)
    expect(await count()).toBe(1)
  })

  test('may not touch an application of another office, and the dry run knows', async () => {
    const theirs = `${HEADER}\n${row('200000000001', '12/05/1990;DPS;DICETAK;Made Ayu')}`
    expect((await send('applications', theirs, { as: everywhere })).json.entered).toBe(1)
    const mine = `${HEADER}\n${row('200000000002')}\n${row('200000000001')}`
    const expected = {
      entered: 1,
      leftOut: 1,
      problems: [{ row: 3, field: 'number', reason: 'not-your-office' }],
    }
    expect((await send('applications?dryRun=true', mine)).json).toMatchObject(expected)
    expect((await send('applications', mine)).json).toMatchObject(expected)
    expect(await find('200000000001')).toMatchObject({ office: 'DPS', status: 'DICETAK' })
  })

  test('as a workbook: rows with formulas are named, columns that are not ours are told', async () => {
    const book = workbook([
      ['Nomor Permohonan', 'Tanggal Lahir', 'Kantor', 'Status', 'Loket'],
      ['300000000001', { day: '1990-05-12' }, 'KPG', 'Siap diambil', 3],
      [{ formula: 'A2+1', shows: '300000000002' }, { day: '1990-05-12' }, 'KPG', 'Siap diambil', 3],
    ])
    expect((await send('applications', book, { type: XLSX })).json).toMatchObject({
      rows: 2,
      entered: 1,
      ignored: ['Loket'],
      problems: [{ row: 3, field: 'number', reason: 'formula' }],
    })
  })

  test('whose status changed wakes its watchers', async () => {
    const { chatId } = await api.tickets.open()
    const id = api.encryption.hash('application', '100000000001')
    await api.pool.query(`INSERT INTO application_watch VALUES ($1, $2, 'DICETAK', '2027-02-19')`, [
      id,
      chatId,
    ])
    const changed = `${HEADER}\n${row('100000000001', '12/05/1990;KPG;DISERAHKAN;Maria Kelen')}`
    await send('applications?dryRun=true', changed)
    expect(api.woken).not.toContain(`converse ${chatId}`)
    await send('applications', changed)
    expect(api.woken).toContain(`converse ${chatId}`)
  })

  test('with very many bad rows names the first of them and counts the others', async () => {
    const bad = Array.from({ length: 2_500 }, () => row('1')).join('\n')
    const { json } = await send('applications?dryRun=true', `${HEADER}\n${bad}`)
    expect(json).toMatchObject({ rows: 2_500, entered: 0, leftOut: 2_500, moreProblems: 2_300 })
    expect(json.problems.map((one: any) => one.row)).toEqual(Array.from({ length: 200 }, (_, at) => at + 2))
  })
})

test('a list of places goes in, of the own office only', async () => {
  const list =
    'Kantor;Tanggal;Sesi;Sisa Kuota\nKPG;24/11/2026;morning;5\nDPS;24/11/2026;morning;5\nKPG;24/11/2026;afternoon;-1\n'
  expect((await send('quota', list)).json).toMatchObject({
    entered: 1,
    problems: [
      { row: 3, field: 'office', reason: 'not-your-office' },
      { row: 4, field: 'left', reason: 'formula' },
    ],
  })
  const { json } = await api.call('GET', '/quota', { as: ambassador })
  expect(json.items).toEqual([expect.objectContaining({ office: 'KPG', half: 'morning', left: 5 })])
})

describe('what cannot be taken', () => {
  const good = `${HEADER}\n${row('900000000001')}`

  test('is told to who may not: ambassadors and strangers', async () => {
    for (const list of ['applications', 'quota']) {
      expect((await send(list, good, { as: ambassador })).status).toBe(403)
      expect((await send(list, good, { as: '' })).status).toBe(401)
    }
  })

  test.each([
    ['of another type', good, { type: 'application/pdf' }, 415, 'wrong-type'],
    ['as JSON', '{}', { type: 'application/json' }, 415, 'wrong-type'],
    ['packed', good, { headers: { 'content-encoding': 'gzip' } }, 415, 'wrong-type'],
    ['without a needed column', 'Nomor;Kantor;Loket\n1;KPG;3\n', {}, 422, 'columns-missing'],
    ['without columns', row('900000000001'), {}, 422, 'columns-missing'],
    ['with a column twice', `${HEADER};nomor\n`, {}, 422, 'columns-twice'],
    ['empty', '', {}, 422, 'list-empty'],
    ['a workbook that says it is CSV', workbook([['number']]), {}, 422, 'not-csv'],
    ['CSV that says it is a workbook', good, { type: XLSX }, 422, 'not-workbook'],
    ['no text', 'a\0b', {}, 422, 'not-text'],
    ['with a quotation mark left open', `${good}\n"${'x'.repeat(30_000)}`, {}, 422, 'rows-unclear'],
  ] as const)('%s', async (_, file, sent, status, reason) => {
    const before = await count()
    const answer = await send('applications', file, sent)
    expect(answer).toMatchObject({ status, json: { reason } })
    expect(JSON.stringify(answer.json)).not.toMatch(/Kelen|900000000001/)
    expect(await count()).toBe(before)
  })

  test('names the columns that are missing, and those nobody knows', async () => {
    expect((await send('applications', 'Nomor;Kantor;Loket\n1;KPG;3\n')).json).toMatchObject({
      missing: ['birth', 'status'],
      unknown: ['Loket'],
    })
    expect((await send('applications', row('900000000001'))).json).toMatchObject({
      missing: ['number', 'birth', 'office', 'status'],
      unknown: [],
    })
  })

  test('is more than 20 MB, whether its length is told before or not', async () => {
    const large = Buffer.alloc(60_000_000, 'x')
    expect(await send('applications', large)).toMatchObject({
      status: 413,
      json: { reason: 'list-too-large' },
    })
    const response = await fetch(`${api.address}/api/v1/imports/applications`, {
      method: 'POST',
      headers: { authorization: `Bearer ${supervisor}`, 'content-type': CSV },
      body: new Blob([large]).stream(),
      duplex: 'half',
    })
    expect(response.status).toBe(413)
    expect(Problem.parse(await response.json())).toMatchObject({ reason: 'list-too-large' })
  })

  test('with a query that is not known', async () => {
    expect(await send('applications?dryRun=yes', good)).toMatchObject({
      status: 422,
      json: { reason: 'wrong-fields' },
    })
  })

  test('stops half-way: nothing is entered, and the API goes on', async () => {
    const before = await count()
    const { port } = new URL(api.address)
    await new Promise<void>((resolve) => {
      const headers = { authorization: `Bearer ${supervisor}`, 'content-type': CSV, 'content-length': '9999' }
      const cut = request({ port, path: '/api/v1/imports/applications', method: 'POST', headers })
      cut.on('error', () => {})
      cut.on('close', () => resolve())
      cut.write(`${good}\n`)
      setTimeout(() => cut.destroy(), 50)
    })
    expect((await send('applications?dryRun=true', good)).json.entered).toBe(1)
    expect(await count()).toBe(before)
  })

  test('comes while two others are at it', async () => {
    const endings: (() => void)[] = []
    /** A list whose end is still to come. */
    const unfinished = async () => {
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(Buffer.from(`${HEADER}\n`))
          endings.push(() => controller.close())
        },
      })
      const response = await fetch(`${api.address}/api/v1/imports/applications?dryRun=true`, {
        method: 'POST',
        headers: { authorization: `Bearer ${supervisor}`, 'content-type': CSV },
        body,
        duplex: 'half',
      })
      return response.json()
    }
    const three = [unfinished(), unfinished(), unfinished()]
    // only one of them can be answered before any has ended
    const refused = Problem.parse(await Promise.race(three))
    expect(refused).toMatchObject({ status: 409, reason: 'imports-under-way' })
    for (const end of endings) end()
    const reports = (await Promise.all(three)).filter((json) => ImportReport.safeParse(json).success)
    expect(reports).toHaveLength(2)
    expect((await send('applications?dryRun=true', good)).status).toBe(200)
  })
})

test('the description of the API tells what a list holds', async () => {
  const description: any = await (await fetch(`${api.address}/api/openapi.json`)).json()
  const { requestBody, parameters } = description.paths['/api/v1/imports/applications'].post
  expect(Object.keys(requestBody.content)).toEqual([CSV, XLSX])
  expect(requestBody.description).toContain('number, birth, office, status and, if you like, name')
  expect(requestBody.description).toContain('20000000 bytes')
  expect(parameters).toEqual([expect.objectContaining({ name: 'dryRun', in: 'query' })])
})
