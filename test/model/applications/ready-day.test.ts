import { describe, expect, test } from 'vitest'
import { expectedReadyDay } from '../../../src/model/applications/ready-day.ts'
import { fact, FACTS, HOLIDAYS } from '../library.ts'

describe('the day a passport should be ready', () => {
  test.each([
    ['a Monday', '2026-11-23', 'DPS', '2026-11-27'],
    ['over a weekend', '2026-11-19', 'DPS', '2026-11-25'],
    ['over Christmas and the new year', '2026-12-23', 'DPS', '2026-12-31'],
    ['over the days of Idulfitri 2026', '2026-03-17', 'DPS', '2026-03-30'],
  ])('after %s', (_, interview, office, day) => {
    expect(expectedReadyDay(interview, FACTS, office, HOLIDAYS)).toMatchObject({
      day,
      workingDays: 4,
      doubt: { reason: 'contested' },
    })
  })

  test('an office’s own figure is sure', () => {
    expect(expectedReadyDay('2026-11-23', FACTS, 'ATB', HOLIDAYS)).toMatchObject({
      day: '2026-11-27',
      doubt: null,
    })
    const own = [...FACTS, fact({ key: 'days.issue', office: 'DPS', value: 3 })]
    expect(expectedReadyDay('2026-11-23', own, 'DPS', HOLIDAYS)).toMatchObject({
      day: '2026-11-26',
      doubt: null,
    })
  })

  test('a holiday that is only reckoned is told', () => {
    expect(expectedReadyDay('2026-12-29', FACTS, 'DPS', HOLIDAYS)).toMatchObject({
      day: '2027-01-06',
      estimate: true,
    })
    expect(expectedReadyDay('2026-11-23', FACTS, 'DPS', HOLIDAYS)).toMatchObject({ estimate: false })
  })

  test('without a figure there is no day', () => {
    expect(expectedReadyDay('2026-11-23', [], 'DPS', HOLIDAYS)).toEqual({ day: null })
  })
})
