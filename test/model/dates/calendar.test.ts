import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addWorkingDays,
  dayIn,
  daysBetween,
  isoDay,
  isWorkingDay,
  type Holiday,
} from '../../../src/model/dates/calendar.ts'

const list = JSON.parse(
  readFileSync(new URL('../../../prisma/data/holidays.json', import.meta.url), 'utf8'),
) as Holiday[]
const holidays = new Map(list.map((one) => [one.date, one]))

describe('the day at an office', () => {
  test.each([
    ['2026-11-20T15:59:59Z', 'Asia/Jakarta', '2026-11-20'],
    ['2026-11-20T15:59:59Z', 'Asia/Makassar', '2026-11-20'],
    ['2026-11-20T16:00:00Z', 'Asia/Makassar', '2026-11-21'],
    ['2026-11-20T15:00:00Z', 'Asia/Jayapura', '2026-11-21'],
    ['2026-12-31T17:00:00Z', 'Asia/Jakarta', '2027-01-01'],
  ])('at %s in %s is %s', (moment, zone, day) => {
    expect(dayIn(zone, Date.parse(moment))).toBe(day)
  })
})

describe('counting days', () => {
  test('over the ends of months, years and a leap day', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })

  test.each([
    ['2026-11-20', 1, '2026-11-23', 'a weekend does not count'],
    ['2026-11-20', 3, '2026-11-25', 'three working days'],
    ['2026-11-21', 1, '2026-11-23', 'from a Saturday'],
    ['2026-12-22', 3, '2026-12-29', 'Christmas and its common leave'],
    ['2026-03-17', 3, '2026-03-27', 'Nyepi and Idulfitri'],
    ['2026-11-20', 0, '2026-11-20', 'none'],
    ['2026-11-20', 60, '2027-02-18', 'the longest limit, over the turn of the year'],
  ])('%s plus %i working days is %s: %s', (day, count, due) => {
    expect(addWorkingDays(day, count, holidays)).toBe(due)
  })
})

test('days between days, whatever the month', () => {
  expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2)
  expect(daysBetween('2026-11-21', '2026-11-21')).toBe(0)
  expect(daysBetween('2026-11-21', '2026-11-01')).toBe(-20)
})

test('a day the calendar does not have is null', () => {
  expect(isoDay(2026, 2, 29)).toBeNull()
  expect(isoDay(2028, 2, 29)).toBe('2028-02-29')
  expect(isoDay(26, 2, 1)).toBeNull()
})

describe('the holidays we keep', () => {
  test('2026 has the 25 days of the joint decree, 2027 only estimates', () => {
    expect(list.filter((one) => one.date.startsWith('2026') && one.status === 'certain')).toHaveLength(25)
    expect(list.filter((one) => one.date.startsWith('2027')).every((one) => one.status === 'estimate')).toBe(
      true,
    )
  })

  test('none is a working day, and each day stands once', () => {
    expect(list.filter((one) => isWorkingDay(one.date, holidays))).toEqual([])
    expect(holidays.size).toBe(list.length)
  })
})
