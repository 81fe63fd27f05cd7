import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import {
  accessibilityViolations,
  noBrowser,
  hasHorizontalOverflow,
  PHONE,
  takeScreenshot,
  smallTargets,
} from '../browser/browser.ts'
import { desk, enter, NONE, openCounter, walls } from './counter.ts'

openCounter()

async function open(who: string, link: string): Promise<Page> {
  const page = await enter(who, PHONE)
  await page.getByRole('link', { name: link, exact: true }).click()
  await page.getByRole('heading', { name: link, exact: true }).waitFor()
  return page
}

describe.skipIf(noBrowser)('the page of places', () => {
  test('an officer writes places down on a phone; what cannot be is said and not kept', async () => {
    const page = await open('sari', 'Kuota')
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
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'quota-1-kept')
    const { rows } = await desk.pool.query('SELECT office, day, half, "left" FROM quota_figure')
    expect(rows).toEqual([{ office: 'KPG', day: '2098-12-01', half: 'morning', left: 7 }])
  })
})

describe.skipIf(noBrowser)('the page of applications', () => {
  const found = (page: Page) => page.locator('article.fact')
  const look = async (page: Page, number: string) => {
    await page.getByRole('searchbox').fill(number)
    await page.getByRole('button', { name: 'Cari' }).click()
  }

  test('a supervisor writes one down, an officer finds it masked, and nobody a number that is not there', async () => {
    const page = await open('budi', 'Permohonan')
    await page.locator('input[name=number]').fill('5371014505900001')
    await page.getByLabel('Tanggal lahir').fill('1990-05-12')
    await page.locator('select[name=office]').selectOption('KPG')
    await page.locator('select[name=status]').selectOption('SIAP_DIAMBIL')
    await page.locator('input[name=name]').fill('Maria Kelen')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('tampak seperti NIK').waitFor()
    await page.locator('input[name=number]').fill('1234 5678 9012')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Disimpan. Yang minta dikabari').waitFor()
    expect(await walls(page)).toEqual(NONE)
    const officer = await open('sari', 'Permohonan')
    expect(await officer.locator('input[name=number]').count()).toBe(0)
    await look(officer, '999988887777')
    await officer.getByText('Tidak ada permohonan dengan nomor itu').waitFor()
    await look(officer, '1234-5678-9012')
    await found(officer).getByText('Siap diambil').waitFor()
    await found(officer).getByText('Ma*** Ke***').waitFor()
    expect([
      await accessibilityViolations(officer),
      await smallTargets(officer),
      await hasHorizontalOverflow(officer),
    ]).toEqual([[], [], false])
    await takeScreenshot(officer, 'applications-1-found')
  })
})
