import { describe, expect, test } from 'vitest'
import { offeredKinds, calculatePrice } from '../../../src/model/payments/fees.ts'
import { fact, FACTS } from '../library.ts'

const TODAY = '2026-11-21'
type PriceRequest = Parameters<typeof calculatePrice>[0]
const ADULT: PriceRequest = { kind: 'electronic', years: 10, express: false, fine: null }
const cost = (of: Partial<PriceRequest>, office = 'KPG', day = TODAY) =>
  calculatePrice({ ...ADULT, ...of }, FACTS, office, day)

describe('the total for a case', () => {
  test.each<[string, Partial<PriceRequest>, number]>([
    ['electronic, ten years', {}, 950_000],
    ['electronic, five years', { years: 5 }, 650_000],
    ['plain, ten years', { kind: 'plain' }, 650_000],
    ['plain, five years', { kind: 'plain', years: 5 }, 350_000],
    ['electronic five years, the same day', { years: 5, express: true }, 1_650_000],
    ['electronic ten years after a loss', { fine: 'lost' }, 1_950_000],
    ['plain five years in place of a damaged one', { kind: 'plain', years: 5, fine: 'damaged' }, 850_000],
    ['lost in a disaster: no fine', { fine: 'disaster' }, 950_000],
  ])('%s', (_, of, total) => {
    const said = cost(of)
    expect(said).toMatchObject({ sure: true, total })
    expect('parts' in said && said.parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(total)
  })

  test('its parts are told, in order', () => {
    expect(cost({ fine: 'lost' })).toMatchObject({
      parts: [
        { part: 'passport', key: 'fee.passport.electronic.10y', amount: 950_000 },
        { part: 'fine', key: 'fee.lost', amount: 1_000_000 },
      ],
    })
  })
})

describe('what cannot be had is said, not summed', () => {
  test.each<[string, Partial<PriceRequest>, string, string]>([
    ['the fast lane after a loss', { express: true, fine: 'lost' }, 'KPG', 'express-with-fine'],
    ['a plain book where only electronic ones are made', { kind: 'plain' }, 'BTM', 'kind-not-offered'],
  ])('%s', (_, of, office, impossible) => {
    expect(cost(of, office)).toEqual({ impossible })
  })

  test('ten years once a confirmed rule says five', () => {
    const facts = [...FACTS, fact({ key: 'validity.adult.years', office: 'KPG', value: 5 })]
    expect(calculatePrice(ADULT, facts, 'KPG', TODAY)).toEqual({ impossible: 'too-many-years' })
  })

  test('the old offices still make both kinds before they changed', () => {
    expect(cost({ kind: 'plain' }, 'BPN', '2025-06-30')).toMatchObject({ sure: true })
    expect(cost({ kind: 'plain' }, 'BPN', '2025-07-01')).toEqual({ impossible: 'kind-not-offered' })
  })
})

describe('no sum with a doubtful part', () => {
  test('from 2027 ten years are the last that is known and a change is announced; for five nothing is', () => {
    expect(cost({}, 'KPG', '2027-01-01')).toMatchObject({
      sure: true,
      total: 950_000,
      doubt: { reason: 'announced' },
    })
    expect(cost({ years: 5 }, 'KPG', '2027-01-01')).toMatchObject({ total: 650_000, doubt: null })
  })

  test('a part with an announced price is summed as it was, and said to be so', () => {
    const soon = fact({ key: 'fee.lost', value: 2, validFrom: '2026-11-01', confidence: 'unconfirmed' })
    const said = calculatePrice({ ...ADULT, fine: 'lost' }, [...FACTS, soon], 'KPG', TODAY)
    expect(said).toMatchObject({ sure: true, total: 1_950_000, doubt: { reason: 'announced' } })
  })

  test.each(['unconfirmed', 'contested'] as const)('a fine that is %s', (confidence) => {
    const facts = [...FACTS, fact({ key: 'fee.lost', office: 'KPG', value: 1, confidence })]
    const said = calculatePrice({ ...ADULT, fine: 'lost' }, facts, 'KPG', TODAY)
    expect(said).toMatchObject({ sure: false, uncertainParts: [{ key: 'fee.lost', reason: confidence }] })
    expect(said).not.toHaveProperty('total')
  })

  test('before the library begins nothing is known', () => {
    expect(calculatePrice({ ...ADULT, express: true }, FACTS, 'KPG', '2020-01-01')).toMatchObject({
      sure: false,
      parts: [],
    })
  })
})

describe('kinds an office offers', () => {
  test.each([
    ['BTM', 'sure', ['electronic']],
    ['SMG', 'reported', ['electronic']],
    ['TRK', 'reported', ['electronic']],
    ['KPG', 'contested', ['electronic', 'plain']],
    ['TNJ', 'contested', ['electronic']],
    ['PKU', 'contested', ['electronic', 'plain']],
  ])('%s: %s', (office, how, kinds) => {
    const offered = offeredKinds(FACTS, office, TODAY)
    expect([offered.doubt?.reason ?? 'sure', offered.kinds]).toEqual([how, kinds])
  })
})
