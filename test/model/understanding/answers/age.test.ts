import { describe, expect, test } from 'vitest'
import { readAge, readAgeRange } from '../../../../src/model/understanding/answers/age.ts'

const TODAY = '2026-11-21'

describe('an age that is told', () => {
  test.each<[string, number]>([
    ['5 th', 5], ['sepuluh', 10], ['6', 6], ['umur enam taun', 6], ['8 bulan', 0], ['baru lahir', 0], ['3,5 tahun', 3],
    ['65 lebih', 65], ['lima tahun', 5], ['5thn', 5], ['umurnya 12', 12], ['17 tahun pak', 17], ['enam puluh lima', 65],
    ['18 bln', 1], ['2 tahun 3 bulan', 2], ['setahun', 1], ['satu setengah tahun', 1], ['setengah tahun', 0], ['40 hari', 0],
    ['tiga minggu', 0], ['anak saya 6 tahun', 6], ['five', 5], ['six years old', 6], ["he's 3", 3], ['usia 63 tahun', 63],
    ['umur 1 tahun setengah', 1], ['dua belas', 12], ['hampir 17', 16], ['jalan 5 tahun', 4], ['lahir 12 mei 2015', 11],
    ['12-05-2015', 11], ['4.5 tahun', 4], ['enampuluh tahun', 60], ['telu taun', 3], ['umur pitu', 7], ['sekarang 9 tahun bu', 9],
    ['new born', 0], ['setaun', 1], ['11 bulan', 0], ['70 thn', 70], ['umur 59 tahun lebih 8 bulan', 59],
  ])('%s is %i', (text, years) => {
    expect(readAge(text, TODAY)).toBe(years)
  }) // prettier-ignore
})

describe('an age that is left open', () => {
  test.each<[string, number, number | null]>([
    ['under 2', 0, 1], ['di bawah 5 tahun', 0, 4], ['kelas 3 sd', 8, 10], ['lahir 2019', 6, 7], ['2019', 6, 7], ['60 ke atas', 60, null],
    ['60+', 60, null], ['belum 17', 0, 16], ['kls 1 smp', 12, 14], ['tk', 4, 6], ['kelas 9', 14, 16], ['sekitar 70', 69, 71],
    ['5 atau 6 tahun', 5, 6], ['kelahiran 1960', 65, 66], ['lebih dari 60', 60, null], ['sma', 14, 19], ['kelas 2 SMA', 16, 18],
    ['antara 4 dan 6', 4, 6], ['< 2 tahun', 0, 1], ['kelas vi', 11, 13],
  ])('%s: %i to %s', (text, from, to) => {
    expect(readAgeRange(text, TODAY)).toEqual({ from, to })
    expect(readAge(text, TODAY)).toBeNull()
  }) // prettier-ignore
})

describe('no age', () => {
  test.each([
    '', 'tua', 'lupa', '150 tahun', '5 6', '350rb', 'rp 5', '5371011205900001', '2 anak', '2 tahun lalu', 'jam 9', '3 orang',
    'anak 2 umur 5', 'paspor 5 juta', 'nomor 3', '5 tahun dan 8 tahun', 'ya',
    'waktu itu anak saya yang nomor dua masih sekolah terus kami pindah ke 3 kota',
  ])('"%s"', (text) => {
    expect(readAgeRange(text, TODAY)).toBeNull()
  }) // prettier-ignore

  test('without a day a year says no age', () => {
    expect(readAgeRange('lahir 2019')).toBeNull()
  })
})
