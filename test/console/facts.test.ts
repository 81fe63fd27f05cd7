import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { DESKTOP, noBrowser, PHONE, takeScreenshot } from '../browser/browser.ts'
import { desk, enter, NONE, openCounter, walls } from './counter.ts'
import { until } from './harness.ts'

openCounter()

async function signIn(who: string, viewport = DESKTOP): Promise<Page> {
  const page = await enter(who, viewport)
  await page.getByRole('link', { name: 'Jawaban & fakta' }).click()
  await page.locator('.fact').first().waitFor()
  return page
}

const find = async (page: Page, words: string) => {
  await page.getByLabel('Cari fakta').fill(words)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.fact').count()).toBeLessThan(10)
}
const fact = (page: Page, text: string) => page.locator('.fact', { hasText: text })

describe.skipIf(noBrowser)('the page of answers and facts', () => {
  test('an officer reads what holds, how sure it is, its source and where it is used, and changes nothing', async () => {
    const page = await signIn('sari')
    await find(page, 'fee.passport.electronic.5y')
    await expect.poll(() => page.locator('.fact').count()).toBe(1)
    const fee = fact(page, 'Rp650.000')
    await fee.getByText('PP 45/2024').waitFor()
    await fee.getByRole('heading', { name: 'Harga paspor' }).waitFor()
    expect(await page.locator('.fact button').count()).toBe(0)
    await page.getByLabel('Tampilkan').selectOption('Dengan riwayat')
    await expect.poll(() => page.locator('.fact').count()).toBe(2)
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'facts-1-read')
  })

  test('a supervisor writes down the day a fee changes, sees the message first, and the bot’s answer follows', async () => {
    const page = await signIn('budi')
    await find(page, 'fee.express')
    await fact(page, 'fee.express').getByRole('button', { name: 'Aturan baru' }).click()
    await page.getByLabel('Isi').fill('Rp1.250.000')
    await page.getByLabel('Berlaku sejak').fill('2026-12-15')
    await page.getByLabel('Sumber', { exact: true }).fill('PP baru')
    await page.getByRole('button', { name: 'Lihat dulu' }).click()
    await page.locator('.preview').getByText('Rp1.250.000').first().waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'facts-2-preview')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Disimpan. Asisten memakainya').waitFor()
    await fact(page, 'Rp1.250.000').getByText('Dipastikan Budi').waitFor()
    await fact(page, 'Rp1.000.000').getByText('14 Des 2026').waitFor()
    await takeScreenshot(page, 'facts-3-kept')
    page.once('dialog', (dialog) => void dialog.accept())
    await fact(page, 'Rp1.250.000').getByRole('button', { name: 'Cabut' }).click()
    await expect.poll(() => fact(page, 'Rp1.250.000').count()).toBe(0)
    await expect.poll(() => fact(page, '14 Des 2026').count()).toBe(0)
  })

  test('what is not right is said, and nothing is kept', async () => {
    const page = await signIn('budi')
    await find(page, 'fee.express')
    const fee = fact(page, 'Rp1.000.000')
    await fee.getByRole('button', { name: 'Ubah' }).click()
    await page.getByLabel('Isi').fill('mahal')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Isinya belum bisa dibaca.').waitFor()
    await page.getByLabel('Isi').fill('1000000')
    await page.getByLabel('Sampai').fill('2001-01-01')
    await page.getByLabel('Berlaku sejak').fill('2002-01-01')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('hari terakhir lebih dulu').waitFor()
    await page.getByRole('button', { name: 'Tidak jadi' }).click()
    await fee.waitFor()
    const { rows } = await desk.pool.query(
      `SELECT value FROM fact WHERE key = 'fee.express' AND valid_to IS NULL AND retired_at IS NULL`,
    )
    expect(rows).toEqual([{ value: 1000000 }])
  })

  test('a slow answer to an earlier filter does not overwrite the later one', async () => {
    const page = await signIn('sari')
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/api/v1/facts?topic=price', async (route) => {
      await held
      await route.continue()
    })
    const early = page.waitForRequest('**/api/v1/facts?topic=price')
    await page.getByLabel('Soal').selectOption('price')
    await early
    await page.getByLabel('Soal').selectOption('papers')
    await expect.poll(() => fact(page, 'fee.express').count()).toBe(0)
    const late = page.waitForResponse('**/api/v1/facts?topic=price')
    release()
    await (await late).finished()
    // what the page asks after it, it has read after it
    await page.evaluate(() => fetch('/api/v1/facts?topic=price').then((response) => response.json()))
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
    expect(await fact(page, 'papers.originals').count()).toBe(1)
  })

  test.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])('hours of an office are filled in day by day, and looked at first: %s', async (size, viewport) => {
    const page = await signIn('budi', viewport)
    await find(page, 'hours.open')
    await page.getByRole('button', { name: 'Aturan baru' }).first().click()
    await page.locator('.fact-form').getByLabel('Kantor').selectOption('KPG')
    await page.getByLabel('Jumat: sampai').fill('07:30')
    await page.getByLabel('Sumber', { exact: true }).fill('kepala kantor')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('jam pertama harus lebih dulu').waitFor()
    await page.getByLabel('Jumat: sampai').fill('15:30')
    await page.getByLabel('Sabtu', { exact: true }).check()
    await page.getByRole('button', { name: 'Lihat dulu' }).click()
    await page.locator('.preview').getByText('15.30').first().waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, `facts-7-hours-${size}`)
  })

  test('kinds an office makes are ticked, and their place in the conversation is shown', async () => {
    const page = await signIn('budi', PHONE)
    await find(page, 'kinds.offered road map')
    await page.getByRole('button', { name: 'Aturan baru' }).first().click()
    await page.locator('.fact-form').getByLabel('Kantor').selectOption('KPG')
    await page.getByLabel('Berlaku sejak').fill('2026-11-21')
    for (const kind of ['E-paspor', 'Paspor biasa']) await page.getByLabel(kind, { exact: true }).uncheck()
    await page.getByLabel('Sumber', { exact: true }).fill('kepala kantor')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('pilih paling sedikit satu jenis paspor').waitFor()
    await page.getByLabel('E-paspor', { exact: true }).check()
    await page.getByRole('button', { name: 'Lihat dulu' }).click()
    await page.locator('.preview .said').first().waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'facts-8-kinds-phone')
  })

  test('a span has a field for each end', async () => {
    const page = await signIn('budi', PHONE)
    await find(page, 'express.offered')
    await fact(page, 'express.offered').getByRole('button', { name: 'Ubah' }).click()
    await page.getByLabel('sampai', { exact: true }).fill('07:00')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('isi dua-duanya').waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'facts-9-span-phone')
  })

  test('an office writes down when it opens places, and sees what applicants will read', async () => {
    const page = await signIn('budi', PHONE)
    await find(page, 'quota.release 2023-01-10')
    await page.getByRole('button', { name: 'Aturan baru' }).first().click()
    const field = (name: string) =>
      page.locator('.fact-form label', { hasText: new RegExp(`^${name}`) }).locator('select')
    await field('Kantor').selectOption('KPG')
    await page.getByLabel('Berlaku sejak').fill('2026-11-21')
    await field('Dibuka').selectOption('Tiap minggu')
    await page.getByLabel('Jam (kosong: belum tahu)').fill('16:00')
    await page.getByLabel('Sumber', { exact: true }).fill('kepala kantor')
    await field('Hari').selectOption('Jumat')
    await page.getByRole('button', { name: 'Lihat dulu' }).click()
    await page.locator('.preview').getByText('16.00 WITA').first().waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'facts-10-release-phone')
  })

  test('on a phone: a doubtful fact is confirmed, and an answer gets the office’s own words', async () => {
    const page = await signIn('budi', PHONE)
    await page.getByLabel('Tampilkan').selectOption('Perlu dipastikan')
    await find(page, 'papers.copies')
    const copies = fact(page, 'papers.copies')
    await copies.getByText('Sumber berbeda', { exact: true }).waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'facts-4-doubtful-phone')
    await copies.getByRole('button', { name: 'Pastikan' }).click()
    await page.getByText('Tidak ada fakta di sini.').waitFor()
    await page.getByLabel('Tulis jawaban sendiri…').selectOption('papers-bring')
    await page.getByLabel('Jawaban bahasa Indonesia').fill('Bawa yang asli saja, Bapak/Ibu.')
    await page.getByLabel('Jawaban bahasa Inggris').fill('Bring the originals only.')
    await page.getByLabel('Sumber', { exact: true }).fill('kepala kantor')
    await page.getByRole('button', { name: 'Lihat dulu' }).click()
    await page.locator('.preview').getByText('Bring the originals only.').waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'facts-5-own-words-phone')
  })

  test('a ready answer is put into the reply after what was written, and reaches the person', async () => {
    const { person, number } = await desk.complain('3', 'Berapa sebenarnya biayanya?')
    const page = await signIn('sari')
    await page.getByRole('link', { name: 'Antrean' }).click()
    await page.getByRole('link', { name: number }).click()
    await page.locator('.desk textarea').fill('Selamat siang, Bapak.')
    await page.getByLabel('Jawaban siap…').selectOption('fee-table')
    const written = await page.locator('.desk textarea').inputValue()
    expect(written).toMatch(/^Selamat siang, Bapak\.\n\n[^]*Rp650\.000/)
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'facts-6-ready-answer')
    await page.getByRole('button', { name: 'Kirim jawaban' }).click()
    await page.getByText('Jawaban disimpan dan dikirim.').waitFor()
    await until(async () => (await person.texts()).some((text) => text.includes('Rp650.000')))
  })
})
