import { describe, expect, test } from 'vitest'
import { gravestDoubt, resolveAnswer } from '../../../src/model/facts/ready-answer.ts'
import type { Fact } from '../../../src/model/facts/fact.ts'
import { ANSWERS, fact, FACTS } from '../library.ts'

const TODAY = '2026-11-21'
const given = (id: string, office = 'KPG', day = TODAY, facts = FACTS) =>
  resolveAnswer(
    facts,
    ANSWERS.find((row) => row.id === id)!,
    office,
    day,
  )

describe('ready answers', () => {
  test('ids are unique, and a topic has no more answers than one list may offer', () => {
    expect(new Set(ANSWERS.map(({ id }) => id)).size).toBe(ANSWERS.length)
    const topics = [...new Set(ANSWERS.map(({ topic }) => topic))]
    const sizes = topics.map((topic) => ANSWERS.filter((row) => row.topic === topic).length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(7)
  })

  test('every answer needs only facts that exist', () => {
    const keys = new Set(FACTS.map(({ key }) => key))
    const unknown = ANSWERS.flatMap(({ facts }) => facts.filter(({ key }) => !keys.has(key)))
    expect(unknown).toEqual([])
  })

  test('every fact that is not history is in an answer, or read by a rule of its own', () => {
    const told = new Set(ANSWERS.flatMap(({ facts }) => facts.map(({ key }) => key)))
    const byRule = /^(aid|case|hours)\.|^(ramadan|kinds\.offered|quota\.release|office\.address)$/
    const isOver = (key: string) =>
      FACTS.filter((row) => row.key === key).every(
        ({ validTo }) => validTo !== null && validTo < '2025-01-01',
      )
    const left = FACTS.filter(({ key }) => !told.has(key) && !byRule.test(key) && !isOver(key))
    expect(left.map(({ key }) => key)).toEqual([])
  })

  test('what is sure fills its blanks with readable figures', () => {
    expect(given('fee-fines')).toEqual({
      how: 'sure',
      vars: { lost: 'Rp1.000.000', damaged: 'Rp500.000' },
    })
    expect(given('express')).toEqual({
      how: 'safe',
      vars: { from: '08.00', to: '11.00', ready: '14.00', fee: 'Rp1.000.000' },
      doubt: { reason: 'reported', year: 2026 },
    })
    expect(given('lost-defer')).toEqual({ how: 'sure', vars: { least: 6, most: 24 } })
  })

  test('a contested fact makes the whole answer a safe reading', () => {
    expect(given('papers-bring')).toEqual({
      how: 'safe',
      vars: { copies: 1, size: 'A4' },
      doubt: { reason: 'contested', year: 2025 },
    })
    expect(given('issue-days')).toEqual({
      how: 'safe',
      vars: { days: 4 },
      doubt: { reason: 'contested', year: 2023 },
    })
    expect(given('issue-days', 'ATB')).toEqual({ how: 'sure', vars: { days: 4 } })
  })

  test('of several doubts the gravest is said, of the oldest source', () => {
    const [reported, undated] = [
      { reason: 'reported', year: 2023 },
      { reason: 'reported', year: null },
    ] as const
    const contested = { reason: 'contested', year: 2025 } as const
    expect(gravestDoubt([])).toBeNull()
    expect(gravestDoubt([{ ...reported, year: 2025 }, reported])).toEqual(reported)
    expect(gravestDoubt([reported, undated])).toEqual(undated)
    expect(gravestDoubt([reported, contested])).toEqual(contested)
  })

  test.each([
    ['lost-days', 'KPG', 'unconfirmed'],
    ['validity-abroad', 'KPG', 'unconfirmed'],
    ['plan-2027', 'KPG', 'unconfirmed'],
    ['quota-any-time', 'KPG', 'contested'],
    ['bap-places', 'KPG', 'missing'],
    ['weekend-places', 'TNJ', 'expired'],
  ])('%s at %s is left to a person: %s', (id, office, reason) => {
    expect(given(id, office)).toMatchObject({ how: 'ask', reason })
  })

  test('the same question is answered where the office is known', () => {
    const doubt = { reason: 'reported', year: null }
    expect(given('lost-days', 'KRW')).toEqual({ how: 'safe', vars: { days: 3 }, doubt })
    expect(given('bap-places', 'BTM')).toEqual({ how: 'safe', vars: { places: 10 }, doubt })
  })

  test('the price table is told as the last that is known on days on which ten years may be gone', () => {
    expect(given('fee-table').how).toBe('sure')
    expect(given('fee-table', 'KPG', '2027-01-01')).toMatchObject({
      how: 'safe',
      doubt: { reason: 'announced' },
    })
    const confirmed = [...FACTS, fact({ key: 'validity.adult.years', value: 5, validFrom: '2027-01-01' })]
    expect(given('fee-table', 'KPG', '2027-01-01', confirmed)).toMatchObject({
      how: 'ask',
      reason: 'changed',
    })
  })

  test('words that no longer fit a changed fact are not said', () => {
    const changed: Fact[] = [...FACTS, fact({ key: 'weekend.app', office: 'KPG', value: true })]
    expect(given('weekend', 'KPG', TODAY, changed)).toEqual({
      how: 'ask',
      key: 'weekend.app',
      reason: 'changed',
    })
    expect(given('weekend', 'DPS', TODAY, changed)).toMatchObject({ how: 'safe' })
  })

  test('an office’s own words go before ours, once confirmed', () => {
    const words = { id: 'Senin saja.', en: 'Mondays only.' }
    const own = fact({ key: 'say.weekend', office: 'KPG', value: words })
    expect(given('weekend', 'KPG', TODAY, [...FACTS, own])).toEqual({ how: 'own words', words })
    const draft: Fact = { ...own, confidence: 'unconfirmed' }
    expect(given('weekend', 'KPG', TODAY, [...FACTS, draft])).toMatchObject({ how: 'safe' })
  })
})
