import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApi, type Api } from '../api/support.ts'
import { temporaryFolder } from '../support/system.ts'
import { workbook } from '../support/workbook.ts'

let api: Api
let officer: string
const folder = temporaryFolder()

beforeAll(async () => {
  api = await openApi()
  officer = (await api.officer('ambassador')).token
})
afterAll(async () => {
  await api.close()
  folder.remove()
})

let files = 0
function file(content: string | Buffer, name = 'list.csv'): string {
  const at = path.join(folder.path, `${++files}-${name}`)
  writeFileSync(at, content)
  return at
}

/** The tool as `npm run -s import -- …` runs it, on the same database as the api. */
function run(...args: string[]): Promise<{ code: number | null; out: string; complaint: string }> {
  const { PATH = '', HOME = '/tmp' } = process.env
  const child = spawn(process.execPath, ['build/tools/import.js', ...args], {
    env: { PATH, HOME, SECRET_KEY: 'a key for tests only', DATABASE_URL: api.url },
  })
  let [out, complaint] = ['', '']
  child.stdout.on('data', (data) => (out += String(data)))
  child.stderr.on('data', (data) => (complaint += String(data)))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, complaint })))
}

const find = async (number: string) =>
  (await api.call('GET', `/applications?number=${number}`, { as: officer })).json
const count = async () =>
  (await api.pool.query('SELECT count(*)::int AS n FROM application')).rows[0].n as number

const HEADER = 'number,birth,office,status,name,visitDay'
const row = (number: string, rest = '1990-05-12,KPG,TERJADWAL,Maria Kelen,2026-11-23') => `${number},${rest}`

describe('a list of applications', () => {
  test('goes in: bad rows are named by line and reason without what stood there, good rows are in', async () => {
    const list = [
      HEADER,
      row('100000000001'),
      row('5371014505900001'),
      row('100000000002', '1990-05-12,KPG,entah,Maria Kelen,2026-11-23'),
      '',
      row('100000000003', '1990-05-12,KPG,TERJADWAL,=cmd|calc,2026-11-23'),
      row('100000000001', '1990-05-12,KPG,DICETAK,Maria Kelen,2026-11-23'),
      '100000000004,1990-05-12',
    ].join('\n')
    const { code, out, complaint } = await run('applications', file(list))
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' })
    expect(out.trim().split('\n')).toEqual([
      'line 3: number looks like an identity number (NIK), which is not kept',
      'line 4: status is not a known status',
      'line 6: name is a formula, or begins like one (= + - @)',
      'line 8: office is missing',
      'line 7: row stood in the file before; this one counts',
      '6 rows: 2 entered, 4 left out; 1 stood there before',
    ])
    expect(await find('100000000001')).toMatchObject({
      status: 'DICETAK',
      name: 'Ma*** Ke***',
      enteredBy: 'import',
    })
    expect(await find('100000000002')).toMatchObject({ status: 404 })
  })

  test('is only looked at in a dry run', async () => {
    const before = await count()
    const { out } = await run(
      'applications',
      file([HEADER, row('100000000005'), row('1')].join('\n')),
      '--dry-run',
    )
    expect(out.trim().split('\n')).toEqual([
      'line 3: number is not an application number',
      '2 rows: 1 would be entered, 1 left out; 0 stood there before',
      'dry run: nothing was entered',
    ])
    expect(await count()).toBe(before)
  })

  test('repeated rows are found however far apart they stand, and the last one counts', async () => {
    const many = Array.from({ length: 2_500 }, (_, n) => row(String(200_000_000 + n)))
    const again = row('200000000', '1990-05-12,KPG,DISERAHKAN,Maria Kelen,2026-11-23')
    const { out } = await run('applications', file([HEADER, ...many, again].join('\n')))
    expect(out).toContain('line 2502: row stood in the file before; this one counts')
    expect(out).toContain('2501 rows: 2501 entered, 0 left out; 1 stood there before')
    expect(await find('200000000')).toMatchObject({ status: 'DISERAHKAN' })
  })

  test('as Excel here saves it: semicolons, a byte order mark, Indonesian columns, days first, more columns', async () => {
    const list = `\ufeffNomor Permohonan;Tgl. Lahir;Kantor;Status;Loket\r\n3000 0000 0001;12/05/1990;kpg;Paspor siap diambil;3\r\n`
    const { out } = await run('applications', file(list))
    expect(out).toContain('1 rows: 1 entered, 0 left out; 0 stood there before')
    expect(out).toContain('1 columns are not known and were not read: Loket')
    expect(await find('300000000001')).toMatchObject({ status: 'SIAP_DIAMBIL' })
  })

  test('as a workbook, with days as days; a number that Excel has rounded is refused', async () => {
    const book = workbook([
      ['number', 'birth', 'office', 'status', 'issuedDay'],
      ['400000000001', { day: '1990-05-12' }, 'KPG', 'SIAP_DIAMBIL', { day: '2026-11-20' }],
      [400000000002, '12/05/1990', 'KPG', 'DICETAK', null],
      [4_000_000_000_000_000, '12/05/1990', 'KPG', 'DICETAK', null],
    ])
    const { out } = await run('applications', file(book, 'list.xlsx'))
    expect(out.trim().split('\n')).toEqual([
      'line 4: number is a number that a spreadsheet has shortened (1.23E+11): its last figures are gone',
      '3 rows: 2 entered, 1 left out; 0 stood there before',
    ])
    expect(await find('400000000001')).toMatchObject({ issuedDay: '2026-11-20' })
  })
})

describe('a file that cannot be taken', () => {
  const good = [HEADER, row('900000000001')].join('\n')

  test.each([
    ['in UTF-16 without a mark', Buffer.from(good, 'utf16le'), 'UTF-16'],
    ['with the mark of UTF-8 that is not', Buffer.from(`\xef\xbb\xbf${good}\xe9`, 'latin1'), 'no text'],
    [
      'with the mark of UTF-16 that breaks off',
      Buffer.from(`\ufeff${good}`, 'utf16le').subarray(0, -1),
      'no text',
    ],
    ['without a needed column', 'number,birth,office\n1,2,3\n', 'missing: status'],
    ['with other columns', 'nomor;tgl lahir;cabang\n1;2;3\n', 'office, status; not known: cabang'],
    ['with a column twice', `${HEADER},nomor\n`, 'twice: number'],
    ['without columns', `${row('900000000001')}\n`, 'missing: number'],
    ['that is empty', '', 'empty'],
    ['with a quotation mark left open', `${good}\n"${row('900000000002').repeat(1000)}`, 'line'],
    ['that is a workbook by content', workbook([['number']]), 'name it .xlsx'],
  ])('%s is refused as a whole, clearly', async (_, content, words) => {
    const before = await count()
    const { code, out, complaint } = await run('applications', file(content))
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(complaint).toContain(words)
    expect(complaint.trim().split('\n')).toHaveLength(1)
    expect(complaint).not.toContain('Kelen')
    expect(await count()).toBe(before)
  })

  test('is no workbook, is not there, or is of no kind we know', async () => {
    expect((await run('applications', file('x', 'list.xlsx'))).complaint).toContain('not an Excel workbook')
    expect((await run('applications', path.join(folder.path, 'none.csv'))).code).toBe(1)
    expect((await run('applications', file('x', 'list.pdf'))).complaint).toContain('.csv or .xlsx')
    expect((await run('everything')).complaint).toContain('import -- applications')
  })
})

test('a list of places goes in and watchers are told', async () => {
  const { chatId } = await api.tickets.open()
  await api.pool.query(`INSERT INTO quota_watch (chat_id, office, until) VALUES ($1, 'KPG', '2199-01-01')`, [
    chatId,
  ])
  const list =
    'office,day,left,half\nKPG,2199-01-01,4,morning\nKPG,2199-01-01,0,afternoon\nKPG,2199-13-01,4,morning\n'
  const { out } = await run('quota', file(list))
  expect(out.trim().split('\n')).toEqual([
    'line 4: day is not a day such as 2026-11-23 or 23/11/2026',
    '3 rows: 2 entered, 1 left out; 0 stood there before',
  ])
  const { json } = await api.call('GET', '/quota?office=KPG', { as: officer })
  expect(json.items.map((item: any) => [item.half, item.left])).toEqual([
    ['morning', 4],
    ['afternoon', 0],
  ])
  expect(await api.tickets.ledger.releaseTimers(10)).toEqual([chatId])
})
