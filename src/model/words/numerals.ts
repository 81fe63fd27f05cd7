import { namesByForm } from './groups.ts'

/** Numbers in words. Small letters, no marks. */

const DIGITS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']

/** Other words for the same digits; with "ke" before them the Indonesian ones count places ("kedua"). */
const OTHERS = namesByForm({
  nol: 'kosong zero',
  satu: 'pertama one first',
  dua: 'two second',
  tiga: 'three third',
  empat: 'four',
  lima: 'five',
  enam: 'six',
  tujuh: 'seven',
  delapan: 'eight',
  sembilan: 'nine',
})

/** The digit a word means, alone or as a place: `dua`, `kedua`, `second`; null when it means none. */
export function digitOf(word: string): number | null {
  const plain = OTHERS.get(word) ?? word.replace(/^ke(?!nol)/, '')
  const digit = DIGITS.indexOf(plain)
  return digit === -1 ? null : digit
}

const ONES = `(${DIGITS.slice(1).join('|')})`
const TENS = new RegExp(`\\b${ONES} puluh(?: ${ONES})?\\b`, 'g')
const TEENS = new RegExp(`\\b${ONES} belas\\b`, 'g')
const SINGLE = new RegExp(`\\b${ONES}\\b`, 'g')

/** Number words up to 99 as digits: `dua puluh tiga` → `23`, `sebelas` → `11`. */
export function numeralsToDigits(text: string): string {
  const value = (word: string | undefined) => (word ? DIGITS.indexOf(word) : 0)
  return text
    .replace(TENS, (_, tens, ones) => String(value(tens) * 10 + value(ones)))
    .replace(TEENS, (_, ones) => String(10 + value(ones)))
    .replace(/\bsepuluh\b/g, '10')
    .replace(/\bsebelas\b/g, '11')
    .replace(SINGLE, (_, ones) => String(value(ones)))
}
