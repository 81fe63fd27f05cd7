import { describe, expect, test } from 'vitest'
import { lookUpFact, safeValue } from '../../../src/model/facts/fact.ts'
import { QUOTA_RELEASE_KEY, parseReleaseRule } from '../../../src/model/facts/release-rule.ts'
import { FACTS } from '../library.ts'

describe('the seeds', () => {
  test('every rule can be read', () => {
    const values = FACTS.filter(({ key }) => key === QUOTA_RELEASE_KEY).map(({ value }) => value)
    expect(values.length).toBeGreaterThan(5)
    expect(values.filter((value) => parseReleaseRule(value) === null)).toEqual([])
  })

  test.each([
    ['KPG', '2021-06-01', 'weekly', 'sure'],
    ['KPG', '2022-03-01', 'month-end', 'reported'],
    ['KPG', '2026-11-21', 'announced', 'contested'],
    ['PTK', '2026-11-21', 'weekly', 'reported'],
    ['PLN', '2025-02-20', 'once', 'reported'],
    ['PLN', '2026-11-21', 'announced', 'contested'],
  ])('%s on %s: %s, %s', (office, day, opens, how) => {
    const picked = lookUpFact(FACTS, QUOTA_RELEASE_KEY, office, day)
    expect(safeValue(picked)).toMatchObject({ opens })
    expect(picked.sure ? 'sure' : picked.reason).toBe(how)
  })

  test.each(['MTR', 'BTM'])('of %s nothing is confirmed', (office) => {
    expect(lookUpFact(FACTS, QUOTA_RELEASE_KEY, office, '2026-11-21')).toMatchObject({ sure: false })
  })
})

test.each([
  ['no rule', 'friday'],
  ['a word nobody knows', { opens: 'sometimes' }],
  ['no weekday', { opens: 'weekly', time: '16:00' }],
  ['a weekday of another language', { opens: 'weekly', weekday: 'jumat' }],
  ['an hour that is none', { opens: 'month-end', time: '25:00' }],
  ['no day', { opens: 'once' }],
  ['half a month', { opens: 'rolling', months: 0.5 }],
  ['a part of another rule', { opens: 'announced', weekday: 'fri' }],
])('%s is not read as a rule', (_, value) => {
  expect(parseReleaseRule(value)).toBeNull()
})
