import { describe, expect, test } from 'vitest'
import { parseDate } from '../../../src/model/dates/parse.ts'

// a Saturday
const TODAY = '2026-11-21'

const day = (text: string, today = TODAY, near: 'future' | 'past' = 'future') =>
  parseDate(text, today, near).day

describe('a date is read as people write it', () => {
  test.each([
    ['hari ini', '2026-11-21'],
    ['Hr ini pak', '2026-11-21'],
    ['sekarang', '2026-11-21'],
    ['besok', '2026-11-22'],
    ['BESOK!!', '2026-11-22'],
    ['bsk pagi', '2026-11-22'],
    ['beso', '2026-11-22'],
    ['lusa', '2026-11-23'],
    ['besok lusa', '2026-11-23'],
    ['tomorrow', '2026-11-22'],
    ['the day after tomorrow', '2026-11-23'],
    ['3 hari lagi', '2026-11-24'],
    ['tiga hari lagi', '2026-11-24'],
    ['seminggu lagi', '2026-11-28'],
    ['2 minggu lagi', '2026-12-05'],
    ['dua minggu lagi', '2026-12-05'],
    ['in 2 weeks', '2026-12-05'],
    ['23 nov', '2026-11-23'],
    ['23nov', '2026-11-23'],
    ['23 November 2026', '2026-11-23'],
    ['tanggal 23 Nopember', '2026-11-23'],
    ['Nov 23', '2026-11-23'],
    ['November 23rd, 2026', '2026-11-23'],
    ['dua puluh tiga november', '2026-11-23'],
    ['sebelas desember', '2026-12-11'],
    ['23/11', '2026-11-23'],
    ['23-11-2026', '2026-11-23'],
    ['23.11.26', '2026-11-23'],
    ['23/11/26 jam 08.00', '2026-11-23'],
    ['23 nov jam 8', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['23112026', '2026-11-23'],
    ['231126', '2026-11-23'],
    ['tgl 23', '2026-11-23'],
    ['23', '2026-11-23'],
    ['tgl 5', '2026-12-05'],
    ['tgl 23 bulan depan', '2026-12-23'],
    ['23 bln ini', '2026-11-23'],
    ['３ desember', '2026-12-03'],
    ['20 nov', '2027-11-20'],
    ['senin', '2026-11-23'],
    ['hari senin ya', '2026-11-23'],
    ['senin depan', '2026-11-23'],
    ['Jumat depan', '2026-11-27'],
    ["jum'at", '2026-11-27'],
    ['next monday', '2026-11-23'],
    ['on tuesday', '2026-11-24'],
    ['minggu', '2026-11-22'],
    ['hari minggu depan', '2026-11-29'],
    ['senin 23 november', '2026-11-23'],
    ['Minggu, 22 November 2026', '2026-11-22'],
    ['29 feb', '2028-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(day(text)).toBe(expected)
  })

  test.each([
    ['kemarin', '2026-11-20'],
    ['yesterday', '2026-11-20'],
    ['kemarin lusa', '2026-11-19'],
    ['20 nov', '2026-11-20'],
    ['tgl 23', '2026-10-23'],
    ['23 desember', '2025-12-23'],
    ['senin', '2026-11-16'],
    ['senin kemarin', '2026-11-16'],
    ['sabtu', '2026-11-14'],
  ])('%s, said of something behind us, is %s', (text, expected) => {
    expect(day(text, TODAY, 'past')).toBe(expected)
  })

  test('“depan” means next week whatever the weekday it is said on', () => {
    const said = ['2026-11-16', '2026-11-18', '2026-11-20', '2026-11-21', '2026-11-22']
    expect(said.map((today) => day('senin depan', today))).toEqual(said.map(() => '2026-11-23'))
    expect(said.map((today) => day('jumat depan', today))).toEqual(said.map(() => '2026-11-27'))
  })

  test('across the end of a year', () => {
    expect(day('besok', '2026-12-31')).toBe('2027-01-01')
    expect(day('tgl 2', '2026-12-31')).toBe('2027-01-02')
    expect(day('tgl 31', '2026-11-30')).toBe('2026-12-31')
  })
})

describe('what has two readings is told as uncertain', () => {
  test.each([
    ['jumat depan', '2026-11-16', false],
    ['senin depan', '2026-11-21', true],
    ['sabtu', '2026-11-21', false],
    ['11/23', '2026-11-21', false],
    ['12/31/2026', '2026-11-21', false],
    ['03/04', '2026-11-21', true],
    ['besok', '2026-11-21', true],
  ])('%s said on %s: certain %s', (text, today, certain) => {
    expect(parseDate(text, today)).toMatchObject({ certain })
  })

  test('the American order is taken only where the other is impossible', () => {
    expect(day('11/23')).toBe('2026-11-23')
    expect(day('12/31/2026')).toBe('2026-12-31')
    expect(day('03/04')).toBe('2027-04-03')
  })
})

describe('what is no date gives its reason', () => {
  test.each([
    ['31 februari', 'impossible'],
    ['31/02', 'impossible'],
    ['30-02-2027', 'impossible'],
    ['29 feb 2027', 'impossible'],
    ['32 nov', 'impossible'],
    ['45', 'impossible'],
    ['0 nov', 'impossible'],
    ['99/99', 'impossible'],
    ['2026-13-01', 'impossible'],
    ['310227', 'impossible'],
    ['minggu depan', 'which-day'],
    ['bulan depan', 'which-day'],
    ['desember', 'which-day'],
    ['nov 2026', 'which-day'],
    ['senin 24 november', 'weekday-differs'],
    ['besok senin', 'weekday-differs'],
    ['', 'not-a-date'],
    ['???', 'not-a-date'],
    ['saya mau paspor', 'not-a-date'],
    ['2026', 'not-a-date'],
    ['5371011203850001', 'not-a-date'],
    ['KPG-261120-014-7', 'not-a-date'],
    ['1 2 3 4', 'not-a-date'],
    ['5 nov 6 des', 'which-day'],
  ])('%s: %s', (text, reason) => {
    expect(parseDate(text, TODAY)).toEqual({ day: null, reason })
  })

  test('a very long message is read in no time', () => {
    const began = performance.now()
    parseDate('23 nov '.repeat(10_000), TODAY)
    parseDate('1'.repeat(60_000), TODAY)
    parseDate('dua puluh '.repeat(6000), TODAY)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
