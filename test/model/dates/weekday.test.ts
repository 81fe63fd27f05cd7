import { expect, test } from 'vitest'
import { WEEKDAYS, weekdayNumber, weekdayOf } from '../../../src/model/dates/weekday.ts'

test('a week runs from Monday to Sunday, over the end of a month', () => {
  const days = [
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
    '2026-12-05',
    '2026-12-06',
  ]
  expect(days.map(weekdayOf)).toEqual(WEEKDAYS)
  expect(days.map(weekdayNumber)).toEqual([0, 1, 2, 3, 4, 5, 6])
})
