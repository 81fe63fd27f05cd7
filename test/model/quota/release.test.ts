import { describe, expect, test } from 'vitest'
import { nextRelease } from '../../../src/model/quota/release.ts'
import type { QuotaReleaseRule } from '../../../src/model/facts/release-rule.ts'
import { HOLIDAYS } from '../library.ts'

const next = (rule: QuotaReleaseRule, iso: string) =>
  nextRelease(rule, 'Asia/Makassar', Date.parse(iso), HOLIDAYS)
const FRIDAY: QuotaReleaseRule = { opens: 'weekly', weekday: 'fri', time: '16:00' }

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
