import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import {
  barriers,
  newPage,
  noBrowser,
  overflows,
  PHONE,
  shot,
  smallTargets,
  startBrowser,
} from '../support/browser.ts'
import { PASSWORD, startDesk, type Desk } from './harness.ts'

if (noBrowser) console.warn(`console tests skipped: ${noBrowser}`)

let desk: Desk
let browser: Browser
const complaints: string[] = []
beforeAll(async () => {
  if (noBrowser) return
  ;[desk, browser] = await Promise.all([startDesk(), startBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  if (complaints.length > 0) throw new Error(complaints.splice(0).join('\n'))
})

async function open(): Promise<Page> {
  const { page, complaints: own } = await newPage(browser, PHONE)
  page.on('close', () => complaints.push(...own))
  await page.goto(desk.url)
  await page.getByLabel('E-mail').fill('sari@kantor.example')
  await page.getByLabel('Kata sandi').fill(PASSWORD)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.getByRole('link', { name: 'Kuota' }).click()
  await page.getByText('Belum ada yang ditulis.').waitFor()
  return page
}

describe.skipIf(noBrowser)('the page of places', () => {
  test('an officer writes places down on a phone; what cannot be is said and not kept', async () => {
    const page = await open()
    await page.locator('select[name=office]').selectOption('KPG')
    await page.getByLabel('Tanggal').fill('2098-12-01')
    await page.getByLabel('Sesi').selectOption('Pagi')
    await page.getByLabel('Sisa tempat').fill('banyak')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('sisa tempat harus angka').waitFor()
    expect(await page.locator('.figures li').count()).toBe(0)
    await page.getByLabel('Sisa tempat').fill('7')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Disimpan. Pemohon sudah bisa').waitFor()
    await page.locator('.figures').getByText('pagi: 7').waitFor()
    expect([await barriers(page), await smallTargets(page), await overflows(page)]).toEqual([[], [], false])
    await shot(page, 'quota-1-kept')
    const { rows } = await desk.pool.query('SELECT office, day, half, "left" FROM quota_figure')
    expect(rows).toEqual([{ office: 'KPG', day: '2098-12-01', half: 'morning', left: 7 }])
  })
})
