import { describe, expect, test } from 'vitest'
import { timeIn } from '../../../src/model/dates/time-zone.ts'
import { dayIn } from '../../../src/model/dates/calendar.ts'
import {
  rescheduleEligibility,
  SPECIAL_RESCHEDULE_REASONS,
  specialReschedule,
  visitReminders,
  type Visit,
} from '../../../src/model/applications/reschedule.ts'
import { fact, FACTS } from '../library.ts'

const VISIT: Visit = { day: '2026-11-26', office: 'KPG', zone: 'Asia/Makassar', changed: false }
const may = (of: Partial<Visit>, iso: string, facts = FACTS) =>
  rescheduleEligibility({ ...VISIT, ...of }, Date.parse(iso), facts)

describe('changing the date in the app', () => {
  test('until the end of the day before, said as the safe reading', () => {
    expect(may({}, '2026-11-21T02:00:00Z')).toEqual({
      allowed: true,
      until: { day: '2026-11-25', time: '23:59' },
      doubt: { reason: 'contested', year: 2023 },
    })
  })

  test.each([
    ['Asia/Jakarta', '2026-11-25T16:59:59Z', true],
    ['Asia/Jakarta', '2026-11-25T17:00:00Z', false],
    ['Asia/Makassar', '2026-11-25T15:59:59Z', true],
    ['Asia/Makassar', '2026-11-25T16:00:00Z', false],
    ['Asia/Jayapura', '2026-11-25T14:59:59Z', true],
    ['Asia/Jayapura', '2026-11-25T15:00:00Z', false],
  ])('in %s at %s: %s', (zone, iso, expected) => {
    expect(may({ zone }, iso).allowed).toBe(expected)
  })

  test.each<[string, Partial<Visit>, string, string]>([
    ['changed once already', { changed: true }, '2026-11-21T02:00:00Z', 'used'],
    ['on the day itself', {}, '2026-11-26T00:00:00Z', 'too-late'],
    [
      '9.7 on the day before three in Tanjungpinang',
      { office: 'TNJ', zone: 'Asia/Jakarta' },
      '2026-11-26T03:00:00Z',
      'too-late',
    ],
    ['after the day', {}, '2026-11-27T02:00:00Z', 'past'],
    ['after the day and changed already', { changed: true }, '2026-11-27T02:00:00Z', 'past'],
  ])('%s: no', (_, of, iso, reason) => {
    expect(may(of, iso)).toEqual({ allowed: false, reason })
  })

  test('an office that allows the day itself may say so', () => {
    const own = [...FACTS, fact({ key: 'reschedule.days-before', office: 'KPG', value: 0 })]
    expect(may({}, '2026-11-26T02:00:00Z', own)).toMatchObject({ allowed: true, doubt: null })
  })

  test('without a rule nothing is promised', () => {
    expect(may({}, '2026-11-21T02:00:00Z', [])).toEqual({ allowed: false, reason: 'unknown' })
  })
})

describe('the special change of date at the office', () => {
  const bring = ['identity', 'application-number', 'evidence']

  test.each(SPECIAL_RESCHEDULE_REASONS.map((reason) => [reason] as const))('%s counts', (reason) => {
    expect(specialReschedule(reason, VISIT, FACTS, '2026-11-27')).toEqual({ eligible: 'yes', bring })
  })

  test('not coming counts only for those who had not changed the date', () => {
    const changed = { ...VISIT, changed: true }
    expect(specialReschedule('absent', changed, FACTS, '2026-11-27').eligible).toBe('ask')
    expect(specialReschedule('system', changed, FACTS, '2026-11-27').eligible).toBe('yes')
  })

  test('any other reason is for the officer', () => {
    expect(specialReschedule(null, VISIT, FACTS, '2026-11-27')).toEqual({ eligible: 'ask', bring })
  })
})

describe('reminders of a visit', () => {
  const ahead = (iso: string, zone = 'Asia/Makassar') =>
    visitReminders({ day: '2026-11-26', zone }, Date.parse(iso))

  test.each(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])('at the wall clock of %s', (zone) => {
    const said = ahead('2026-11-01T00:00:00Z', zone).map(
      ({ id, at }) => `${id} ${dayIn(zone, at)} ${timeIn(zone, at)}`,
    )
    expect(said).toEqual([
      'three-days 2026-11-23 09:00',
      'one-day 2026-11-25 09:00',
      'morning 2026-11-26 06:00',
    ])
  })

  test('what is past is not sent', () => {
    expect(ahead('2026-11-24T02:00:00Z').map(({ id }) => id)).toEqual(['one-day', 'morning'])
    expect(ahead('2026-11-26T02:00:00Z')).toEqual([])
  })
})
