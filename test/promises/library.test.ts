import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayIn } from '../../src/model/dates/calendar.ts'
import { createClient } from '../bots/web/client.ts'
import { PASSWORD, startDesk, until, type Desk } from '../console/harness.ts'
import { signIn, type SignedInOfficer } from '../support/officer.ts'

/** One library for bot and officers: what a supervisor writes down is what the bot says next. */

let desk: Desk
let budi: SignedInOfficer
beforeAll(async () => {
  desk = await startDesk()
  budi = await signIn(desk.url, 'budi@kantor.example', PASSWORD)
}, 60_000)
afterAll(() => desk?.stop())

/** What a new person hears who asks for the price of an ordinary electronic passport for five years. */
async function priceHeard(): Promise<string> {
  const person = createClient(desk.url)
  await person.write('berapa harga e-paspor 5 tahun')
  await until(async () => (await person.texts()).some((text) => text.includes('E-paspor 5 tahun')))
  return (await person.texts()).at(-1)!
}

test('a new fee is said by the bot at once, and when it is retired the bot guesses none', async () => {
  expect(await priceHeard()).toContain('Paspor: Rp650.000')
  // a fact for all offices counts in Jakarta's day: after midnight in Kupang it is not yet the same
  const validFrom = dayIn('Asia/Jakarta', Date.now())
  const fee = { key: 'fee.passport.electronic.5y', office: 'KPG', value: 725000, validFrom, source: 'surat' }
  const added = await budi.put('/facts', fee)
  expect(added.status).toBe(200)
  expect(await priceHeard()).toContain('Paspor: Rp725.000')
  await budi.post(`/facts/${added.body.id}/retirement`, {})
  expect(await priceHeard()).toContain('Paspor: Rp650.000')

  const all = await budi.put('/facts', { ...fee, office: null })
  expect(await priceHeard()).toContain('Paspor: Rp725.000')
  await budi.post(`/facts/${all.body.id}/retirement`, {})
  const last = await priceHeard()
  expect(last).toContain('keterangan kami sudah lama')
  expect(last).not.toMatch(/Rp(650|725)/)
})
