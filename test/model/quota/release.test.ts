import { describe, expect, test } from 'vitest'
import {
  relativeAge,
  latestFigures,
  openFigures,
  STALE_AFTER_MS,
  type QuotaFigure,
} from '../../../src/model/quota/figures.ts'
import {
  quotaWatchEnds,
  NOTIFICATION_BATCH_GAP_MS,
  notificationBatches,
} from '../../../src/model/quota/watch.ts'
import { lookUpFact } from '../../../src/model/facts/fact.ts'
import {
  nextRelease,
  QUOTA_RELEASE_KEY,
  parseReleaseRule,
  type QuotaReleaseRule,
} from '../../../src/model/quota/release.ts'
import { HOLIDAYS, seededLibrary } from '../library.ts'

const NOW = Date.parse('2026-11-21T02:00:00Z')
const { facts } = seededLibrary()

const next = (rule: QuotaReleaseRule, iso: string) =>
  nextRelease(rule, 'Asia/Makassar', Date.parse(iso), HOLIDAYS)
const FRIDAY: QuotaReleaseRule = { opens: 'weekly', weekday: 'fri', time: '16:00' }

describe('the seeds', () => {
  test('every rule can be read', () => {
    const values = facts.filter(({ key }) => key === QUOTA_RELEASE_KEY).map(({ value }) => value)
    expect(values.length).toBeGreaterThan(5)
    expect(values.filter((value) => parseReleaseRule(value) === null)).toEqual([])
  })

  test.each([
    ['KPG', '2021-06-01', 'weekly'],
    ['KPG', '2022-03-01', 'month-end'],
    ['KPG', '2026-11-21', 'announced'],
    ['PTK', '2026-11-21', 'weekly'],
    ['PLN', '2025-02-20', 'once'],
    ['PLN', '2026-11-21', 'announced'],
  ])('%s on %s: %s', (office, day, opens) => {
    expect(lookUpFact(facts, QUOTA_RELEASE_KEY, office, day)).toMatchObject({ sure: true, value: { opens } })
  })

  test.each(['MTR', 'BTM'])('of %s nothing is confirmed', (office) => {
    expect(lookUpFact(facts, QUOTA_RELEASE_KEY, office, '2026-11-21')).toMatchObject({ sure: false })
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

describe('the next opening', () => {
  test.each([
    ['from Saturday', '2026-11-21T02:00:00Z', '2026-11-27'],
    ['on Friday before four', '2026-11-27T07:59:00Z', '2026-11-27'],
    ['on Friday at four it has begun', '2026-11-27T08:00:00Z', '2026-12-04'],
  ])('every Friday at four in Kupang, %s', (_, iso, day) => {
    expect(next(FRIDAY, iso)).toEqual({
      day,
      at: Date.parse(`${day}T08:00:00Z`),
      holiday: false,
    })
  })

  test('a Friday that is a holiday is told as one', () => {
    expect(next(FRIDAY, '2026-12-20T00:00:00Z')).toMatchObject({ day: '2026-12-25', holiday: true })
  })

  test('a day without an hour counts until it is over', () => {
    expect(next({ opens: 'weekly', weekday: 'fri' }, '2026-11-27T15:00:00Z')).toEqual({
      day: '2026-11-27',
      at: null,
      holiday: false,
    })
    expect(next({ opens: 'weekly', weekday: 'fri' }, '2026-11-27T16:00:00Z')).toMatchObject({
      day: '2026-12-04',
    })
  })

  test.each([
    ['2026-11-21T00:00:00Z', '2026-11-30'],
    ['2026-11-30T02:00:00Z', '2026-12-31'],
    ['2026-12-31T02:00:00Z', '2027-01-29'],
    ['2027-02-01T00:00:00Z', '2027-02-26'],
  ])('on the last working day of the month, from %s: %s', (iso, day) => {
    expect(next({ opens: 'month-end', time: '09:00' }, iso)).toMatchObject({
      day,
      holiday: false,
    })
  })

  test('an announced day comes once', () => {
    const once = { opens: 'once', day: '2026-12-01' } as const
    expect(next(once, '2026-11-21T00:00:00Z')).toMatchObject({ day: '2026-12-01' })
    expect(next(once, '2026-12-02T00:00:00Z')).toBeNull()
  })

  test.each([{ opens: 'announced' }, { opens: 'rolling', months: 3 }] as const)(
    '%o names no moment',
    (rule) => {
      expect(next(rule, '2026-11-21T00:00:00Z')).toBeNull()
    },
  )
})

describe('figures an officer entered', () => {
  const HOUR = 3_600_000
  const figure = (of: Partial<QuotaFigure>): QuotaFigure => ({
    office: 'KPG',
    unit: 'office',
    lane: 'regular',
    day: '2026-11-24',
    half: null,
    left: 3,
    enteredAt: NOW - HOUR,
    ...of,
  })

  test('the last entry for a day and half-day counts, earlier days are gone', () => {
    const figures = [
      figure({ day: '2026-11-20' }),
      figure({ half: 'afternoon', left: 1 }),
      figure({ half: 'morning', left: 9, enteredAt: NOW - 2 * HOUR }),
      figure({ half: 'morning', left: 0 }),
      figure({ day: '2026-11-23', left: 7 }),
      figure({ half: 'morning', left: 5, lane: 'express' }),
    ]
    const said = latestFigures(figures, '2026-11-21').map(({ day, half, lane, left }) => [
      day,
      half,
      lane,
      left,
    ])
    expect(said).toEqual([
      ['2026-11-23', null, 'regular', 7],
      ['2026-11-24', 'morning', 'regular', 0],
      ['2026-11-24', 'morning', 'express', 5],
      ['2026-11-24', 'afternoon', 'regular', 1],
    ])
  })

  test('only fresh figures with places are offered', () => {
    const figures = [
      figure({}),
      figure({ left: 0 }),
      figure({ enteredAt: NOW - STALE_AFTER_MS }),
      figure({ enteredAt: NOW - STALE_AFTER_MS - 1 }),
    ]
    expect(openFigures(figures, NOW)).toEqual([figures[0], figures[2]])
  })

  test.each([
    [0, 'now', 0],
    [59_999, 'now', 0],
    [60_000, 'minute', 1],
    [59 * 60_000, 'minute', 59],
    [HOUR, 'hour', 1],
    [3.9 * HOUR, 'hour', 3],
    [47.9 * HOUR, 'hour', 47],
    [48 * HOUR, 'day', 2],
    [-5000, 'now', 0],
  ])('%i ms ago is %s %i', (ago, unit, n) => {
    expect(relativeAge(NOW - ago, NOW)).toEqual({ unit, n })
  })
})

describe('telling those who wait', () => {
  const watchers = Array.from({ length: 25 }, (_, at) => at)
  const draws = (seed: number) =>
    watchers.map((_, at) => {
      const x = Math.sin(seed * 1000 + at) * 10_000
      return x - Math.floor(x)
    })

  test('everybody once, in small waves, one after another', () => {
    const told = notificationBatches(watchers, draws(1), NOW, 10)
    expect(told.map((wave) => wave.watchers.length)).toEqual([10, 10, 5])
    expect(told.map(({ at }) => at - NOW)).toEqual([
      0,
      NOTIFICATION_BATCH_GAP_MS,
      2 * NOTIFICATION_BATCH_GAP_MS,
    ])
    expect(told.flatMap((wave) => wave.watchers).sort((a, b) => a - b)).toEqual(watchers)
  })

  test('the same chances give the same order, others another', () => {
    expect(notificationBatches(watchers, draws(1), NOW)).toEqual(notificationBatches(watchers, draws(1), NOW))
    expect(notificationBatches(watchers, draws(1), NOW)).not.toEqual(
      notificationBatches(watchers, draws(2), NOW),
    )
  })

  test('who asked first is not favoured', () => {
    const firstWave = Array.from(
      { length: 2000 },
      (_, seed) => notificationBatches(watchers, draws(seed + 1), NOW, 5)[0]!.watchers,
    )
    const share = (who: number) => firstWave.filter((wave) => wave.includes(who)).length / firstWave.length
    for (const who of [0, 12, 24]) expect(Math.abs(share(who) - 0.2)).toBeLessThan(0.05)
  })

  test('nobody waiting, no waves', () => {
    expect(notificationBatches([], [], NOW)).toEqual([])
  })

  test('a watch ends after thirty days', () => {
    expect(quotaWatchEnds('2026-11-21')).toBe('2026-12-21')
  })
})
