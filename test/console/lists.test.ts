import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import id from '../../locales/id.json' with { type: 'json' }
import { readColumns } from '../../src/desk/imports/columns.ts'
import { parseStatus, type StatusDefinition } from '../../src/model/applications/status.ts'
import { parseQuotaRow } from '../../src/model/imports/quota-row.ts'
import { seeded } from '../model/library.ts'
import { DESKTOP, noBrowser, PHONE, takeScreenshot } from '../browser/browser.ts'
import { workbook } from '../support/workbook.ts'
import { desk, enter, NONE, openCounter, walls } from './counter.ts'

openCounter()

async function open(who: string, link: string, viewport = PHONE): Promise<Page> {
  const page = await enter(who, viewport)
  await page.getByRole('link', { name: link, exact: true }).click()
  await page.getByRole('heading', { name: link, exact: true }).waitFor()
  return page
}

async function choose(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  await page
    .getByLabel('Berkas', { exact: true })
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(content as string) })
}

/** Opened without a mouse. */
async function unfold(page: Page): Promise<void> {
  await page.locator('summary').focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Berkas', { exact: true }).waitFor()
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)
const report = (page: Page) => page.locator('.report').innerText()
const count = async () =>
  (await desk.pool.query('SELECT count(*)::int AS n FROM application')).rows[0].n as number

/** Every language there is, by its code. */
const LANGUAGES: Readonly<Record<string, Pick<typeof id, 'console'>>> = Object.fromEntries(
  readdirSync('locales').map((file) => [
    file.slice(0, -5),
    JSON.parse(readFileSync(`locales/${file}`, 'utf8')),
  ]),
)

const LIST = [
  'Nomor Permohonan;Tanggal Lahir;Kantor;Status;Nama;Loket',
  '1234-5678-9001;12/05/1990;KPG;Terjadwal;Maria Kelen;3',
  '5371014505900001;12/05/1990;KPG;Terjadwal;Maria Kelen;3',
  '1,23457E+11;12/05/1990;KPG;Terjadwal;Maria Kelen;3',
  '1234-5678-9002;12/05/1990;KPG;entah;Maria Kelen;3',
  '1234-5678-9003;12/05/1990;KPG;Siap diambil;=1+1;3',
  '1234-5678-9001;12/05/1990;KPG;Dicetak;Maria Kelen;3',
  ';;;;;',
].join('\r\n')

describe.skipIf(noBrowser)('a list of applications', () => {
  for (const [size, viewport] of [
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ] as const)
    test(`is looked through first on a ${size}, row by row, and goes in when the supervisor says so`, async () => {
      await desk.pool.query('DELETE FROM application')
      const page = await open('budi', 'Permohonan', viewport)
      await takeScreenshot(page, `list-applications-1-${size}`)
      await unfold(page)
      expect(await walls(page)).toEqual(NONE)
      await choose(page, 'permohonan november.csv', LIST)
      await page.getByText('Belum ada yang masuk. 2 baris bisa masuk, 4 tidak.').waitFor()
      await expect.poll(() => focused(page)).toBe('Sudah diperiksa: permohonan november.csv')
      expect(await report(page)).toMatchInlineSnapshot(`
        "Sudah diperiksa: permohonan november.csv

        Belum ada yang masuk. 2 baris bisa masuk, 4 tidak.

        1 baris sama dengan baris di atasnya; yang paling bawah dipakai.

        Kolom yang tidak dibaca: Loket.

        Masukkan 2 baris
        Batal

        Baris yang perlu dilihat

        Perbaiki di berkasnya, lalu pilih berkas itu lagi. Baris yang sudah masuk tidak menjadi dua.

        Baris 3, Nomor Permohonan: tampak seperti NIK, yang tidak kami simpan
        Baris 4, Nomor Permohonan: nomornya dipendekkan Excel (seperti 1,23E+11); tulis lagi dengan tanda hubung (1234-5678-9012)
        Baris 5, Status: status ini tidak dikenal
        Baris 6, Nama: berisi rumus, atau diawali = + - @; tulis isinya saja
        Baris 7: sama dengan baris di atasnya; baris ini yang dipakai"
      `)
      expect(await walls(page)).toEqual(NONE)
      await takeScreenshot(page, `list-applications-2-${size}`)
      expect(await count()).toBe(0)
      await page.getByRole('button', { name: 'Masukkan 2 baris' }).focus()
      await page.keyboard.press('Enter')
      await page.getByText('2 baris sudah masuk, 4 tidak.').waitFor()
      await expect.poll(() => focused(page)).toBe('2 baris sudah masuk, 4 tidak.')
      expect(await page.getByRole('button', { name: /Masukkan \d/ }).count()).toBe(0)
      expect(await page.locator('.report li').count()).toBe(5)
      expect(await walls(page)).toEqual(NONE)
      await takeScreenshot(page, `list-applications-3-${size}`)
      expect(await count()).toBe(1)
    })

  test('may be dropped after a look, and another file be chosen', async () => {
    await desk.pool.query('DELETE FROM application')
    const page = await open('budi', 'Permohonan')
    await unfold(page)
    await choose(page, 'a.csv', LIST)
    await page.getByRole('button', { name: 'Batal' }).click()
    expect(await page.locator('.report').count()).toBe(0)
    const book = workbook([
      ['Nomor', 'Tgl Lahir', 'Kantor', 'Status'],
      [{ formula: 'A1', shows: '123456789012' }, { day: '1990-05-12' }, 'KPG', 'Dicetak'],
    ])
    await choose(page, 'b.XLSX', book)
    await page.getByText('Tidak ada baris yang bisa masuk').waitFor()
    expect(await report(page)).toContain('Baris 2, Nomor Permohonan: berisi rumus')
    expect(await page.getByRole('button', { name: /Masukkan \d/ }).count()).toBe(0)
    expect(await count()).toBe(0)
  })

  test.each([
    ['catatan.pdf', 'x', 'berkas harus .xlsx atau .csv'],
    ['kosong.csv', '', 'berkas ini kosong'],
    ['bukan.xlsx', 'x', 'bukan berkas Excel .xlsx'],
    [
      'lain.csv',
      'Nomor;Cabang\n1;2\n',
      'Yang belum ada: Tanggal Lahir, Kantor, Status. Kolom yang tidak dibaca: Cabang.',
    ],
    ['kutip.csv', `${LIST}\n"${'x'.repeat(30_000)}`, 'mulai baris'],
  ])('%s is refused in words that say what to do', async (name, content, words) => {
    const page = await open('budi', 'Permohonan')
    await unfold(page)
    await choose(page, name, content)
    await page.locator('[role=status].wrong').getByText(words).waitFor()
    expect(await walls(page)).toEqual(NONE)
    expect(await page.locator('.report').count()).toBe(0)
  })

  test('is not for ambassadors', async () => {
    for (const link of ['Permohonan', 'Kuota']) {
      const page = await open('sari', link)
      expect(await page.locator('details').count()).toBe(0)
    }
  })
})

describe.skipIf(noBrowser)('the example of each list', () => {
  test.each([
    ['Permohonan', 'application'],
    ['Kuota', 'quota_figure'],
  ])('of %s is downloaded, and could be brought in as it is', async (link, table) => {
    const page = await open('budi', link, DESKTOP)
    await unfold(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Unduh contoh berkas' }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`contoh-${link.toLowerCase()}.csv`)
    await choose(page, 'contoh.csv', readFileSync(await download.path()))
    await page.getByText('1 baris bisa masuk, 0 tidak.').waitFor()
    expect(await page.locator('.report li').count()).toBe(0)
    await desk.pool.query(`DELETE FROM ${table}`)
    await page.getByRole('button', { name: 'Masukkan 1 baris' }).click()
    await page.getByText('1 baris sudah masuk, 0 tidak.').waitFor()
    expect((await desk.pool.query(`SELECT 1 FROM ${table}`)).rowCount).toBe(1)
  })
})

describe.skipIf(noBrowser)('a list of places', () => {
  test('goes in and is listed at once', async () => {
    for (const [size, viewport] of [
      ['phone', PHONE],
      ['desktop', DESKTOP],
    ] as const) {
      await desk.pool.query('DELETE FROM quota_figure')
      const page = await open('budi', 'Kuota', viewport)
      await unfold(page)
      await choose(
        page,
        'kuota.csv',
        'Kantor,Tanggal,Sesi,Sisa\nKPG,01/12/2098,Pagi,7\nKPG,01/12/2098,Siang,banyak\n',
      )
      await page.getByText('1 baris bisa masuk, 1 tidak.').waitFor()
      expect(await report(page)).toContain('Baris 3, Sisa Kuota: harus angka')
      expect(await walls(page)).toEqual(NONE)
      await takeScreenshot(page, `list-quota-1-${size}`)
      await page.getByRole('button', { name: 'Masukkan 1 baris' }).click()
      await page.locator('.figures').getByText('pagi: 7').waitFor()
      await takeScreenshot(page, `list-quota-2-${size}`)
    }
  })
})

describe('whatever the console calls a thing', () => {
  const world = { statuses: [], offices: new Set(['KPG']), office: null, today: '2026-11-21' }
  const row = { office: 'KPG', day: '2026-11-23', left: '1' }
  const statuses = seeded<readonly StatusDefinition[]>('statuses')

  test('can be written so in a list: every status', () => {
    const labels = Object.entries(id.console.names.status)
    expect(labels.filter(([code, label]) => parseStatus(label, statuses) !== code)).toEqual([])
  })

  test('can be written so in a list: sessions, places and lanes, but for one that explains itself', () => {
    const { unit, lane, half } = id.console.names
    const refused = Object.entries({ unit, lane, half }).flatMap(([field, names]) =>
      Object.values(names).filter((label) => !parseQuotaRow({ ...row, [field]: label }, world).ok),
    )
    expect(refused).toEqual(['BAP (hilang, rusak)'])
  })

  test.each(Object.keys(LANGUAGES))('can be read back from the example it gives: %s', (lang) => {
    const { names, imports } = LANGUAGES[lang]!.console
    const titles = Object.entries(names.column)
    const columns = readColumns(Object.values(names.column), {
      needed: [],
      optional: Object.keys(names.column),
    })
    expect(columns.names).toEqual(titles.map(([name]) => name))
    const cells = { unit: names.unit.office, lane: names.lane.regular, half: names.half.morning }
    expect(parseQuotaRow({ ...row, ...cells }, world).ok).toBe(true)
    expect(parseStatus(imports.sample.status, statuses)).toBe('TERJADWAL')
  })
})
