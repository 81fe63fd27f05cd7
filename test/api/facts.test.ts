import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadReference } from '../../src/adapters/prisma/reference/load.ts'
import { seedReferenceData } from '../../src/adapters/prisma/seed/index.ts'
import { dayIn } from '../../src/model/dates/calendar.ts'
import { lookUpFact, type Fact } from '../../src/model/facts/fact.ts'
import { openApi, type Api } from './support.ts'

/** The answer library through the officers' API; NOW is 21 November 2026, 10:00 in Kupang. */

let api: Api
let all: string, kupang: string, duta: string
beforeAll(async () => {
  api = await openApi()
  all = (await api.officer('supervisor')).token
  kupang = (await api.officer('supervisor', 'KPG', 'Ibu Kepala')).token
  duta = (await api.officer('ambassador', 'KPG')).token
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.pool.query('DELETE FROM fact')
  await seedReferenceData(api.pool)
  await api.library.refresh()
})

const FEE = 'fee.passport.electronic.5y'
const NEW_FEE = { key: FEE, value: 700000, validFrom: '2027-01-01', source: 'PP baru' }
const put = (body: object, as = all) => api.call('PUT', '/facts', { as, body })
const get = async (query = '', as = all) => (await api.call('GET', `/facts${query}`, { as })).json.items
const one = async (query: string) => (await get(query))[0]
const loaded = async () => (await loadReference(api.pool)).library.facts
const says = async (facts: readonly Fact[], day: string, office: string | null = 'KPG') =>
  lookUpFact(facts, FEE, office, day)

describe('the library as officers read it', () => {
  test('has every seeded fact with its source, and where it is used', async () => {
    const items = await get('', duta)
    expect(items.length).toBeGreaterThan(250)
    expect(items.every((item: any) => item.source !== '' && !item.mayChange)).toBe(true)
    const fee = items.find((item: any) => item.key === FEE && item.holds === 'now')
    expect(fee).toMatchObject({ value: 650000, validFrom: '2024-12-17', createdBy: null })
    expect(fee.answers).toContain('fee-table')
    expect(items.find((item: any) => item.key === FEE && item.validTo === '2024-12-16').holds).toBe('over')
  })

  test('comes in pages, each row once', async () => {
    const whole = (await get()).map((item: any) => item.id)
    const paged: string[] = []
    for (let cursor = ''; ;) {
      const after = cursor && `&cursor=${cursor}`
      const { json } = await api.call('GET', `/facts?limit=100${after}`, { as: duta })
      paged.push(...json.items.map((item: any) => item.id))
      if (json.nextCursor === null) break
      cursor = json.nextCursor
    }
    expect(paged).toEqual(whole)
    const wrong = await api.call('GET', '/facts?cursor=x', { as: duta })
    expect([wrong.status, wrong.json.reason]).toEqual([422, 'wrong-fields'])
  })

  test('can be asked for a key, an office and a topic', async () => {
    const fees = await get('?key=fee.passport')
    expect(fees.every((item: any) => item.key.startsWith('fee.passport'))).toBe(true)
    const here = new Set((await get('?office=BTM')).map((item: any) => item.office))
    expect([...here].toSorted()).toEqual(['BTM', null])
    const money = await get('?topic=price')
    expect(money.map((item: any) => item.key)).toContain(FEE)
    expect(money.map((item: any) => item.key)).not.toContain('papers.copies')
  })
})

describe('a new fee is one row with a date', () => {
  test('the old one gets a last day, history keeps it as it was, and neither is lost', async () => {
    const added = await put(NEW_FEE)
    expect(added.json).toMatchObject({
      holds: 'later',
      confidence: 'confirmed',
      confirmedBy: 'supervisor semua',
    })
    const rows = (await get(`?key=${FEE}`)).filter((row: any) => row.holds !== 'over')
    expect(rows.map((row: any) => [row.value, row.validFrom, row.validTo])).toEqual([
      [650000, '2024-12-17', '2026-12-31'],
      [700000, '2027-01-01', null],
    ])
    const history = await get(`?key=${FEE}&history=true`)
    const before = history.find((row: any) => row.holds === 'retired')
    expect(before).toMatchObject({ value: 650000, validFrom: '2024-12-17', validTo: null })
    expect(rows[0].replaces).toBe(before.id)
  })

  test.each([
    ['Asia/Jakarta', '2026-12-31T16:59:59Z', '2026-12-31T17:00:00Z'],
    ['Asia/Makassar', '2026-12-31T15:59:59Z', '2026-12-31T16:00:00Z'],
    ['Asia/Jayapura', '2026-12-31T14:59:59Z', '2026-12-31T15:00:00Z'],
  ])('in %s the bot says the new one from midnight on', async (zone, before, after) => {
    await put(NEW_FEE)
    const facts = await loaded()
    const price = async (at: string) =>
      (await says(facts, dayIn(zone, Date.parse(at)))) as { value?: unknown }
    expect((await price(before)).value).toBe(650000)
    expect((await price(after)).value).toBe(700000)
  })

  test('a date that was wrong is corrected without leaving days with no price', async () => {
    const added = await put(NEW_FEE)
    await put({ ...NEW_FEE, validFrom: '2027-02-01', replaces: added.json.id })
    const facts = await loaded()
    expect(await says(facts, '2027-01-15')).toMatchObject({ sure: true, value: 650000 })
    expect(await says(facts, '2027-02-01')).toMatchObject({ sure: true, value: 700000 })
  })

  test('retired before it began, it never was: the old price goes on', async () => {
    const added = await put(NEW_FEE)
    const retired = await api.call('POST', `/facts/${added.json.id}/retirement`, { as: all })
    expect(retired.json).toMatchObject({ holds: 'retired' })
    expect(await says(await loaded(), '2027-06-01')).toMatchObject({ sure: true, value: 650000 })
  })

  test('of an office, it holds there only', async () => {
    await put({ ...NEW_FEE, office: 'KPG', validFrom: '2026-11-01' }, kupang)
    const facts = await loaded()
    expect(await says(facts, '2026-11-21')).toMatchObject({ value: 700000 })
    expect(await says(facts, '2026-11-21', 'DPS')).toMatchObject({ value: 650000 })
  })

  test('of two officers at the same moment one is told that it changed', async () => {
    const answers = await Promise.all([put(NEW_FEE), put(NEW_FEE), put(NEW_FEE)])
    const states = answers.map((answer) => answer.status).toSorted()
    expect(states).toEqual([200, 409, 409])
    expect(
      (await loaded()).filter((fact) => fact.key === FEE && fact.validFrom === '2027-01-01'),
    ).toHaveLength(1)
  })
})

describe('what is refused', () => {
  test.each([
    ['a key nobody reads', { key: 'fee.pasport', value: 1 }, 422, 'fact-unknown-key'],
    ['another kind of value', { value: 'mahal' }, 422, 'fact-other-kind'],
    ['a last day before the first', { validTo: '2026-01-01' }, 422, 'fact-dates'],
    ['hours that close first', { key: 'hours.open', value: { mon: ['16:00', '08:00'] } }, 422, 'fact-hours'],
    ['a kind nobody makes', { key: 'kinds.offered', value: ['gold'] }, 422, 'fact-kinds'],
    ['no weekday', { key: 'quota.release', value: { opens: 'weekly' } }, 422, 'fact-release'],
    ['half a span', { key: 'express.offered', value: { from: '08:00' } }, 422, 'fact-span'],
    ['an office that is not', { office: 'XXX' }, 422, 'unknown-office'],
    ['no source', { source: ' ' }, 422, 'wrong-fields'],
    ['a day that is not', { validFrom: '2027-02-30' }, 422, 'wrong-fields'],
    ['a key that is no key', { key: 'fee; DROP TABLE fact' }, 422, 'wrong-fields'],
    ['a field nobody knows', { confirmedBy: 'saya' }, 422, 'wrong-fields'],
    ['a second from the same day on', { validFrom: '2024-12-17' }, 409, 'fact-twice'],
    [
      'the correction of a row that is not',
      { replaces: '018f2f4e-0000-7000-8000-000000000000' },
      404,
      'fact-not-found',
    ],
  ])('%s', async (_, change, status, reason) => {
    const before = await loaded()
    const answer = await put({ ...NEW_FEE, ...change })
    expect([answer.status, answer.json.reason]).toEqual([status, reason])
    expect(await loaded()).toEqual(before)
  })

  test('an office’s supervisor changing what holds for all, or for another office', async () => {
    const row = await one(`?key=${FEE}`)
    for (const answer of [
      await put(NEW_FEE, kupang),
      await put({ ...NEW_FEE, office: 'DPS' }, kupang),
      await api.call('POST', `/facts/${row.id}/confirmation`, { as: kupang }),
      await api.call('POST', `/facts/${row.id}/retirement`, { as: kupang }),
    ])
      expect([answer.status, answer.json.reason]).toEqual([403, 'other-office'])
  })

  test('confirming or retiring what is not there, or was retired', async () => {
    const none = await api.call('POST', '/facts/x/confirmation', { as: all })
    expect([none.status, none.json.reason]).toEqual([404, 'fact-not-found'])
    const { id } = await one(`?key=${FEE}`)
    await api.call('POST', `/facts/${id}/retirement`, { as: all })
    const again = await api.call('POST', `/facts/${id}/retirement`, { as: all })
    expect([again.status, again.json.reason]).toEqual([409, 'fact-retired'])
  })
})

describe('confirming and retiring', () => {
  test('a contested fact becomes sure, with who said so and when', async () => {
    const { id } = await one('?key=papers.copies')
    expect(lookUpFact(await loaded(), 'papers.copies', 'KPG', '2026-11-21')).toMatchObject({
      reason: 'contested',
    })
    const done = await api.call('POST', `/facts/${id}/confirmation`, { as: all })
    expect(done.json).toMatchObject({
      confidence: 'confirmed',
      confirmedBy: 'supervisor semua',
      confirmedAt: '2026-11-21T02:00:00.000Z',
    })
    expect(lookUpFact(api.library.get().library.facts, 'papers.copies', 'KPG', '2026-11-21')).toMatchObject({
      sure: true,
    })
  })

  test('a retired fact is said no more', async () => {
    const { id } = await one('?key=papers.copies')
    await api.call('POST', `/facts/${id}/retirement`, { as: all })
    expect(lookUpFact(api.library.get().library.facts, 'papers.copies', 'KPG', '2026-11-21')).toMatchObject({
      reason: 'missing',
    })
  })

  test('seeding again leaves what officers confirmed, changed or retired as it is', async () => {
    const { id } = await one('?key=papers.copies')
    await api.call('POST', `/facts/${id}/retirement`, { as: all })
    await put(NEW_FEE)
    await api.pool.query("UPDATE fact SET value = '7' WHERE key = 'adult.age'")
    const before = (await loaded()).filter((fact) => fact.key !== 'adult.age')
    await seedReferenceData(api.pool)
    const after = await loaded()
    expect(after.filter((fact) => fact.key !== 'adult.age')).toEqual(before)
    // what nobody touched follows the file
    expect(lookUpFact(after, 'adult.age', null, '2026-11-21')).toMatchObject({ value: 17 })
  })
})

describe('what the applicant will hear', () => {
  const preview = async (body: object, as = all) =>
    (await api.call('POST', '/facts/preview', { as, body })).json
  const text = (shown: any, id: string, lang = 'id') =>
    shown.items.find((item: any) => item.id === id && item.lang === lang)?.text

  test('is shown in both languages before it is kept, on the day it begins', async () => {
    const before = await loaded()
    const soon = { ...NEW_FEE, validFrom: '2026-12-15' }
    const shown = await preview(soon)
    expect(shown).toMatchObject({ office: 'KPG', day: '2026-12-15' })
    expect(text(shown, 'fee-table')).toContain('Rp700.000')
    expect(text(shown, 'fee-table', 'en')).toContain('Rp700.000')
    expect(text(await preview({ ...soon, day: '2026-12-14' }), 'fee-table')).toContain('Rp650.000')
    expect(await loaded()).toEqual(before)
  })

  test('has its doubt said with it, and only the doubt where nothing is certain', async () => {
    const copies = { key: 'papers.copies', value: 2, validFrom: '2026-11-01', source: 'surat' }
    const contested = await preview({ ...copies, confidence: 'contested' })
    expect(text(contested, 'papers-bring')).toMatch(/2[^]*Tiap kantor bisa berbeda/)
    const unconfirmed = await preview({ ...copies, confidence: 'unconfirmed' })
    expect(text(unconfirmed, 'papers-bring')).toMatch(/1 fotokopi[^]*Ada kabar aturan ini berubah/)
    const months = { key: 'validity.abroad.months', office: 'KPG', value: 7, source: 'surat' }
    const unknown = await preview({ ...months, confidence: 'unconfirmed' })
    expect(text(unknown, 'validity-abroad')).toMatch(/^Maaf, ini belum dipastikan petugas/)
  })

  test('is a remedy of first aid where the fact says whether to tell it', async () => {
    const spam = { key: 'aid.otp.spam', office: 'KPG', value: true, source: 'kepala kantor' }
    expect(text(await preview(spam), 'aid.otp.spam', 'en')).toMatch(/spam/i)
    const doubted = await preview({ ...spam, confidence: 'contested' })
    expect(text(doubted, 'aid.otp.spam')).toContain('Bisa berbeda di tiap kantor')
    expect((await preview({ ...spam, value: false })).items).toEqual([])
  })

  test('is what a conversation says where it reads the fact itself', async () => {
    const hours = { key: 'hours.open', office: 'KPG', source: 'kepala kantor' }
    const shown = await preview({ ...hours, value: { mon: ['08:00', '15:00'] } }, kupang)
    const monday = shown.items.find((item: any) => item.day === '2026-11-23' && item.lang === 'id')
    expect(monday).toMatchObject({ id: 'office.show', title: 'alamat dan jam kantor', how: 'sure' })
    expect(monday.text).toMatch(/buka jam 08\.00 sampai 15\.00/)
    const kinds = { key: 'kinds.offered', office: 'KPG', source: 'kepala kantor', validFrom: '2026-11-21' }
    expect(
      (await preview({ ...kinds, value: ['electronic'] }, kupang)).items.map((item: any) => item.id),
    ).toContain('cost.case')
  })

  test('can be an office’s own words, in both languages, with official links only', async () => {
    const own = { key: 'say.fee-table', office: 'KPG', source: 'kepala kantor' }
    const words = { id: 'Harga ada di papan depan.', en: 'Prices are on the board in front.' }
    const shown = await preview({ ...own, value: words }, kupang)
    expect(text(shown, 'fee-table')).toBe(words.id)
    expect((await put({ ...own, value: words }, kupang)).status).toBe(200)
    for (const value of [
      'x',
      { id: 'x' },
      { ...words, en: 'See https://imigrasi.example' },
      { ...words, id: 'x'.repeat(301) },
    ])
      expect((await put({ ...own, validFrom: '2027-01-01', value }, kupang)).status).toBe(422)
    const link = { ...words, id: 'Lihat https://kupang.imigrasi.go.id ya.' }
    expect((await put({ ...own, validFrom: '2027-01-01', value: link }, kupang)).status).toBe(200)
    expect((await put({ ...own, key: 'say.nothing', value: words }, kupang)).json.reason).toBe(
      'fact-unknown-key',
    )
  })
})

describe('ready answers for officers', () => {
  const answers = async (query = '', as = duta) =>
    (await api.call('GET', `/answers${query}`, { as })).json.items
  const byId = (items: any[], id: string) => items.find((item) => item.id === id)

  test('are in final words for one’s office today, each with how sure it is', async () => {
    const items = await answers()
    expect(items.length).toBeGreaterThan(80)
    expect(byId(items, 'fee-table')).toMatchObject({ how: 'sure', reason: null, topic: 'price' })
    expect(byId(items, 'fee-table').text).toContain('Rp650.000')
    expect(byId(items, 'papers-bring')).toMatchObject({ how: 'safe', reason: 'contested' })
    for (const item of items) expect(item.text === null).toBe(item.how === 'ask')
    expect(byId(await answers('?lang=en'), 'fee-table').title).not.toBe(byId(items, 'fee-table').title)
    expect((await answers('?topic=price')).every((item: any) => item.topic === 'price')).toBe(true)
  })

  test('say at once what an office has changed, and only there', async () => {
    await put({ ...NEW_FEE, office: 'KPG', validFrom: '2026-11-21' }, kupang)
    expect(byId(await answers(), 'fee-table').text).toContain('Rp700.000')
    expect(byId(await answers('?office=DPS'), 'fee-table').text).toContain('Rp650.000')
    const none = await api.call('GET', '/answers?office=XXX', { as: duta })
    expect([none.status, none.json.reason]).toEqual([422, 'unknown-office'])
  })
})
