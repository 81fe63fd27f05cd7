import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { hoursOn, openStateAt } from '../../../src/model/offices/hours.ts'
import {
  distanceKm,
  isValidCoordinates,
  nearestOffices,
  neighbouringOffices,
  isOfficialLink,
  type OfficeDetails,
} from '../../../src/model/offices/locations.ts'
import type { FactValue } from '../../../src/model/facts/fact.ts'
import { fact, FACTS, HOLIDAYS, seeded } from '../library.ts'

const PLACES = seeded<readonly OfficeDetails[]>('office-details')
const OFFICES = seeded<readonly { code: string }[]>('offices').map(({ code }) => code)
const place = (code: string) => PLACES.find((row) => row.code === code)!

describe('the seeds', () => {
  test('every office has its place, in its shape, inside the country', () => {
    const shape = z.strictObject({
      code: z.string().length(3),
      lat: z.number().min(-11).max(6),
      lng: z.number().min(95).max(141),
      approximate: z.literal('city'),
      units: z.array(z.strictObject({ kind: z.enum(['ulp', 'mpp', 'ukk', 'counter']), name: z.string() })),
      lanes: z.array(z.enum(['regular', 'express', 'priority', 'bap', 'weekend'])).min(1),
      site: z.string().refine(isOfficialLink).nullable(),
      source: z.string().min(20),
      confirmedBy: z.null(),
    })
    expect(PLACES.flatMap((row) => shape.safeParse(row).error?.issues ?? [])).toEqual([])
    expect(PLACES.map(({ code }) => code)).toEqual(OFFICES)
  })
})

describe('which office is near', () => {
  test('distances over the ground', () => {
    expect(distanceKm(place('KPG'), place('ATB'))).toBeGreaterThan(150)
    expect(distanceKm(place('KPG'), place('ATB'))).toBeLessThan(220)
    expect(distanceKm(place('KPG'), place('KPG'))).toBe(0)
    expect(distanceKm({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 })).toBeCloseTo(111.2, 0)
    expect(distanceKm({ lat: 90, lng: 0 }, { lat: -90, lng: 0 })).toBeCloseTo(20_015, 0)
  })

  test.each([
    ['Soe on Timor', -9.86, 124.28, ['KPG', 'ATB', 'MOF']],
    ['Ubud', -8.51, 115.26, ['DPS', 'NGR', 'SGR']],
    ['Sorong', -0.86, 131.25, ['MKW', 'TTE', 'AMQ']],
  ])('from %s', (_, lat, lng, codes) => {
    const near = nearestOffices({ lat, lng }, PLACES)
    expect(near.map(({ code }) => code).sort()).toEqual([...codes].sort())
    expect(near.map(({ km }) => km)).toEqual(near.map(({ km }) => km).sort((a, b) => a - b))
  })

  test('the neighbours of a full office leave itself out', () => {
    expect(neighbouringOffices('DPS', PLACES).map(({ code }) => code)).toEqual(['NGR', 'SGR', 'MTR'])
    expect(neighbouringOffices('XXX', PLACES)).toEqual([])
  })

  test.each([
    [{ lat: -10.17, lng: 123.6 }, true],
    [{ lat: 0, lng: 123.6 }, true],
    [{ lat: 0, lng: 0 }, false],
    [{ lat: 91, lng: 0 }, false],
    [{ lat: 10, lng: 181 }, false],
    [{ lat: Number.NaN, lng: 10 }, false],
  ])('%o is a place: %s', (point, is) => {
    expect(isValidCoordinates(point)).toBe(is)
  })
})

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
    expect(on('2026-11-22')).toEqual({ open: false, why: 'weekend' })
    expect(on('2026-12-24')).toEqual({
      open: false,
      why: 'holiday',
      holiday: 'Cuti bersama Natal',
      sure: true,
    })
    expect(on('2027-01-05')).toMatchObject({ why: 'holiday', sure: false })
  })

  test('a weekday without hours is closed, a Saturday with hours is open', () => {
    const odd = [fact({ key: 'hours.open', office: 'KPG', value: week('mon', 'sat') })]
    expect(on('2026-11-24', odd)).toEqual({ open: false, why: 'closed' })
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

test.each([
  ['https://jogja.imigrasi.go.id', true],
  ['https://www.imigrasi.go.id/layanan', true],
  ['http://jogja.imigrasi.go.id', false],
  ['https://imigrasibintan.id', false],
  ['https://imigrasi.go.id.evil.example', false],
  ['https://evilimigrasi.go.id', false],
  ['https://jogja.imigrasi.go.id@evil.example', false],
  ['javascript:alert(1)//.imigrasi.go.id', false],
])('%s is official: %s', (link, is) => {
  expect(isOfficialLink(link)).toBe(is)
})
