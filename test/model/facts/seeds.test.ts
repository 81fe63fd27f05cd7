import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { factProblem } from '../../../src/model/facts/change.ts'
import { CONFIDENCES, lookUpFact, type FactValue } from '../../../src/model/facts/fact.ts'
import { FACTS, HOLIDAYS, seeded } from '../library.ts'

const TODAY = '2026-11-21'
const OFFICES = new Set(seeded<readonly { code: string }[]>('offices').map(({ code }) => code))
const look = (key: string, office: string | null = 'KPG', day = TODAY) => lookUpFact(FACTS, key, office, day)

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
    source: z.string().regex(/^(?:desk study 2026-11-20, section |web, looked up 2026-11-21: )/),
    confidence: z.enum(CONFIDENCES).exclude(['confirmed']),
    year: z.number().int().min(2010).max(2026).nullable(),
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

  test('what is called law names a rule, and what is called two has more than one source', () => {
    const rule = /Permenkumham|PP \d|SE |Perpres|rule of this service/
    const named = (wanted: string) => FACTS.filter(({ confidence }) => confidence === wanted)
    expect(named('law').filter(({ source }) => !rule.test(source))).toEqual([])
    const lone = named('two').filter(({ source }) => !/,| to |\band\b|13 offices/.test(source.slice(25)))
    expect(lone.map(({ key, source }) => `${key}: ${source}`)).toEqual([])
    expect(named('confirmed')).toEqual([])
  })

  test('what is old or known from one source is told with its year', () => {
    const loose = FACTS.filter(({ confidence, year }) => confidence === 'one' || (year ?? 2026) < 2023)
    const told = loose.filter(({ confidence }) => confidence === 'one' || confidence === 'two')
    const sure = told.filter((row) => lookUpFact([row], row.key, row.office, row.validFrom ?? TODAY).sure)
    expect(sure.filter(({ validTo }) => validTo === null).map(({ key }) => key)).toEqual([])
    expect(look('bap.before', 'WSB')).toMatchObject({ sure: false, reason: 'unconfirmed' })
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
  ])('%s', (_, key, fallback) => {
    expect(look(key)).toMatchObject({ sure: false, reason: 'contested', fallback })
  })

  test.each([
    ['9.5 whether there are places at any time', 'quota.any-time'],
    ['9.14 five or ten years for a first migrant worker', 'worker.first.years'],
  ])('%s: nothing is safe to say, ask the officer', (_, key) => {
    expect(look(key)).toMatchObject({ sure: false, fallback: null })
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
    expect(look('quota.day', 'TNJ', '2022-01-01')).toMatchObject({ fallback: 50 })
    expect(look('quota.day', 'TNJ')).toMatchObject({ reason: 'reported', fallback: 80 })
  })

  test('9.20 1 Muharam 2026 is 16 June', () => {
    expect(HOLIDAYS.get('2026-06-16')).toMatchObject({ status: 'certain' })
  })

  test('an office’s own rule settles it for that office alone', () => {
    expect(look('days.issue', 'ATB')).toMatchObject({ sure: true, value: 4 })
    expect(look('child.parents.present', 'SUB')).toMatchObject({ reason: 'reported', fallback: 'both' })
    expect(look('priority.toddler.age', 'TUB')).toMatchObject({ sure: false, fallback: 3 })
    expect(look('eazy.least', 'KPG')).toMatchObject({ reason: 'reported', fallback: 30 })
    expect(look('eazy.least', 'DPS')).toMatchObject({ sure: false, fallback: 50 })
  })

  test('from 2027 validity and kinds wait for a rule, and what held before is the last that is known', () => {
    expect(look('validity.adult.years', 'KPG', '2026-12-31')).toMatchObject({ sure: true, value: 10 })
    expect(look('validity.adult.years', 'KPG', '2027-01-01')).toMatchObject({
      sure: false,
      reason: 'announced',
      fallback: 10,
    })
    expect(look('kinds.offered', 'KPG', '2027-01-01')).toMatchObject({ sure: false, reason: 'announced' })
    expect(look('kinds.offered', 'DPS', '2026-12-31')).toMatchObject({ sure: false, reason: 'contested' })
  })
})
