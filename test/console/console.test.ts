import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { DESKTOP, newPage, noBrowser, PHONE, takeScreenshot } from '../browser/browser.ts'
import { browser, desk, enter, NONE, openCounter, walls } from './counter.ts'
import { PASSWORD, until } from './harness.ts'

openCounter()

async function signIn(who: string, viewport = DESKTOP): Promise<Page> {
  const page = await enter(who, viewport, (fresh) => fresh.clock.install())
  await page.getByRole('link', { name: 'Antrean' }).waitFor()
  return page
}

const openTicket = async (page: Page, number: string) => {
  await page.getByRole('link', { name: number }).click()
  await page.getByRole('heading', { name: number }).waitFor()
}
const box = (page: Page) => page.locator('.desk textarea')

describe.skipIf(noBrowser)('the console', () => {
  test('an officer signs in, finds the ticket, claims, answers, notes and closes it', async () => {
    const { person, number } = await desk.complain('1', 'Kode rahasia tidak datang sejak Senin pagi.')
    const page = await signIn('sari')
    await page.getByText('Kode rahasia tidak datang sejak').waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'console-1-queue')
    await openTicket(page, number)
    await page.locator('.story img').waitFor()
    expect(
      await page
        .locator('.story img')
        .evaluate((image) => (image as HTMLImageElement).decode().then(() => true)),
    ).toBe(true)
    await page.getByRole('button', { name: 'Pegang' }).click()
    await page.getByText('Dipegang Sari').waitFor()

    await box(page).fill('Bapak, mohon periksa kotak spam. Sudah ada?')
    await page.getByRole('button', { name: 'Kirim jawaban' }).click()
    await page.getByText('Jawaban disimpan dan dikirim.').waitFor()
    await until(async () => (await person.texts()).some((text) => text.includes('periksa kotak spam')))

    await page.getByRole('button', { name: 'Catatan dalam' }).click()
    await box(page).fill('Sudah dicek di pusat.')
    await page.getByRole('button', { name: 'Simpan catatan' }).click()
    await page.locator('.done.note').getByText('Sudah dicek di pusat.').waitFor()
    expect((await person.texts()).join()).not.toContain('dicek di pusat')
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'console-2-ticket')

    await page.getByRole('button', { name: 'Tutup', exact: true }).click()
    await box(page).fill('Kode sudah diterima.')
    await page.getByRole('button', { name: 'Tutup laporan' }).click()
    await page.getByText('Ditutup Sari').waitFor()
    await until(async () => (await person.texts()).some((text) => text.includes('Kode sudah diterima.')))
    await person.write('4')
    await page.reload()
    await page.getByText('Pemohon memberi nilai 4 dari 4').waitFor()
    await takeScreenshot(page, 'console-3-closed')
    await page.getByRole('button', { name: 'Buka lagi' }).click()
    await page.getByText('Dibuka lagi Sari').waitFor()
  })

  test('what the applicant writes more appears by itself on the open ticket', async () => {
    const { person, number } = await desk.complain('3', 'Sudah bayar, belum tercatat.')
    const page = await signIn('sari', PHONE)
    await takeScreenshot(page, 'console-4-queue-phone')
    expect(await walls(page)).toEqual(NONE)
    await openTicket(page, number)
    await person.write('Buktinya nanti saya kirim.')
    await until(async () => (await person.texts()).at(-1)!.includes(number))
    await page.clock.fastForward(15_000)
    await page.getByText('Buktinya nanti saya kirim.').waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'console-5-ticket-phone')
  })

  test('of two who answer at once the second sees the first one’s words and decides', async () => {
    const { person, number } = await desk.complain('2', 'Jatah tempat selalu penuh.')
    const [first, second] = [await signIn('budi'), await signIn('sari')]
    for (const page of [first, second]) await openTicket(page, number)
    await second.getByRole('button', { name: 'Pegang' }).click()
    await second.getByText('Dipegang Sari').waitFor()
    await box(second).fill('Jawaban Sari')
    await first.reload()
    await box(first).fill('Jawaban Budi')
    await first.getByRole('button', { name: 'Kirim jawaban' }).click()
    await first.getByText('Jawaban disimpan dan dikirim.').waitFor()

    await second.getByRole('button', { name: 'Kirim jawaban' }).click()
    await second.getByText('Petugas lain lebih dulu:').waitFor()
    await second.locator('.conflict').getByText('Jawaban Budi').waitFor()
    expect((await person.texts()).join()).not.toContain('Jawaban Sari')
    expect(await walls(second)).toEqual(NONE)
    await takeScreenshot(second, 'console-6-conflict')
    await second.getByRole('button', { name: 'Tetap kirim' }).click()
    await second.getByText('Jawaban disimpan dan dikirim.').waitFor()
    await until(async () => (await person.texts()).some((text) => text.includes('Jawaban Sari')))
  })

  test('a draft outlives looking at the queue, and a note never slips into an answer', async () => {
    const { number } = await desk.complain('1', 'Tidak bisa masuk aplikasi.')
    const page = await signIn('budi')
    await openTicket(page, number)
    await box(page).fill('Setengah jawaban')
    await page.getByRole('link', { name: '← Antrean' }).click()
    await openTicket(page, number)
    expect(await box(page).inputValue()).toBe('Setengah jawaban')
    await page.getByRole('button', { name: 'Catatan dalam' }).click()
    expect(await box(page).inputValue()).toBe('')
    await box(page).fill('Jangan dikirim')
    await page.getByRole('button', { name: 'Jawab', exact: true }).click()
    expect(await box(page).inputValue()).toBe('Setengah jawaban')
    await page.getByRole('button', { name: 'Keluar' }).click()
    await page.getByLabel('E-mail').fill('sari@kantor.example')
    await page.getByLabel('Kata sandi').fill(PASSWORD)
    await page.getByRole('button', { name: 'Masuk' }).click()
    await page.getByRole('heading', { name: number }).waitFor()
    expect(await box(page).inputValue()).toBe('')
  })

  test('a confidential ticket does not exist for an ambassador: not in the queue, by search, number or filter', async () => {
    const { number } = await desk.complain('7', 'Calo minta uang di depan loket dua.')
    const page = await signIn('sari')
    await page.getByLabel('Keadaan').selectOption('Semua')
    await page.locator('.row').first().waitFor()
    expect(await page.getByText(number).count()).toBe(0)
    expect(await page.getByLabel('Jenis').locator('option').allTextContents()).not.toContain('Calo')
    expect(await page.getByLabel('Jenis').locator('option').count()).toBeGreaterThan(40)
    await page.getByLabel('Cari nomor atau kata').fill('loket')
    await page.keyboard.press('Enter')
    await page.getByText('Tidak ada laporan di sini.').waitFor()
    await page.goto(`${desk.url}/#/laporan/${number}`)
    await page.getByText('Laporan ini tidak ada').waitFor()
    const supervisor = await signIn('budi')
    await openTicket(supervisor, number)
    await supervisor.getByText('Tanpa nama').waitFor()
    expect(await supervisor.locator('.head .badge.confidential').textContent()).toBe('Rahasia')
    await takeScreenshot(supervisor, 'console-7-confidential')
  })

  test('words that could not be delivered are red, and a late ticket is marked', async () => {
    const { number } = await desk.complain('4', 'Surat ditolak tanpa alasan.')
    const page = await signIn('sari')
    await openTicket(page, number)
    await box(page).fill('Jawaban yang tidak sampai')
    await page.getByRole('button', { name: 'Kirim jawaban' }).click()
    await page.getByText('Jawaban disimpan dan dikirim.').waitFor()
    await desk.pool.query(
      `UPDATE outbound SET state = 'failed', failure = 'blocked' WHERE text LIKE '%tidak sampai%'`,
    )
    await desk.pool.query(`UPDATE ticket SET due = '2020-01-02', state = 'assigned' WHERE number = $1`, [
      number,
    ])
    await page.reload()
    await page.getByText('Tidak sampai: pemohon memblokir kami').waitFor()
    await page.locator('.head').getByText('Lewat janji').waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'console-8-undelivered')
    await page.getByRole('link', { name: '← Antrean' }).click()
    await expect.poll(() => page.locator('.row.overdue', { hasText: number }).count()).toBe(1)
  })

  test('filters and search live in the address; "load more" and the keys / j k work', async () => {
    await desk.complain('1', 'Kode tidak datang.')
    for (let at = 0; at < 26; at++) await desk.pool.query(COPY, [`KPG-261101-${String(100 + at)}-0`])
    const page = await signIn('sari')
    await expect.poll(() => page.locator('.row').count()).toBe(25)
    await page.getByRole('button', { name: 'Muat lagi' }).click()
    await expect.poll(() => page.locator('.row').count()).toBeGreaterThan(25)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    const focus = page.locator('.row a:focus .number')
    expect(await focus.textContent()).toBe(await page.locator('.row .number').first().textContent())
    await page.locator('body').press('/')
    await page.keyboard.type('salinan')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('q=salinan')
    await expect.poll(() => page.locator('.row', { hasText: 'salinan' }).count()).toBe(25)
    await page.getByRole('combobox', { name: 'Dipegang', exact: true }).selectOption('Saya')
    await page.getByText('Tidak ada laporan di sini.').waitFor()
    await page.goBack()
    await expect.poll(() => page.locator('.row').count()).toBe(25)
  })

  test('a supervisor gives a ticket to somebody', async () => {
    const { number } = await desk.complain('5', 'Paspor belum jadi juga.')
    const page = await signIn('budi')
    await openTicket(page, number)
    await page.getByLabel('Serahkan ke…').selectOption('Sari')
    await page.getByText('Dipegang Sari').waitFor()
    expect(await page.locator('.head dd').allTextContents()).toContain('Sari')
  })

  test('an admin sees each channel, and what links one', async () => {
    const sari = await signIn('sari')
    expect(await sari.getByRole('link', { name: 'Saluran' }).count()).toBe(0)
    const page = await signIn('tono')
    await page.route('**/api/v1/channels', async (route) => {
      const response = await route.fetch()
      const { items } = (await response.json()) as { items: object[] }
      const waiting = { state: 'linking', pairingCode: 'ABCD-1234', qr: '2@abc,def,ghi', linked: false }
      await route.fulfill({ json: { items: [{ ...items[0], ...waiting, channel: 'whatsapp' }, ...items] } })
    })
    await until(async () => (await desk.pool.query('SELECT FROM channel_state')).rowCount! > 0)
    await page.getByRole('link', { name: 'Saluran' }).click()
    await page.getByText('ABCD-1234').waitFor()
    await page.locator('svg.qr').waitFor()
    await page.getByRole('heading', { name: 'Web Hidup' }).waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'console-9-channels')
  })

  test('a wrong password says so kindly; signing out ends the session', async () => {
    const { page } = await newPage(browser, PHONE)
    await page.goto(desk.url)
    await page.getByLabel('E-mail').fill('sari@kantor.example')
    await page.getByLabel('Kata sandi').fill('bukan ini')
    await page.getByRole('button', { name: 'Masuk' }).click()
    await page.getByText('E-mail atau kata sandi tidak cocok.').waitFor()
    expect(await walls(page)).toEqual(NONE)
    await takeScreenshot(page, 'console-0-sign-in')
    const inside = await signIn('sari')
    await inside.getByRole('button', { name: 'Keluar' }).click()
    await inside.getByRole('button', { name: 'Masuk' }).waitFor()
    await inside.reload()
    await inside.getByRole('button', { name: 'Masuk' }).waitFor()
  })

  test('a session that ends in the middle asks to sign in and comes back to the same ticket', async () => {
    const { number } = await desk.complain('6', 'Ruang tunggu penuh.')
    const page = await signIn('sari')
    await openTicket(page, number)
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Pegang' }).click()
    await page.getByText('Silakan masuk lagi.').waitFor()
    await page.getByLabel('E-mail').fill('sari@kantor.example')
    await page.getByLabel('Kata sandi').fill(PASSWORD)
    await page.getByRole('button', { name: 'Masuk' }).click()
    await page.getByRole('heading', { name: number }).waitFor()
    expect(await page.getByLabel('Kata sandi').count()).toBe(0)
  })
})

/** One more ticket like the newest open one, under another number. */
const COPY = `INSERT INTO ticket
  SELECT (jsonb_populate_record(NULL::ticket, to_jsonb(t) ||
    jsonb_build_object('id', gen_random_uuid(), 'number', $1::text, 'story', 'salinan', 'assignee_id', null))).*
  FROM (SELECT * FROM ticket WHERE NOT confidential ORDER BY opened_at LIMIT 1) t`
