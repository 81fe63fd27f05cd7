// `node scripts/run.mjs scripts/pictures.ts`: takes the pictures of the README from the product itself, with invented people.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { startSystem } from '../test/support/system.ts'

const OUT = 'docs/pictures'
const PORT = '43117'
const at = `http://127.0.0.1:${PORT}`

mkdirSync(OUT, { recursive: true })
const dir = mkdtempSync(path.join(os.tmpdir(), 'tanyapaspor-pictures-'))
const system = await startSystem({ PORT, DATA_DIR: dir })
const [, email, password] = /shown only now: (\S+)\s+(\S+)/.exec(system.stdoutText())!
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })

async function say(page: Page, text: string, hears: RegExp): Promise<void> {
  const seen = await page.getByText(hears).count()
  await page.locator('textarea, input[type=text]').first().fill(text)
  await page.keyboard.press('Enter')
  await page.getByText(hears).nth(seen).waitFor({ state: 'attached' })
  await page.waitForTimeout(300)
}

const phone = await (
  await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 })
).newPage()
await phone.goto(`${at}/chat`)
await phone.getByRole('button', { name: /mulai/i }).click()
await phone.waitForTimeout(1200)
const papers: [string, RegExp][] = [
  ['mau perpanjang paspor saya', /dibuat di mana/],
  ['1', /berubah sejak/],
  ['1', /Sudah punya semua/],
]
for (const [text, hears] of papers) await say(phone, text, hears)
for (const image of await phone.locator('img').all())
  await image.evaluate((one) => (one as unknown as { decode(): Promise<void> }).decode())
await phone.waitForTimeout(300)
await phone.screenshot({ path: `${OUT}/list.png` })

const answers: [string, RegExp][] = [
  ['lapor', /kantor mana/],
  ['1', /tentang apa/],
  ['1', /paling cocok/],
  ['1', /ceritakan/],
  ['Kode dari email tidak datang sejak kemarin, sudah cek spam', /catat/],
  ['1', /bacakan lagi/],
]
for (const [text, hears] of answers) await say(phone, text, hears)
await phone.screenshot({ path: `${OUT}/chat.png` })
await say(phone, '1', /Nomor laporan/)

const desk = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
await desk.goto(at)
await desk.locator('input[type=email]').fill(email!)
await desk.locator('input[type=password]').fill(password!)
await desk.keyboard.press('Enter')
await desk.waitForTimeout(1500)
await desk.screenshot({ path: `${OUT}/queue.png` })
await desk.getByText(/KPG-/).first().click()
await desk.waitForTimeout(1200)
await desk.screenshot({ path: `${OUT}/ticket.png` })

await browser.close()
await system.kill('SIGINT')
rmSync(dir, { recursive: true, force: true })
process.exit(0)
