import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { DESKTOP, noBrowser, PHONE, takeScreenshot } from '../browser/browser.ts'
import { desk, enter, NONE, openCounter, walls } from './counter.ts'
import { PASSWORD } from './harness.ts'

openCounter()

const speak = (page: Page, language: string, label: string) =>
  page.getByLabel(label, { exact: true }).first().selectOption(language)
const langOf = (page: Page) => page.evaluate(() => document.documentElement.lang)

/** An officer whose browser remembers a language. */
const enterSpeaking = (language: string, who: string, viewport = DESKTOP) =>
  enter(who, viewport, async (fresh) => {
    await fresh.addInitScript((code) => localStorage.setItem('tanyapaspor.console.language', code), language)
  })

const SIZES = [
  ['desktop', DESKTOP],
  ['phone', PHONE],
] as const

describe.skipIf(noBrowser)('an officer’s language', () => {
  test.each(SIZES)('is chosen in the header and still spoken after a reload: %s', async (size, viewport) => {
    await desk.complain('1', 'Kode rahasia tidak datang.')
    const page = await enter('budi', viewport)
    await page.getByRole('heading', { name: 'Meja Petugas' }).waitFor()
    expect([await langOf(page), await page.title()]).toEqual(['id', 'Meja Petugas · Tanya Paspor'])
    await speak(page, 'English', 'Bahasa')
    await page.getByRole('link', { name: 'Answers & facts' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Officers’ desk' }).waitFor()
    expect([await langOf(page), await page.title()]).toEqual(['en', 'Officers’ desk · Tanya Paspor'])
    await page.locator('.row .what').getByText('The secret code does not come').first().waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, `english-1-queue-${size}`)
  })

  test.each(SIZES)('is that of a ticket, but for what people wrote: %s', async (size, viewport) => {
    const { number } = await desk.complain('1', 'Kode rahasia tidak datang.')
    const page = await enterSpeaking('en', 'budi', viewport)
    await page.getByRole('link', { name: number }).click()
    await page.getByText('Complaint: The secret code does not come').waitFor()
    await page.getByRole('button', { name: 'Claim' }).click()
    await page.getByText('Assigned to Budi').waitFor()
    expect(await page.locator('.head dd').allTextContents()).toContain('Indonesian')
    await page.locator('.told-story').getByText('Kode rahasia tidak datang.').waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, `english-2-ticket-${size}`)
  })

  test.each(SIZES)('is that of facts and their titles: %s', async (size, viewport) => {
    const page = await enterSpeaking('en', 'budi', viewport)
    await page.getByRole('link', { name: 'Answers & facts' }).click()
    await page.getByLabel('Find a fact').fill('fee.express')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.fact').count()).toBeLessThan(10)
    await page.getByRole('heading', { name: 'Passport the same day' }).first().waitFor()
    await page.getByRole('button', { name: 'New rule' }).first().click()
    await page.getByLabel('Valid from').waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, `english-3-facts-${size}`)
  })

  test('leaves what is being written as it is', async () => {
    const { number } = await desk.complain('2', 'Jatah tempat selalu penuh.')
    const page = await enter('sari')
    await page.getByRole('link', { name: number }).click()
    await page.locator('.desk textarea').fill('Setengah jawaban')
    await speak(page, 'English', 'Bahasa')
    await page.getByRole('button', { name: 'Send reply' }).waitFor()
    expect(await page.locator('.desk textarea').inputValue()).toBe('Setengah jawaban')
    await speak(page, 'Bahasa Indonesia', 'Language')
    await page.getByRole('button', { name: 'Kirim jawaban' }).waitFor()
  })

  test('counts as its grammar does, and says what went wrong in it, also before signing in', async () => {
    const page = await enter('budi')
    await page.getByRole('button', { name: 'Keluar' }).click()
    await speak(page, 'English', 'Bahasa')
    await page.getByLabel('Email').fill('budi@kantor.example')
    await page.getByLabel('Password').fill('not this')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('The email or the password is not right.').waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'english-0-sign-in')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('link', { name: 'Places', exact: true }).click()
    await page.locator('summary').click()
    const rows = (lefts: readonly string[]) =>
      ['Office,Day,Left', ...lefts.map((left, at) => `KPG,0${at + 1}/12/2098,${left}`)].join('\n')
    const choose = (content: string) =>
      page
        .getByLabel('File', { exact: true })
        .setInputFiles({ name: 'places.csv', mimeType: '', buffer: Buffer.from(content) })
    await choose(rows(['7', 'many']))
    await page.getByText('Nothing is in yet. 1 row can go in, 1 cannot.').waitFor()
    await page.getByRole('button', { name: 'Bring in 1 row', exact: true }).waitFor()
    await page.getByText('Row 3, Left: must be a number').waitFor()
    await choose(rows(['7', '8']))
    await page.getByText('2 rows can go in').waitFor()
    await choose('Office,Branch\nKPG,2\n')
    await page.getByText('Missing: Day, Left. Columns that are not read: Branch.').waitFor()
    expect(await walls(page)).toEqual(NONE)
  })

  test('that is no longer there is not spoken', async () => {
    const page = await enterSpeaking('xx', 'sari')
    await page.getByRole('heading', { name: 'Meja Petugas' }).waitFor()
    expect(await langOf(page)).toBe('id')
  })
})
