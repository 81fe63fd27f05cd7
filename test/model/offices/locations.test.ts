import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  isValidCoordinates,
  nearestOffices,
  neighbouringOffices,
  isOfficialLink,
  type Coordinates,
  type OfficeDetails,
} from '../../../src/model/offices/locations.ts'
import { seeded } from '../library.ts'

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
    const km = (from: Coordinates, to: Coordinates) =>
      nearestOffices(from, [{ ...place('KPG'), ...to }])[0]!.km
    expect(km(place('KPG'), place('ATB'))).toBeGreaterThan(150)
    expect(km(place('KPG'), place('ATB'))).toBeLessThan(220)
    expect(km(place('KPG'), place('KPG'))).toBe(0)
    expect(km({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 })).toBe(111)
    expect(km({ lat: 90, lng: 0 }, { lat: -90, lng: 0 })).toBe(20_015)
  })

  test.each([
    ['Soe on Timor', -9.86, 124.28, ['KPG', 'ATB', 'MOF']],
    ['Ubud', -8.51, 115.26, ['DPS', 'KLK', 'TBN']],
    ['Sorong', -0.86, 131.25, ['SOQ', 'MKW', 'TBL']],
  ])('from %s', (_, lat, lng, codes) => {
    const near = nearestOffices({ lat, lng }, PLACES)
    expect(near.map(({ code }) => code).sort()).toEqual([...codes].sort())
    expect(near.map(({ km }) => km)).toEqual(near.map(({ km }) => km).sort((a, b) => a - b))
  })

  test('the neighbours of a full office leave itself out', () => {
    expect(neighbouringOffices('DPS', PLACES).map(({ code }) => code)).toEqual(['NGR', 'TBN', 'KLK'])
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
