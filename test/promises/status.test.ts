import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient, type Client } from '../bots/web/client.ts'
import { PASSWORD, startDesk, until, type Desk } from '../console/harness.ts'
import { signIn, type SignedInOfficer } from '../support/officer.ts'

/** Where a passport stands, in the whole product: entered by the office, asked in the chat, pushed when it changes. */

const NUMBER = '1234 5678 9012'
const SIXTEEN = '2210202600004713'

let desk: Desk
let budi: SignedInOfficer
beforeAll(async () => {
  desk = await startDesk()
  budi = await signIn(desk.url, 'budi@kantor.example', PASSWORD)
}, 60_000)
afterAll(() => desk?.stop())

async function enter(number: string, status: string): Promise<void> {
  const row = { number, birth: '1988-04-03', office: 'KPG', status, name: 'Maria Kewa' }
  const entered = await budi.put('/applications', { applications: [row] })
  expect(entered.body).toMatchObject({ entered: 1, problems: [] })
}

/** Says something and waits until the bot has said something new with `hears` in it. */
async function ask(person: Client, says: string, hears: string): Promise<string> {
  const before = (await person.items()).length
  await person.write(says)
  const news = async () => JSON.stringify((await person.items()).slice(before))
  await until(async () => (await news()).includes(hears))
  return news()
}

test('found by number and birth date, told when it changes, and neither is in the ticket that follows', async () => {
  await enter('123456789012', 'DIPERIKSA')
  const person = createClient(desk.url)
  await ask(person, 'halo', 'Cek paspor')
  await ask(person, '4', 'sampai mana')
  await ask(person, '1', 'nomor daftarnya')
  await ask(person, `no ${NUMBER}`, 'Tanggal lahir')
  const shown = await ask(person, '3 april 1988', 'Sedang diperiksa')
  expect(shown).toContain('Ma*** Ke**')
  expect(shown).not.toContain('Maria')
  await ask(person, '1', 'kami kabari')

  const before = (await person.items()).length
  await enter('123456789012', 'DICETAK')
  await until(async () => JSON.stringify((await person.items()).slice(before)).includes('Sedang dicetak'))

  await ask(person, 'petugas', 'Apa pertanyaannya')
  const receipt = await ask(person, 'Kapan paspor saya bisa diambil?', 'Nomor laporan')
  const number = /[A-Z]{3}-\d{6}-\d{3}-[\dA-Z]/.exec(receipt)![0]
  const ticket = JSON.stringify((await budi.get(`/tickets/${number}`)).body)
  expect(ticket).toContain('Kapan paspor saya bisa diambil?')
  expect(ticket).toContain('Sedang diperiksa')
  expect(ticket).not.toMatch(/1234 ?5678 ?9012|3 april 1988|1988-04-03/)
})

test('a sixteen-digit application number comes through the inbox; a NIK does not', async () => {
  await enter(SIXTEEN, 'SIAP_DIAMBIL')
  const person = createClient(desk.url)
  await ask(person, 'halo', 'Cek paspor')
  await ask(person, '4', 'sampai mana')
  await ask(person, '1', 'nomor daftarnya')
  await ask(person, '5371011203850001', 'seperti nomor KTP')
  await ask(person, SIXTEEN, 'Tanggal lahir')
  await ask(person, '3/4/88', 'Siap diambil')
  const { rows } = await desk.pool.query('SELECT content::text AS content FROM inbound')
  const kept = rows.map(({ content }: { content: string }) => content).join('\n')
  expect(kept).not.toContain('5371011203850001')
})

test('after five wrong tries even the right answer tells nothing', async () => {
  const person = createClient(desk.url)
  await ask(person, 'halo', 'Cek paspor')
  for (const day of [1, 2, 3, 4, 5]) {
    await ask(person, NUMBER, 'Tanggal lahir')
    await ask(person, `${day} januari 1991`, 'belum menemukan')
    await ask(person, '9', 'Tulis saja keperluannya')
  }
  await ask(person, NUMBER, 'Tanggal lahir')
  expect(await ask(person, '3 april 1988', 'istirahat')).not.toContain('Ma***')
})
