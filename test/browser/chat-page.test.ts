import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import {
  accessibilityViolations,
  DESKTOP,
  newPage,
  noBrowser,
  hasHorizontalOverflow,
  PHONE,
  takeScreenshot,
  smallTargets,
  startBrowser,
} from './browser.ts'
import { startWeb, type Harness, type Script } from '../bots/web/harness.ts'

if (noBrowser) console.warn(`chat page tests skipped: ${noBrowser}`)

const MENU = [
  { id: 'papers', label: 'Surat yang dibawa', number: 1 },
  { id: 'quota', label: 'Jadwal dan jatah tempat', number: 2 },
  { id: 'complaint', label: 'Lapor keluhan', number: 6 },
  { id: 'petugas', label: 'Petugas', number: 0 },
]

/** A bot of three lines: a menu, a complaint, an echo. */
const script: Script = ({ content }) => {
  if (content.kind === 'choice') return { text: `Baik: ${content.id}. Ceritakan, ya.` }
  if (content.kind !== 'text') return { text: 'Berkas sudah kami terima.' }
  if (/^(halo|hello|menu|9)$/i.test(content.text))
    return {
      text: 'Selamat pagi. Ini layanan tanya paspor. Gratis.\nLihat https://www.imigrasi.go.id. Pilih:',
      choices: MENU,
      question: 7,
    }
  return { text: `Kami catat: ${content.text}` }
}

let browser: Browser
let web: Harness
const complaints: string[] = []
beforeAll(async () => {
  if (!noBrowser) browser = await startBrowser()
})
afterAll(() => browser?.close())
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  await web.stop()
  if (complaints.length > 0) throw new Error(complaints.splice(0).join('\n'))
})

async function visit(viewport = PHONE): Promise<Page> {
  web = await startWeb(script)
  const { page, complaints: own } = await newPage(browser, viewport)
  page.on('close', () => complaints.push(...own))
  await page.goto(`${web.url}/chat`)
  return page
}

const said = (page: Page) => page.locator('.message .text').allTextContents()
/** Is this message within what the person sees of the conversation? */
const isInView = (page: Page, text: string) =>
  page.getByText(text, { exact: true }).evaluate((node) => {
    const [inner, outer] = [
      node.getBoundingClientRect(),
      document.getElementById('log')!.getBoundingClientRect(),
    ]
    return inner.top >= outer.top && inner.bottom <= outer.bottom
  })
const hears = (page: Page, text: string) => page.getByText(text).waitFor()

describe.skipIf(noBrowser)('the chat page', () => {
  test('says who we are and the one rule, and sends nothing by itself', async () => {
    const page = await visit()
    await hears(page, 'Kami tidak pernah minta kode OTP, kata sandi, uang, nomor KTP, atau foto KTP.')
    await takeScreenshot(page, 'chat-1-first')
    expect(web.accepted).toEqual([])
    await page.getByRole('button', { name: 'Mulai' }).click()
    await hears(page, 'Selamat pagi')
    expect(web.accepted.map((inbound) => inbound.content)).toEqual([{ kind: 'text', text: 'Halo' }])
    await takeScreenshot(page, 'chat-2-menu')
  })

  for (const [name, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP }))
    test(`has no barriers, small targets or sideways scrolling on a ${name}`, async () => {
      const page = await visit(viewport)
      expect([await accessibilityViolations(page), await smallTargets(page)]).toEqual([[], []])
      await page.getByRole('button', { name: 'Mulai' }).click()
      await hears(page, 'Selamat pagi')
      await page.getByRole('button', { name: 'Lapor keluhan' }).click()
      await hears(page, 'Ceritakan, ya.')
      await page
        .getByLabel('Tulis pesan')
        .fill(`Antre lama sekali ${'di kantor '.repeat(30)}${'x'.repeat(90)}`)
      await page.getByRole('button', { name: 'Kirim', exact: true }).click()
      await hears(page, 'Kami catat')
      await web.say(web.accepted[0]!.address, { from: 'officer', text: 'Baik, Bapak. Kami periksa.' })
      await hears(page, 'Kami periksa')
      await takeScreenshot(page, `chat-3-${name}`)
      expect([
        await accessibilityViolations(page),
        await smallTargets(page),
        await hasHorizontalOverflow(page),
      ]).toEqual([[], [], false])
    })

  test('answers and officers’ words appear without reloading; a reload goes on with the same chat', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Mulai' }).click()
    await hears(page, 'Selamat pagi')
    await page.getByLabel('Tulis pesan').fill('6')
    await page.keyboard.press('Enter')
    await hears(page, 'Kami catat: 6')
    await web.say(web.accepted[0]!.address, { from: 'officer', text: 'Dari petugas' })
    await hears(page, 'Dari petugas')
    const before = await said(page)
    await page.reload()
    await hears(page, 'Dari petugas')
    expect(await said(page)).toEqual(before)
    await page.getByLabel('Tulis pesan').fill('lagi')
    await page.keyboard.press('Enter')
    await hears(page, 'Kami catat: lagi')
    expect(new Set(web.accepted.map((inbound) => inbound.address)).size).toBe(1)
  })

  test('choices are buttons under the newest question only, and a tap is one choice', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Mulai' }).click()
    await hears(page, 'Selamat pagi')
    await page.getByRole('button', { name: 'Menu' }).click()
    await expect.poll(() => page.getByText('Selamat pagi').count()).toBe(2)
    await expect.poll(() => page.locator('.choices').count()).toBe(1)
    await page.locator('.choices').getByRole('button', { name: '2 Jadwal' }).dblclick()
    await hears(page, 'Baik: quota')
    expect(await page.locator('.choices').count()).toBe(0)
    const taps = web.accepted.filter((inbound) => inbound.content.kind === 'choice')
    expect(taps.map((inbound) => inbound.content)).toEqual([{ kind: 'choice', question: 7, id: 'quota' }])
    expect(await said(page)).toContain('Jadwal dan jatah tempat')
  })

  test('can be used with the keyboard alone, and focus is never lost', async () => {
    const page = await visit()
    const focus = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent)
    await page.keyboard.press('Tab')
    expect(await focus()).toBe('language')
    await page.keyboard.press('Tab')
    expect(await focus()).toBe('start')
    await page.keyboard.press('Enter')
    await hears(page, 'Selamat pagi')
    expect(await focus()).toBe('log')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focus()).toBe('1 Surat yang dibawa')
    await page.keyboard.press('Enter')
    await hears(page, 'Baik: papers')
    expect(await focus()).toBe('log')
    for (const _ of ['link', '0', '9', '8', 'file', 'text']) await page.keyboard.press('Tab')
    expect(await focus()).toBe('text')
    await page.keyboard.type('dari papan ketik')
    await page.keyboard.press('Enter')
    await hears(page, 'Kami catat: dari papan ketik')
    expect(await focus()).toBe('text')
  })

  test('while the service is away the message is kept as unsent and sent once when it is back', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Mulai' }).click()
    await hears(page, 'Selamat pagi')
    web.down = true
    await page.getByLabel('Tulis pesan').fill('penting')
    await page.keyboard.press('Enter')
    await hears(page, 'belum terkirim')
    await hears(page, 'Layanan sedang sibuk')
    await expect.poll(() => isInView(page, 'penting')).toBe(true)
    await takeScreenshot(page, 'chat-4-unsent')
    expect(await accessibilityViolations(page)).toEqual([])
    web.down = false
    await hears(page, 'Kami catat: penting')
    await expect.poll(() => page.locator('#status').textContent()).toBe('')
    expect((await said(page)).filter((text) => text === 'penting')).toHaveLength(1)
  })

  test('without a network words wait in order, outlive a reload, and arrive once', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Mulai' }).click()
    await hears(page, 'Selamat pagi')
    await page.route('**/chat/messages', (route) => route.abort())
    for (const text of ['satu', 'dua']) {
      await page.getByLabel('Tulis pesan').fill(text)
      await page.keyboard.press('Enter')
    }
    await hears(page, 'Sambungan terputus')
    await page.unroute('**/chat/messages')
    await page.reload()
    await hears(page, 'Kami catat: dua')
    expect(web.accepted.slice(1).map((inbound) => inbound.content)).toEqual([
      { kind: 'text', text: 'satu' },
      { kind: 'text', text: 'dua' },
    ])
    expect((await said(page)).filter((text) => ['satu', 'dua'].includes(text))).toEqual(['satu', 'dua'])
  })

  test('an answer lost on its way is no second message', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Mulai' }).click()
    await hears(page, 'Selamat pagi')
    let lost = 0
    await page.route('**/chat/messages', async (route) => {
      if (route.request().method() === 'POST' && lost++ === 0) {
        await route.fetch()
        await route.abort()
      } else await route.continue()
    })
    await page.getByLabel('Tulis pesan').fill('sekali saja')
    await page.keyboard.press('Enter')
    await hears(page, 'Kami catat: sekali saja')
    await expect.poll(() => lost).toBe(2)
    expect(web.accepted).toHaveLength(2)
    expect((await said(page)).filter((text) => text === 'sekali saja')).toHaveLength(1)
  })

  test('works by asking when the stream is not to be had', async () => {
    const page = await visit()
    await page.route('**/chat/events*', (route) => route.abort())
    await page.getByRole('button', { name: 'Mulai' }).click()
    await hears(page, 'Selamat pagi')
    await web.say(web.accepted[0]!.address, { text: 'tanpa aliran' })
    await hears(page, 'tanpa aliran')
    expect(await page.locator('#status').textContent()).toBe('')
  })

  test('too many messages: kind words, nothing lost', async () => {
    const page = await visit()
    for (let at = 0; at < 31; at++) {
      await page.getByLabel('Tulis pesan').fill(`pesan ${at}`)
      await page.keyboard.press('Enter')
    }
    await hears(page, 'Pesan masuk terlalu cepat')
    await expect.poll(() => web.accepted.length).toBe(30)
    await expect
      .poll(() => page.locator('[data-state=waiting] .text').allTextContents())
      .toEqual(['pesan 30'])
  })

  test('a photo is sent; one that is too large is refused with words before it leaves', async () => {
    const page = await visit()
    await page
      .locator('#file')
      .setInputFiles({ name: 'ktp.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(2000) })
    await hears(page, 'Berkas sudah kami terima.')
    const large = Buffer.alloc(10 * 1024 * 1024 + 1)
    await page.locator('#file').setInputFiles({ name: 'besar.jpg', mimeType: 'image/jpeg', buffer: large })
    await hears(page, 'Berkas terlalu besar')
    expect(web.accepted.map(({ content }) => content.kind)).toEqual(['media'])
  })

  test('speaks English on request, and asks the bot with its own word', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'English' }).click()
    await hears(page, 'We never ask for an OTP code')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(web.accepted).toEqual([])
    await page.getByRole('button', { name: 'Start' }).click()
    await hears(page, 'Selamat pagi')
    await page.reload()
    await page.getByRole('button', { name: 'Bahasa Indonesia' }).click()
    await hears(page, 'Kami catat: bahasa')
    const texts = web.accepted.map(({ content }) => (content.kind === 'text' ? content.text : ''))
    expect(texts).toEqual(['Hello', 'bahasa'])
  })

  test('shows words as words: markup does nothing, and only https addresses of ours become links', async () => {
    const page = await visit()
    await page.getByLabel('Tulis pesan').fill('<img src=x onerror=alert(1)> https://saya.example')
    await page.keyboard.press('Enter')
    await hears(page, 'Kami catat')
    await web.say(web.accepted[0]!.address, {
      from: 'officer',
      text: 'Buka https://www.imigrasi.go.id/antrean, bukan javascript:alert(1) <b>ya</b>.',
    })
    await hears(page, 'bukan javascript:alert(1) <b>ya</b>.')
    expect(await page.locator('#log img, #log .text b').count()).toBe(0)
    const links = page.locator('.officer a, .person a')
    expect(await links.evaluateAll((nodes) => nodes.map((node) => (node as HTMLAnchorElement).href))).toEqual(
      ['https://www.imigrasi.go.id/antrean'],
    )
  })

  test('a ticket number stays in one piece, and buttons go when the bot has said something newer', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Mulai' }).click()
    await page.locator('.choices').waitFor()
    await web.say(web.accepted[0]!.address, { text: 'Nomor laporan: KPG-261121-001-6. Terima kasih.' })
    expect(await page.locator('b.number').textContent()).toBe('KPG-261121-001-6')
    expect(await page.locator('.choices').count()).toBe(0)
  })

  test('an answer taller than the screen is shown from its beginning, also after a reload', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Mulai' }).click()
    await hears(page, 'Selamat pagi')
    await web.say(web.accepted[0]!.address, {
      text: `Awal\n${'baris\n'.repeat(40)}akhir`,
      at: Date.now() + 3000,
    })
    await hears(page, 'akhir')
    const top = () =>
      page.evaluate(() => {
        const [log, last] = [document.getElementById('log')!, document.querySelector('.message:last-child')!]
        return Math.round(last.getBoundingClientRect().top - log.getBoundingClientRect().top)
      })
    await expect.poll(top).toBe(8)
    await page.reload()
    await hears(page, 'akhir')
    await expect.poll(top).toBe(8)
  })

  test('two pages of one person show the same', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Mulai' }).click()
    await hears(page, 'Selamat pagi')
    const second = await page.context().newPage()
    await second.goto(`${web.url}/chat`)
    await hears(second, 'Selamat pagi')
    await second.getByLabel('Tulis pesan').fill('dari yang kedua')
    await second.keyboard.press('Enter')
    await hears(page, 'Kami catat: dari yang kedua')
    await vi.waitFor(async () => expect(await said(page)).toEqual(await said(second)))
  })

  test('a picture is shown where it was said, tells those who cannot see what stands in it, and is nobody else’s', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Mulai' }).click()
    await page.getByText('Selamat pagi.').waitFor()
    const line = (icon: string, text: string) => ({ icon, text, note: 'asli dan fotokopi', have: false })
    const lines = [line('id-card', 'KTP elektronik'), line('passport', 'Paspor lama')]
    const card = { title: 'Surat yang dibawa: Dewasa', parts: [{ heading: null, lines }] }
    await web.say(web.accepted[0]!.address, { text: 'Simpan gambar ini.', card })
    const picture = page.getByRole('img', { name: 'Surat yang dibawa: Dewasa, KTP elektronik, Paspor lama' })
    await picture.waitFor()
    await expect
      .poll(() => picture.evaluate((node) => (node as HTMLImageElement).naturalWidth), { timeout: 15_000 })
      .toBe(800)
    expect(await hasHorizontalOverflow(page)).toBe(false)
    expect(await accessibilityViolations(page)).toEqual([])
    await takeScreenshot(page, 'chat-card')
    const stranger = await fetch(new URL((await picture.getAttribute('src'))!, web.url))
    expect(stranger.status).toBe(404)
  })
})
