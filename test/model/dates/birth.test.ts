import { describe, expect, test } from 'vitest'
import { ageBand, ageOn, parseAge, parseBirthDate } from '../../../src/model/dates/birth.ts'

const TODAY = '2026-11-21'

describe('a birth date is read as people write it', () => {
  test.each([
    ['12 mei 1990', '1990-05-12'],
    ['12 Mei 90', '1990-05-12'],
    ['dua belas mei 1990', '1990-05-12'],
    ['12/05/1990', '1990-05-12'],
    ['12-5-90', '1990-05-12'],
    ['120590', '1990-05-12'],
    ['12051990', '1990-05-12'],
    ['1990-05-12', '1990-05-12'],
    ['May 12, 1990', '1990-05-12'],
    ['lahir tgl 3 januari 2021', '2021-01-03'],
    ['030121', '2021-01-03'],
    ['29 feb 2000', '2000-02-29'],
    ['29/02/80', '1980-02-29'],
    ['22 nov 26', '1926-11-22'],
    ['21 nov 26', '2026-11-21'],
    ['1 januari 1930', '1930-01-01'],
  ])('%s is %s', (text, expected) => {
    expect(parseBirthDate(text, TODAY)).toEqual({ day: expected })
  })

  test.each([
    ['12 mei', 'no-year'],
    ['12/05', 'no-year'],
    ['tgl 12-05', 'no-year'],
    ['kemarin', 'no-year'],
    ['31 februari 1990', 'impossible'],
    ['310290', 'impossible'],
    ['12 mei 2030', 'future'],
    ['12 mei 1890', 'too-old'],
    ['1990', 'not-a-date'],
    ['tidak tahu', 'not-a-date'],
    ['5371011205900001', 'not-a-date'],
  ])('%s: %s', (text, reason) => {
    expect(parseBirthDate(text, TODAY)).toEqual({ day: null, reason })
  })
})

describe('ages', () => {
  test('a birthday counts from the day itself', () => {
    expect(ageOn('2009-11-21', '2026-11-20')).toBe(16)
    expect(ageOn('2009-11-21', '2026-11-21')).toBe(17)
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  })

  test.each([
    ['5 tahun', 5],
    ['umur 63 pak', 63],
    ['lima tahun', 5],
    ['8 bulan', 0],
    ['18 bln', 1],
    ['2 thn 3 bln', 2],
    ['5 years', 5],
    ['17', 17],
    ['3,5 tahun', 3],
    ['setahun', 1],
    ['40 hari', 0],
  ])('%s is %i', (text, years) => {
    expect(parseAge(text)).toBe(years)
  })

  test.each(['1990', '12 mei 1990', 'tua', '', '150 tahun', '5 6'])('%s is no age', (text) => {
    expect(parseAge(text)).toBeNull()
  })

  const limits = { toddler: 5, adult: 17, elderly: 60 }
  test.each([
    [0, 'toddler'],
    [5, 'toddler'],
    [6, 'child'],
    [16, 'child'],
    [17, 'adult'],
    [59, 'adult'],
    [60, 'elderly'],
    [100, 'elderly'],
  ])('%i years is the band %s', (years, band) => {
    expect(ageBand(years, limits)).toBe(band)
  })
})
