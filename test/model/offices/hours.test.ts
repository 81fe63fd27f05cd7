import { describe, expect, test } from 'vitest'
import { hoursOn, openStateAt } from '../../../src/model/offices/hours.ts'
import type { FactValue } from '../../../src/model/facts/fact.ts'
import { fact, FACTS, HOLIDAYS } from '../library.ts'

describe('hours in the office’s own zone', () => {
  const span = ['08:00', '16:00']
  const week = (...days: string[]): FactValue => Object.fromEntries(days.map((day) => [day, span]))
  const USUAL = fact({ key: 'hours.open', office: 'KPG', value: week('mon', 'tue', 'wed', 'thu', 'fri') })
  const on = (day: string, facts = [USUAL], office = 'KPG') => hoursOn(day, facts, office, HOLIDAYS)

  test('a working day, a weekend, a holiday', () => {
    expect(on('2026-11-23')).toEqual({
      open: true,
      hours: { from: '08:00', to: '16:00' },
      sure: true,
      ramadan: false,
    })
    expect(on('2026-11-22')).toEqual({ open: false, reason: 'weekend' })
    expect(on('2026-12-24')).toEqual({
      open: false,
      reason: 'holiday',
      holiday: 'Cuti bersama Natal',
      sure: true,
    })
    expect(on('2027-01-05')).toMatchObject({ reason: 'holiday', sure: false })
  })

  test('a weekday without hours is closed, a Saturday with hours is open', () => {
    const odd = [fact({ key: 'hours.open', office: 'KPG', value: week('mon', 'sat') })]
    expect(on('2026-11-24', odd)).toEqual({ open: false, reason: 'closed' })
    expect(on('2026-11-28', odd)).toMatchObject({ open: true })
  })

  test('hours nobody confirmed are unknown', () => {
    expect(on('2026-11-23', [...FACTS])).toEqual({ open: 'unknown' })
    expect(on('2026-11-23', [...FACTS], 'TNJ')).toMatchObject({ open: true, sure: false })
  })

  const RAMADAN = fact({
    key: 'ramadan',
    value: { from: '2027-02-08', to: '2027-03-08' },
    validFrom: '2027-01-01',
    validTo: '2027-12-31',
  })
  const BREAK = fact({ key: 'hours.break', office: 'KPG', value: { mon: ['12:00', '13:00'] } })
  const SHORT = fact({ key: 'hours.ramadan', office: 'KPG', value: { mon: ['08:00', '15:00'] } })

  test('in Ramadan the hours of Ramadan', () => {
    const facts = [USUAL, RAMADAN, SHORT]
    expect(on('2027-02-01', facts)).toMatchObject({ hours: { to: '16:00' }, ramadan: false, sure: true })
    expect(on('2027-02-15', facts)).toMatchObject({ hours: { to: '15:00' }, ramadan: true, sure: true })
    expect(on('2027-03-15', facts)).toMatchObject({ hours: { to: '16:00' }, ramadan: false })
  })

  test('in Ramadan usual hours are not sure, nor are those of a month that is only reckoned', () => {
    expect(on('2027-02-15', [USUAL, RAMADAN])).toMatchObject({ hours: { to: '16:00' }, sure: false })
    const reckoned = { ...RAMADAN, confidence: 'unconfirmed' as const }
    expect(on('2027-02-15', [USUAL, reckoned, SHORT])).toMatchObject({ hours: { to: '15:00' }, sure: false })
  })

  test.each([
    ['Asia/Jakarta', '2026-11-23T00:59:00Z', 'before'],
    ['Asia/Jakarta', '2026-11-23T01:00:00Z', 'open'],
    ['Asia/Makassar', '2026-11-23T00:00:00Z', 'open'],
    ['Asia/Makassar', '2026-11-23T08:00:00Z', 'after'],
    ['Asia/Jayapura', '2026-11-22T23:00:00Z', 'open'],
    ['Asia/Jayapura', '2026-11-23T07:00:00Z', 'after'],
    ['Asia/Makassar', '2026-11-22T03:00:00Z', null],
  ])('in %s at %s: %s', (zone, iso, how) => {
    expect(openStateAt(Date.parse(iso), zone, [USUAL], 'KPG', HOLIDAYS)).toBe(how)
  })

  test.each([
    ['2026-11-23T03:59:00Z', 'open'],
    ['2026-11-23T04:00:00Z', 'break'],
    ['2026-11-23T05:00:00Z', 'open'],
  ])('at %s, with a midday break somebody has confirmed: %s', (iso, how) => {
    const at = (row: typeof BREAK) =>
      openStateAt(Date.parse(iso), 'Asia/Makassar', [USUAL, row], 'KPG', HOLIDAYS)
    expect(at(BREAK)).toBe(how)
    expect(at({ ...BREAK, confidence: 'unconfirmed' })).toBe('open')
  })

  test('of hours that are not sure nothing is said', () => {
    const unsure = { ...USUAL, confidence: 'contested' as const }
    expect(
      openStateAt(Date.parse('2026-11-23T03:00:00Z'), 'Asia/Makassar', [unsure], 'KPG', HOLIDAYS),
    ).toBeNull()
  })

  test('without hours it is not said whether the office is open', () => {
    expect(openStateAt(Date.parse('2026-11-23T03:00:00Z'), 'Asia/Makassar', [], 'KPG', HOLIDAYS)).toBeNull()
  })
})
