import { describe, expect, test } from 'vitest'
import { factProblem, addFact } from '../../../src/model/facts/change.ts'
import { lookUpFact, safeNumber } from '../../../src/model/facts/fact.ts'
import { fact, FACTS } from '../library.ts'

describe('a row joins the library', () => {
  test('an open row closes the open one before it, on the eve, for the same office only', () => {
    const facts = [
      fact({ key: 'k', value: 1 }),
      fact({ key: 'k', office: 'KPG', value: 2 }),
      fact({ key: 'other', value: 3 }),
    ]
    const after = addFact(facts, fact({ key: 'k', value: 9, validFrom: '2027-03-01' }))
    expect(after.map(({ validTo }) => validTo)).toEqual(['2027-02-28', null, null, null])
  })

  test('a row with a last day only covers the usual one', () => {
    const facts = [fact({ key: 'k', value: 1 })]
    const after = addFact(facts, fact({ key: 'k', value: 2, validFrom: '2026-12-01', validTo: '2026-12-05' }))
    expect(after[0]).toEqual(facts[0])
    expect(safeNumber(lookUpFact(after, 'k', null, '2026-12-06'))).toBe(1)
  })

  const library = [fact({ key: 'fee.x', value: 1, validFrom: '2026-01-01' })]
  test.each([
    ['a new fee with its date', fact({ key: 'fee.x', value: 2, validFrom: '2027-01-01' }), null],
    [
      'the same for one office',
      fact({ key: 'fee.x', office: 'KPG', value: 2, validFrom: '2026-01-01' }),
      null,
    ],
    ['an office’s own words', fact({ key: 'say.lost-days', value: { id: 'a', en: 'b' } }), null],
    ['a mistyped key', fact({ key: 'fee.y', value: 2 }), 'unknown-key'],
    ['words where a number belongs', fact({ key: 'fee.x', value: 'two' }), 'other-kind'],
    ['a list where a number belongs', fact({ key: 'fee.x', value: [2] }), 'other-kind'],
    [
      'an end before the beginning',
      fact({ key: 'fee.x', value: 2, validFrom: '2027-01-02', validTo: '2027-01-01' }),
      'dates',
    ],
    ['no source', fact({ key: 'fee.x', value: 2, source: ' ' }), 'no-source'],
    ['the same first day twice', fact({ key: 'fee.x', value: 2, validFrom: '2026-01-01' }), 'twice'],
  ])('%s', (_, row, problem) => {
    expect(factProblem(library, row)).toBe(problem)
  })

  test('its shape is looked at before', () => {
    const row = fact({ key: 'kinds.offered', office: 'KPG', value: ['gold'], validFrom: '2026-11-01' })
    expect(factProblem(FACTS, row)).toBe('kinds')
  })
})
