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

/** Forms of the digits at home: Javanese, Sundanese, Malay of the east; only those that mean nothing else. */
const REGIONAL = namesByForm({
  satu: 'siji hiji',
  dua: 'loro',
  tiga: 'telu tilu tolu',
  empat: 'papat opat ampat',
  lima: 'limo',
  enam: 'enem',
  tujuh: 'pitu tuju',
  delapan: 'wolu dalapan',
  sembilan: 'songo sanga',
})

const DIGIT = `(?:${[...DIGITS.slice(1), ...REGIONAL.keys()].join('|')})`
const UNIT = '(?:puluh|belas|ratus|ribu|juta)'
/** Words written together: `enampuluh`, `duaratus`. */
const JOINED = new RegExp(`\\b(${DIGIT}|se)(${UNIT})(?=${DIGIT}|${UNIT}|\\b)`, 'g')
const BELOW_100 = `(?:${DIGIT} puluh(?: ${DIGIT})?|${DIGIT} belas|${DIGIT})`
const BELOW_1000 = `(?:${DIGIT} ratus(?: ${BELOW_100})?|${BELOW_100})`
const BELOW_MILLION = `(?:${BELOW_1000} ribu(?: ${BELOW_1000})?|${BELOW_1000})`
const NUMERAL = new RegExp(`\\b(?:${BELOW_1000} juta(?: ${BELOW_MILLION})?|${BELOW_MILLION})\\b`, 'g')

/** Number words as digits: `dua puluh tiga` → `23`, `dua ribu sembilan` → `2009`, `sejuta` → `1000000`. */
export function numeralsToDigits(text: string): string {
  return text
    .replace(JOINED, (_, digit: string, unit: string) => `${digit === 'se' ? 'satu' : digit} ${unit} `)
    .replace(/ {2,}/g, ' ')
    .replace(NUMERAL, (words) => String(valueOf(words.split(' '))))
    .trimEnd()
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ['ribu', 1_000],
  ['juta', 1_000_000],
])

/** The value of a well-formed numeral. */
function valueOf(words: readonly string[]): number {
  let whole = 0
  let part = 0
  let digit = 0
  for (const word of words) {
    const scale = SCALES.get(word)
    if (scale) whole += (part + digit) * scale
    if (word === 'ratus') part += digit * 100
    if (word === 'puluh') part += digit * 10
    if (word === 'belas') part += digit + 10
    if (scale) part = 0
    const value = digitOf(REGIONAL.get(word) ?? word)
    digit = value ?? 0
  }
  return whole + part + digit
}
