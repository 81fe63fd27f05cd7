import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { resolveAnswer } from '../../../src/model/facts/ready-answer.ts'
import { factProblem } from '../../../src/model/facts/change.ts'
import { CONFIDENCES, lookUpFact, type Fact, type FactValue } from '../../../src/model/facts/fact.ts'
import { ANSWERS, fact, FACTS, HOLIDAYS, seeded } from '../library.ts'

const TODAY = '2026-11-21'
const OFFICES = new Set(seeded<readonly { code: string }[]>('offices').map(({ code }) => code))
const look = (key: string, office: string | null = 'KPG', day = TODAY) => lookUpFact(FACTS, key, office, day)
const given = (id: string, office = 'KPG', day = TODAY, facts = FACTS) =>
  resolveAnswer(
    facts,
    ANSWERS.find((row) => row.id === id)!,
    office,
    day,
  )

describe('the seeds are whole', () => {
  const day = z.iso.date().nullable()
  const shape = z.strictObject({
    key: z.string().regex(/^[a-z0-9-]+(\.[a-zA-Z0-9-]+)+$|^(ramadan|apapo)$/),
    office: z
      .string()
      .refine((code) => OFFICES.has(code))
      .nullable(),
    value: z.json(),
    validFrom: day,
    validTo: day,
    source: z.string().startsWith('desk study 2026-11-20, section '),
    confidence: z.enum(CONFIDENCES),
    confirmedBy: z.null(),
    note: z.string().max(200).nullable(),
  })

  test('every row has its shape', () => {
    expect(FACTS.length).toBeGreaterThan(200)
    expect(FACTS.flatMap((row) => shape.safeParse(row).error?.issues ?? [])).toEqual([])
  })

  test('every row could have been added by a supervisor: kind of value, dates, source, no twins', () => {
    const wrong = FACTS.filter((row) => {
      const others = FACTS.filter((other) => other !== row)
      const problem = factProblem(others, row)
      return problem !== null && problem !== 'unknown-key'
    })
    expect(wrong).toEqual([])
  })

  test('what is general knowledge or only one person’s word is not shown', () => {
    const loose = FACTS.filter(({ source }) => /general knowledge/.test(source))
    expect(loose.length).toBeGreaterThan(5)
    expect(loose.filter(({ confidence }) => confidence !== 'unconfirmed')).toEqual([])
  })

  test('no two rows of one office hold on the same day with the same beginning', () => {
    const starts = FACTS.map(({ key, office, validFrom }) => [key, office, validFrom].join())
    expect(new Set(starts).size).toBe(starts.length)
  })
})

describe('where sources disagree the safe reading is taken, and never as certain', () => {
  test.each<[string, string, FactValue]>([
    ['9.6 working days until a passport is ready', 'days.issue', 4],
    ['9.7 change of date the day before, not on the day', 'reschedule.days-before', 1],
    ['9.8 five people in one account', 'app.applicants', 5],
    ['9.9 one set of photocopies', 'papers.copies', 1],
    ['9.10 father and mother both come', 'child.parents.present', 'both'],
    ['9.11 no recommendation for umrah or hajj', 'umrah.recommendation', false],
    ['9.12 elderly from 60', 'priority.elderly.age', 60],
    ['9.12 toddlers up to 5', 'priority.toddler.age', 5],
    ['3.4 pay within two hours', 'billing.hours', 2],
    ['R-09 no papers beyond the list for interns', 'study.extra-papers', false],
  ])('%s', (_, key, reading) => {
    expect(look(key)).toMatchObject({ sure: false, reason: 'contested', reading })
  })

  test.each([
    ['9.5 whether there are places at any time', 'quota.any-time'],
    ['9.14 five or ten years for a first migrant worker', 'worker.first.years'],
  ])('%s: nothing is safe to say, ask the officer', (_, key) => {
    expect(look(key)).toMatchObject({ sure: false, reading: null })
  })

  test('9.4 hours of Tanjungpinang: contested there, unknown elsewhere', () => {
    expect(look('hours.open', 'TNJ')).toMatchObject({ sure: false, reason: 'contested' })
    expect(look('hours.open', 'KPG')).toMatchObject({ sure: false, reason: 'unconfirmed' })
  })

  test('9.13 the tariff counts from 17 December 2024', () => {
    expect(look('fee.passport.plain.10y', null, '2024-12-16')).toMatchObject({ value: 350_000 })
    expect(look('fee.passport.plain.10y', null, '2024-12-17')).toMatchObject({ value: 650_000 })
  })

  test('9.15 APAPO is over for good, and what held under it has expired', () => {
    expect(look('apapo.in-use')).toMatchObject({ sure: true, value: false })
    expect(look('apapo.block-days')).toMatchObject({ sure: false, reason: 'expired' })
    expect(look('quota.day', 'TNJ', '2022-01-01')).toMatchObject({ value: 50 })
    expect(look('quota.day', 'TNJ')).toMatchObject({ value: 80 })
  })

  test('9.20 1 Muharam 2026 is 16 June', () => {
    expect(HOLIDAYS.get('2026-06-16')).toMatchObject({ status: 'certain' })
  })

  test('an office’s own rule settles it for that office alone', () => {
    expect(look('days.issue', 'ATB')).toMatchObject({ sure: true, value: 4 })
    expect(look('child.parents.present', 'SUB')).toMatchObject({ sure: true, value: 'both' })
    expect(look('priority.toddler.age', 'TUB')).toMatchObject({ sure: false, reading: 3 })
    expect(look('eazy.least', 'KPG')).toMatchObject({ sure: true, value: 30 })
    expect(look('eazy.least', 'DPS')).toMatchObject({ sure: false, reading: 50 })
  })

  test('from 2027 validity and kinds wait for a rule, and what held before is the last that is known', () => {
    expect(look('validity.adult.years', 'KPG', '2026-12-31')).toMatchObject({ sure: true, value: 10 })
    expect(look('validity.adult.years', 'KPG', '2027-01-01')).toMatchObject({
      sure: false,
      reason: 'announced',
      reading: 10,
    })
    expect(look('kinds.offered', 'KPG', '2027-01-01')).toMatchObject({ sure: false, reason: 'announced' })
    expect(look('kinds.offered', 'DPS', '2026-12-31')).toMatchObject({ sure: false, reason: 'contested' })
  })
})

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
      how: 'sure',
      vars: { from: '08.00', to: '11.00', ready: '14.00', fee: 'Rp1.000.000' },
    })
    expect(given('lost-defer')).toEqual({ how: 'sure', vars: { least: 6, most: 24 } })
  })

  test('a contested fact makes the whole answer a safe reading', () => {
    expect(given('papers-bring')).toEqual({
      how: 'safe',
      vars: { copies: 1, size: 'A4' },
      reason: 'contested',
    })
    expect(given('issue-days')).toEqual({ how: 'safe', vars: { days: 4 }, reason: 'contested' })
    expect(given('issue-days', 'ATB')).toEqual({ how: 'sure', vars: { days: 4 } })
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
    expect(given('lost-days', 'KRW')).toEqual({ how: 'sure', vars: { days: 3 } })
    expect(given('bap-places', 'BTM')).toEqual({ how: 'sure', vars: { places: 10 } })
  })

  test('the price table is told as the last that is known on days on which ten years may be gone', () => {
    expect(given('fee-table').how).toBe('sure')
    expect(given('fee-table', 'KPG', '2027-01-01')).toMatchObject({ how: 'safe', reason: 'announced' })
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
    expect(given('weekend', 'DPS', TODAY, changed)).toMatchObject({ how: 'sure' })
  })

  test('an office’s own words go before ours, once confirmed', () => {
    const words = { id: 'Senin saja.', en: 'Mondays only.' }
    const own = fact({ key: 'say.weekend', office: 'KPG', value: words })
    expect(given('weekend', 'KPG', TODAY, [...FACTS, own])).toEqual({ how: 'own words', words })
    const draft: Fact = { ...own, confidence: 'unconfirmed' }
    expect(given('weekend', 'KPG', TODAY, [...FACTS, draft])).toMatchObject({ how: 'sure' })
  })
})
