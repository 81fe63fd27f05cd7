import { wordCount } from '../../messages/text.ts'
import { ageOn, parseAge, parseBirthDate } from '../../dates/birth.ts'
import { numeralsToDigits } from '../../words/numerals.ts'
import { MAX_PHRASE_LENGTH, normalise } from '../normalise.ts'
import { matchFirst, type PatternTable } from '../patterns.ts'
import { readYear } from './year.ts'

/** An age, as well as a person tells it. It is used and forgotten: only its band is ever kept. */

/** Whole years, both ends part of it; null is open ("60 ke atas"). */
interface AgeRange {
  readonly from: number
  readonly to: number | null
}

/** The age where it is told outright (whole years, months rounded down); null for "under 2" or "kelas 3 SD", which leave it open. */
export function readAge(text: string, today?: string): number | null {
  const range = readAgeRange(text, today)
  return range && range.from === range.to ? range.from : null
}

/** All ages the words allow: `under 2` is 0 to 1, `kelas 3 SD` 8 to 10. With `today` (`YYYY-MM-DD`) a birth date or year counts too. */
export function readAgeRange(text: string, today?: string): AgeRange | null {
  if (text.length > MAX_PHRASE_LENGTH) return null
  const said = ageWords(text)
  if (NO_AGE.test(said)) return null
  return atSchool(said) ?? (today ? bornOn(text, said, today) : null) ?? bounded(said) ?? told(said)
}

const ENGLISH = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

function ageWords(text: string): string {
  const decimals = text
    .replace(/(\d)\s?[,.]\s?(\d)(?!\d)/g, '$1 koma $2')
    .replace(/<\s*(?=\d)/g, ' kurang dari ')
  const whole = decimals.replace(/(\d)\s?\+/g, '$1 ke atas').replace(/>\s*(?=\d)/g, ' lebih dari ')
  return numeralsToDigits(normalise(whole))
    .split(' ')
    .map((word) => (ENGLISH.includes(word) ? String(ENGLISH.indexOf(word)) : word))
    .join(' ')
    .replace(/(\d)(?=[a-z])/g, '$1 ')
    .replace(/\b(\d{1,3}) (?:se)?(?:tengah|stengah|half)\b/g, '$1 setengah')
    .replace(/\bsetengah (?:tahun|taun)\b/g, '6 bulan')
    .replace(/\b(\d{1,3}) 6 bulan\b/g, '$1 tahun 6 bulan')
}

/** Money, hours, how many people, what was long ago, how long a book is valid. */
const NO_AGE =
  /\b(?:rp|ribu|rb|juta|jt|jam|nomor|no|orang|pilih|yang ke|rt|rw|lalu|lagi|ago|berlaku|masa)\b|\b\d+ (?:anak|k|kali|x|paspor)\b/

/** First years of school by kind, in years of age; the class adds to them. A pupil may be a year younger or older. */
const SCHOOLS: PatternTable<'nursery' | 'kindergarten' | 'primary' | 'junior' | 'senior'> = [
  ['nursery', /\b(?:paud|playgroup)\b/],
  ['kindergarten', /\b(?:tk|kindergarten)\b/],
  ['primary', /\b(?:sd|mi|sekolah dasar|primary)\b/],
  ['junior', /\b(?:smp|mts|slp)\b/],
  ['senior', /\b(?:sma|smk|smu|man|aliyah)\b/],
]
const SCHOOL_AGES = {
  nursery: [2, 5],
  kindergarten: [4, 6],
  primary: [6, 13],
  junior: [11, 16],
  senior: [14, 19],
} as const
const FIRST_CLASS = { nursery: 0, kindergarten: 0, primary: 6, junior: 12, senior: 15 } as const
const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
  ix: 9,
  x: 10,
  xi: 11,
  xii: 12,
}

/** A pupil's class leaves three years open; the school alone all of its own. */
function atSchool(said: string): AgeRange | null {
  const [, typed] = /\b(?:kelas|kls|klas|grade|kelase) (\d{1,2}|[ivx]+)\b/.exec(said) ?? []
  const grade = Number(ROMAN[typed ?? ''] ?? typed ?? 0)
  const school = matchFirst(SCHOOLS, said)
  if (grade === 0) {
    if (!school || /\b(?:umur|usia|\d+ (?:tahun|taun))\b/.test(said)) return null
    return { from: SCHOOL_AGES[school][0], to: SCHOOL_AGES[school][1] }
  }
  if (grade > 12) return null
  // classes 7 to 12 count on from primary school
  const before = school && grade <= 3 ? FIRST_CLASS[school] : 6
  const from = before + grade - 1
  return { from, to: from + 2 }
}

/** "lahir 2019" leaves two ages open, a whole date none. */
function bornOn(text: string, said: string, today: string): AgeRange | null {
  const birth = parseBirthDate(text, today)
  if (birth.day !== null) return exactly(ageOn(birth.day, today))
  const isYear = /^(?:tahun )?(?:19|20)\d\d$/.test(said)
  if (!isYear && !/\b(?:lahir|lahiran|kelahiran|born)\b/.test(said)) return null
  const year = readYear(text, today)
  const now = Number(today.slice(0, 4))
  if (!year || year.from === null || year.to === null || year.to > now) return null
  return { from: Math.max(0, now - year.to - 1), to: now - year.from }
}

const BELOW =
  /\b(?:under|below|less than|di ?bawah|kurang dari|belum(?: ada| genap| sampai)?|not yet) (?:umur |usia )?(\d{1,3})\b/
const NEARLY =
  /\b(?:hampir|nyaris|jalan|menuju|menjelang|otw|almost|nearly|meh) (?:umur |usia )?(\d{1,3})\b(?! (?:bulan|bln))/
const UP =
  /\b(\d{1,3})(?: (?:tahun|taun))? (?:ke ?atas|keatas|plus|and over|and up)\b|\b(?:minimal|at least) (\d{1,3})\b/
const ABOVE = /\b(?:di ?atas|lebih dari|over|above|lewat|more than) (?:umur |usia )?(\d{1,3})\b/
const ABOUT =
  /\b(?:kira kira|kira|sekitar|kurang lebih|about|around|paling|mungkin) (?:umur |usia )?(\d{1,3})(?! (?:bulan|bln))\b|\b(\d{2}) (?:tahun|taun)?an\b/
const BETWEEN =
  /\b(\d{1,3})(?: (?:tahun|taun))? (?:sampai|sampe|atau|or|to) (\d{1,3})\b|\bantara (\d{1,3}) (?:dan |sama )?(\d{1,3})\b/

function bounded(said: string): AgeRange | null {
  const [, low = '', high = '', left = '', right = ''] = BETWEEN.exec(said) ?? []
  const [from, to] = [Number(low || left), Number(high || right)]
  if (to > from) return { from, to }
  const below = numberIn(BELOW, said)
  if (below) return { from: 0, to: below - 1 }
  const nearly = numberIn(NEARLY, said)
  if (nearly) return exactly(nearly - 1)
  const up = numberIn(UP, said)
  if (up) return { from: up, to: null }
  const above = numberIn(ABOVE, said)
  if (above) return { from: above, to: null }
  const about = numberIn(ABOUT, said)
  return about === null ? null : { from: Math.max(0, about - 1), to: about + 1 }
}

function numberIn(pattern: RegExp, said: string): number | null {
  const [, first, second] = pattern.exec(said) ?? []
  const number = Number(first ?? second)
  return Number.isNaN(number) || number > 120 ? null : number
}

const NEWBORN =
  /\b(?:baru|barusan|nembe|just) (?:lahir|brojol|born|lahiran)\b|\bnew ?born\b|\b(?:hari|minggu) (?:umurnya|usianya)\b/
/** Other numbers beside it would be another person's age, or no age. */
const WORDS = 8

function told(said: string): AgeRange | null {
  if (NEWBORN.test(said)) return exactly(0)
  if (wordCount(said) > WORDS) return null
  const years = parseAge(said.replace(/\blebih\b/g, ' '))
  return years === null ? null : exactly(years)
}

function exactly(years: number): AgeRange {
  return { from: years, to: years }
}
