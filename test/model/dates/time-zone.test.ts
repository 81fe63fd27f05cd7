import { describe, expect, test } from 'vitest'
import { dayIn } from '../../../src/model/dates/calendar.ts'
import { momentIn, timeIn } from '../../../src/model/dates/time-zone.ts'

describe('the wall clock of an office', () => {
  test.each([
    ['Asia/Jakarta', '2026-11-27T07:00:00.000Z'],
    ['Asia/Makassar', '2026-11-27T06:00:00.000Z'],
    ['Asia/Jayapura', '2026-11-27T05:00:00.000Z'],
    ['UTC', '2026-11-27T14:00:00.000Z'],
    ['Europe/Berlin', '2026-11-27T13:00:00.000Z'],
  ])('two in the afternoon in %s is %s', (zone, iso) => {
    const at = momentIn(zone, '2026-11-27', '14:00')
    expect(new Date(at).toISOString()).toBe(iso)
    expect([dayIn(zone, at), timeIn(zone, at)]).toEqual(['2026-11-27', '14:00'])
  })

  test('midnight belongs to the new day', () => {
    const at = momentIn('Asia/Makassar', '2026-11-27', '00:00')
    expect([dayIn('Asia/Makassar', at), timeIn('Asia/Makassar', at)]).toEqual(['2026-11-27', '00:00'])
    expect(dayIn('Asia/Makassar', at - 1)).toBe('2026-11-26')
  })

  test('a zone that changes its clock that day is still met', () => {
    const at = momentIn('Europe/Berlin', '2026-10-25', '12:00')
    expect(timeIn('Europe/Berlin', at)).toBe('12:00')
  })
})
