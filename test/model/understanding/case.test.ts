import { describe, expect, test } from 'vitest'
import { extractCase } from '../../../src/model/understanding/case.ts'

/** What messages plainly tell of a case; what they leave open stays open. */

const LIMITS = { toddler: 5, adult: 17, elderly: 60 }
const bands = (text: string, asked = false) => extractCase(text, LIMITS, asked).bands.join(' ')
const what = (text: string) => extractCase(text, LIMITS).answers['what']

describe('for whom', () => {
  test.each([
    ['mau perpanjang paspor saya', 'adult'],
    ['pasport gw ilang', 'adult'],
    ['beta pung paspor su hilang', 'adult'],
    ['paspor istri sy', 'adult'],
    ['renew my old passport', 'adult'],
    ['paspor anak saya hilang', 'child'],
    ['passport for my daughter', 'child'],
    ['bikin paspor bayi', 'toddler'],
    ['bikin paspor buat anak umur 5 tahun', 'toddler'],
    ['anak sy umur enam tahun', 'child'],
    ['paspor buat anak 8 bln', 'toddler'],
    ['anak saya yang umur 20 tahun', 'adult'],
    ['ibu saya 65 tahun mau buat paspor', 'elderly'],
    ['bapak saya umurnya 58', 'adult'],
    ['my 3 year old son', 'toddler'],
    ['my mother is 70', 'elderly'],
    ['adik saya umur 12', 'child'],
    ['lansia bisa langsung?', 'elderly'],
    ['istri saya hamil', 'frail'],
    ['paspor utk rombongan umroh', 'group'],
  ])('%s: %s', (text, band) => {
    expect(bands(text)).toBe(band)
  })

  test('a parent may be old enough for a lane of their own', () => {
    expect(bands('paspor ibu saya rusak')).toBe('elderly adult')
  })

  test.each([
    'perpanjang paspor',
    'pak paspor hilang gimana',
    'paspor saya dan anak saya',
    'paspor adik saya',
    'bayi saya umur 40 tahun',
    'anak saya 3 tahun dan 8 tahun',
    'orang tua anak saya cerai, paspor orang tua',
  ])('"%s" leaves it open', (text) => {
    expect(bands(text)).toBe('')
  })

  test.each([
    ['paspor saya 10 tahun', 'adult'],
    ['paspor anak saya 5 tahun berapa', 'child'],
    ['saya bikin 12 tahun lalu, paspor saya', 'adult'],
  ])('%s: years of a book or of the past are no age', (text, band) => {
    expect(bands(text)).toBe(band)
  })

  test('an age alone counts where for whom was asked, and only there', () => {
    expect(bands('67 tahun', true)).toBe('elderly')
    expect(bands('67 tahun')).toBe('')
  })

  test('without limits an age is not used', () => {
    expect(extractCase('anak saya 5 tahun', null).bands).toEqual(['child'])
    expect(extractCase('umur 67', null).bands).toEqual([])
  })
})

describe('what for', () => {
  test.each([
    ['paspor hilang', 'lost'],
    ['kecopetan, paspor raib', 'lost'],
    ['hilang waktu di malaysia', 'lost-abroad'],
    ['lost my passport abroad', 'lost-abroad'],
    ['ilang di bandara singapura', 'lost-abroad'],
    ['paspor sobek dan basah', 'damaged'],
    ['masa berlaku paspor sudah habis', 'replace'],
    ['pasport expired', 'replace'],
    ['ganti nama di paspor', 'change'],
    ['belum pernah punya paspor', 'new'],
    ['mau bikin paspor baru', 'new'],
    ['paspor hilang, mau bikin paspor baru', 'lost'],
    ['ktp hilang, mau perpanjang paspor', 'replace'],
    ['paspor tidak hilang, cuma rusak', 'damaged'],
  ])('%s: %s', (text, answer) => {
    expect(what(text)).toBe(answer)
  })

  test.each([
    'bikin paspor',
    'paspor hilang atau rusak',
    'paspor hilang, padahal mau ke malaysia',
    'hp saya rusak',
    'perpanjang tapi namanya berubah',
    'kuota habis',
    'belum pernah punya, hilang',
  ])('"%s" leaves it open', (text) => {
    expect(what(text)).toBeUndefined()
  })

  test('a special purpose is one of a first passport', () => {
    expect(extractCase('paspor umroh', LIMITS).answers).toEqual({ special: 'umrah' })
    expect(extractCase('perpanjang paspor buat umroh', LIMITS).answers).toEqual({ what: 'replace' })
  })

  test('how they come', () => {
    expect(extractCase('tidak punya hp', LIMITS).way).toBe('no-phone')
    expect(extractCase('mau yang sehari jadi', LIMITS).way).toBe('express')
    expect(extractCase('hari sabtu bisa, buru buru', LIMITS).way).toBeUndefined()
  })
})
