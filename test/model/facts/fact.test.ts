import { describe, expect, test } from 'vitest'
import { dayIn } from '../../../src/model/dates/calendar.ts'
import { addFact } from '../../../src/model/facts/change.ts'
import { doubtOf, lookUpFact, safeList, safeNumber, safeValue } from '../../../src/model/facts/fact.ts'
import { fact, FACTS } from '../library.ts'

const NEW_FEE = fact({ key: 'fee.x', value: 950_000, validFrom: '2027-01-01' })
const FEES = addFact([fact({ key: 'fee.x', value: 650_000, validFrom: '2024-12-17' })], NEW_FEE)

describe('what the library says', () => {
  test('a row of the office beats one for all, whichever is newer', () => {
    const facts = [
      fact({ key: 'days.issue', value: 4, validFrom: '2026-01-01' }),
      fact({ key: 'days.issue', office: 'KPG', value: 3, validFrom: '2022-01-01' }),
    ]
    expect(lookUpFact(facts, 'days.issue', 'KPG', '2026-11-21')).toMatchObject({ sure: true, value: 3 })
    expect(lookUpFact(facts, 'days.issue', 'DPS', '2026-11-21')).toMatchObject({ sure: true, value: 4 })
    expect(lookUpFact(facts, 'days.issue', null, '2026-11-21')).toMatchObject({ sure: true, value: 4 })
  })

  test('when the row of the office is over, the one for all holds again', () => {
    const facts = [
      fact({ key: 'hours.open', value: 'usual' }),
      fact({
        key: 'hours.open',
        office: 'KPG',
        value: 'short',
        validFrom: '2026-02-19',
        validTo: '2026-03-20',
      }),
    ]
    const said = ['2026-02-18', '2026-02-19', '2026-03-20', '2026-03-21'].map((day) =>
      safeValue(lookUpFact(facts, 'hours.open', 'KPG', day)),
    )
    expect(said).toEqual(['usual', 'short', 'short', 'usual'])
  })

  test.each([
    ['a key nobody wrote', 'nothing', 'missing'],
    ['a row that is over', 'over', 'expired'],
    ['a row that has not begun', 'later', 'missing'],
    ['a row nobody confirmed', 'unconfirmed', 'unconfirmed'],
    ['a row whose sources disagree', 'contested', 'contested'],
    ['a row that one source tells', 'one', 'reported'],
    ['a row of two old sources', 'old', 'reported'],
  ])('%s is not sure', (_, key, reason) => {
    const facts = [
      fact({ key: 'over', value: 1, validTo: '2026-11-20' }),
      fact({ key: 'later', value: 1, validFrom: '2026-11-22' }),
      fact({ key: 'unconfirmed', value: 1, confidence: 'unconfirmed' }),
      fact({ key: 'contested', value: 1, confidence: 'contested' }),
      fact({ key: 'one', value: 1, confidence: 'one', year: 2026 }),
      fact({ key: 'old', value: 1, confidence: 'two', year: 2022 }),
    ]
    expect(lookUpFact(facts, key, 'KPG', '2026-11-21')).toMatchObject({ sure: false, reason })
  })

  test('only a contested fact has a safe reading; an unconfirmed one is not shown', () => {
    const facts = [
      fact({ key: 'unconfirmed', value: 7, confidence: 'unconfirmed' }),
      fact({ key: 'contested', value: 7, confidence: 'contested' }),
    ]
    expect(safeNumber(lookUpFact(facts, 'unconfirmed', null, '2026-11-21'))).toBeNull()
    expect(safeNumber(lookUpFact(facts, 'contested', null, '2026-11-21'))).toBe(7)
  })

  test('certain is what an officer, the law, or two sources of the last three years say', () => {
    const facts = (['confirmed', 'law', 'two'] as const).map((confidence) =>
      fact({ key: confidence, value: 1, confidence, year: confidence === 'two' ? 2023 : 2013 }),
    )
    for (const { key } of facts)
      expect(lookUpFact(facts, key, null, '2026-11-21')).toMatchObject({ sure: true })
    expect(doubtOf(lookUpFact(facts, 'two', null, '2026-11-21'))).toBeNull()
    expect(doubtOf(lookUpFact(facts, 'two', null, '2027-01-01'))).toEqual({ reason: 'reported', year: 2023 })
    expect(doubtOf(lookUpFact(facts, 'nothing', null, '2026-11-21'))).toBeNull()
  })

  test('a change that nobody has confirmed leaves what held on its eve as the last that is known', () => {
    const facts = [
      fact({ key: 'k', value: 1, validTo: '2026-12-31' }),
      fact({ key: 'k', value: 2, validFrom: '2027-01-01', confidence: 'unconfirmed' }),
      fact({ key: 'k', value: 3, validFrom: '2027-06-01', confidence: 'unconfirmed' }),
    ]
    expect(lookUpFact(facts, 'k', null, '2026-12-31')).toMatchObject({ sure: true, value: 1 })
    for (const day of ['2027-01-01', '2027-06-01'])
      expect(lookUpFact(facts, 'k', null, day)).toMatchObject({
        sure: false,
        reason: 'announced',
        fallback: 1,
      })
    const first = facts.slice(1, 2)
    expect(lookUpFact(first, 'k', null, '2027-01-01')).toMatchObject({
      reason: 'unconfirmed',
      fallback: null,
    })
    const general = fact({ key: 'k', value: 0 })
    const ofOffice = fact({ ...facts[1]!, office: 'KPG', validFrom: '2024-01-01' })
    const others = [general, fact({ key: 'k', value: 9, validTo: '2024-12-31' }), ofOffice]
    expect(lookUpFact(others, 'k', 'KPG', '2027-01-01')).toMatchObject({ reason: 'announced', fallback: 0 })
    const sure = facts.map((row) => ({ ...row, confidence: 'confirmed' as const }))
    expect(lookUpFact(sure, 'k', null, '2027-01-01')).toMatchObject({ sure: true, value: 2 })
  })

  test('a value of another shape is never taken for a number or a list', () => {
    const facts = [fact({ key: 'text', value: '4' }), fact({ key: 'mixed', value: ['a', 1, null, 'b'] })]
    expect(safeNumber(lookUpFact(facts, 'text', null, '2026-11-21'))).toBeNull()
    expect(safeList(lookUpFact(facts, 'text', null, '2026-11-21'))).toEqual([])
    expect(safeList(lookUpFact(facts, 'mixed', null, '2026-11-21'))).toEqual(['a', 'b'])
  })

  test('of two rows that hold, the one that began last counts, in whatever order they are kept', () => {
    const rows = [fact({ key: 'k', value: 'old' }), fact({ key: 'k', value: 'new', validFrom: '2026-01-01' })]
    for (const facts of [rows, [...rows].reverse()])
      expect(safeValue(lookUpFact(facts, 'k', null, '2026-11-21'))).toBe('new')
  })
})

describe('the day a fee changes is one row with a date', () => {
  test.each([
    ['Asia/Jakarta', '2026-12-31T16:59:59Z', 650_000],
    ['Asia/Jakarta', '2026-12-31T17:00:00Z', 950_000],
    ['Asia/Makassar', '2026-12-31T15:59:59Z', 650_000],
    ['Asia/Makassar', '2026-12-31T16:00:00Z', 950_000],
    ['Asia/Jayapura', '2026-12-31T14:59:59Z', 650_000],
    ['Asia/Jayapura', '2026-12-31T15:00:00Z', 950_000],
  ])('in %s at %s it is %i', (zone, iso, expected) => {
    const day = dayIn(zone, Date.parse(iso))
    expect(lookUpFact(FEES, 'fee.x', 'KPG', day)).toMatchObject({ sure: true, value: expected })
  })

  test('for one moment three offices may give two answers', () => {
    const now = Date.parse('2026-12-31T15:30:00Z')
    const fees = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'].map((zone) =>
      safeNumber(lookUpFact(FEES, 'fee.x', null, dayIn(zone, now))),
    )
    expect(fees).toEqual([650_000, 650_000, 950_000])
  })

  test('when the new fee is retired the old one does not come back', () => {
    const retired = FEES.map((row) => (row.value === 950_000 ? { ...row, validTo: '2027-06-30' } : row))
    expect(lookUpFact(retired, 'fee.x', null, '2027-07-01')).toMatchObject({ sure: false, reason: 'expired' })
  })

  test.each([
    ['Asia/Jakarta', '2024-12-16T16:59:00Z', '2024-12-16T17:00:00Z'],
    ['Asia/Makassar', '2024-12-16T15:59:00Z', '2024-12-16T16:00:00Z'],
    ['Asia/Jayapura', '2024-12-16T14:59:00Z', '2024-12-16T15:00:00Z'],
  ])('the seeds turn from the old tariff to the new at midnight in %s', (zone, before, after) => {
    const fee = (iso: string) =>
      safeNumber(lookUpFact(FACTS, 'fee.passport.electronic.10y', 'KPG', dayIn(zone, Date.parse(iso))))
    expect([fee(before), fee(after)]).toEqual([650_000, 950_000])
  })
})
