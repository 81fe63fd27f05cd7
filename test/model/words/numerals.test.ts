import { expect, test } from 'vitest'
import { digitOf, numeralsToDigits } from '../../../src/model/words/numerals.ts'

test.each([
  ['nol', 0],
  ['kosong', 0],
  ['satu', 1],
  ['kesatu', 1],
  ['pertama', 1],
  ['keempat', 4],
  ['third', 3],
  ['sembilan', 9],
  ['kenol', null],
  ['ke', null],
  ['sepuluh', null],
  ['constructor', null],
])('%s alone is %s', (word, digit) => {
  expect(digitOf(word)).toBe(digit)
})

test.each([
  ['dua puluh tiga', '23'],
  ['dua puluh', '20'],
  ['sebelas', '11'],
  ['sepuluh', '10'],
  ['lima belas', '15'],
  ['umur tujuh tahun', 'umur 7 tahun'],
  ['satuan', 'satuan'],
  ['dua ribu sembilan', '2009'],
  ['seribu sembilan ratus sembilan puluh delapan', '1998'],
  ['tiga ratus lima puluh ribu', '350000'],
  ['sejuta', '1000000'],
  ['enampuluh lima', '65'],
  ['satu dua', '1 2'],
  ['350 ribu', '350 ribu'],
  ['setahun', 'setahun'],
  ['telu taun', '3 taun'],
])('%s is written %s', (words, digits) => {
  expect(numeralsToDigits(words)).toBe(digits)
})
