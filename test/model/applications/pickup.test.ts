import { describe, expect, test } from 'vitest'
import { pickupDeadline, pickupReminders } from '../../../src/model/applications/pickup.ts'
import { fact, FACTS, HOLIDAYS } from '../library.ts'

const term = (ready: string, today: string, facts = FACTS) =>
  pickupDeadline(ready, today, facts, 'KPG', HOLIDAYS)

describe('thirty days to collect', () => {
  test('reminders come a week and a day before the end, at nine at the office', () => {
    const at = (now: string) => pickupReminders('2026-12-16', 'Asia/Makassar', Date.parse(now))
    expect(at('2026-11-21T00:00:00Z')).toEqual([
      { id: 'week', at: Date.parse('2026-12-09T01:00:00Z') },
      { id: 'day', at: Date.parse('2026-12-15T01:00:00Z') },
    ])
    expect(at('2026-12-10T00:00:00Z').map(({ id }) => id)).toEqual(['day'])
    expect(at('2026-12-16T00:00:00Z')).toEqual([])
  })

  test('the last day, and the last on which the office is open', () => {
    expect(term('2026-11-02', '2026-11-03')).toMatchObject({
      until: '2026-12-02',
      lastOpenDay: '2026-12-02',
      daysLeft: 29,
    })
    // the thirtieth day is a Saturday after Christmas
    expect(term('2026-11-26', '2026-12-01')).toMatchObject({
      until: '2026-12-26',
      lastOpenDay: '2026-12-23',
      daysLeft: 22,
    })
  })

  test.each([
    ['2026-11-24', 8, 'plenty'],
    ['2026-11-25', 7, 'soon'],
    ['2026-12-01', 1, 'soon'],
    ['2026-12-02', 0, 'today'],
    ['2026-12-03', -1, 'over'],
  ])('on %s there are %i days left: %s', (today, daysLeft, stage) => {
    expect(term('2026-11-02', today)).toMatchObject({ daysLeft, stage })
  })

  test('an office may have its own term; without one nothing is said', () => {
    const own = [...FACTS, fact({ key: 'pickup.days', office: 'KPG', value: 60 })]
    expect(term('2026-11-02', '2026-11-03', own)).toMatchObject({
      until: '2027-01-01',
      lastOpenDay: '2026-12-31',
    })
    expect(term('2026-11-02', '2026-11-03', [])).toBeNull()
  })
})
