import { describe, expect, test } from 'vitest'
import {
  relativeAge,
  latestFigures,
  openFigures,
  STALE_AFTER_MS,
  type QuotaFigure,
} from '../../../src/model/quota/figures.ts'

const NOW = Date.parse('2026-11-21T02:00:00Z')

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
  ])('%i ms ago is %s %i', (ago, unit, count) => {
    expect(relativeAge(NOW - ago, NOW)).toEqual({ unit, count })
  })
})
