import { foldText } from '../../words/fold.ts'
import { numeralsToDigits } from '../../words/numerals.ts'
import { MAX_PHRASE_LENGTH } from '../normalise.ts'

/** Sums of money as people type them. */

/** Less is no sum here (rupiah). */
const LEAST = 1_000
/** More is an identity, telephone or application number (rupiah). */
const MOST = 999_999_999

const THOUSAND = 'ribu|rebu|rbu|rb|ewu|k'
const MILLION = 'juta|jt|jeti'
const COUNTED = '(?:tahun|thn|taun|th|bulan|hari|jam|orang|anak|lembar|kali|minggu|menit)'
const SUM = new RegExp(
  `(?<![\\d.,/-])(rp ?|idr ?)?(\\d+(?:[.,]\\d+)*)(?: ?(${THOUSAND}|${MILLION})(?:an)?)?(?: ?(setengah|\\d{1,3}(?!\\d| ?${COUNTED}))(?: ?(${THOUSAND}))?)?(?![\\d/])(?!-\\d)(?: ?(${COUNTED}))?`,
  'g',
)

/** The one sum a short message names, in whole rupiah: `350rb`, `1,5 juta`, `Rp 650.000`, `satu juta lima ratus`; null where none or several are. */
export function readRupiah(text: string): number | null {
  if (text.length > MAX_PHRASE_LENGTH) return null
  const found = [...moneyWords(text).matchAll(SUM)].flatMap((match) => sumIn(match) ?? [])
  const [sum, ...others] = new Set(found)
  return sum === undefined || others.length > 0 ? null : sum
}

/** Number words as digits; dots and commas stay, for they divide. */
function moneyWords(text: string): string {
  const words = foldText(text)
    .replace(/[^a-z0-9.,/-]+/g, ' ')
    .replace(/,-|\.-|,00\b(?!\d)/g, ' ')
    .replace(/\brp\.? ?/g, 'rp ')
    .replace(/\b(satu|dua|tiga|empat|lima|\d) setengah (?:juta|jt)\b/g, '$1 juta 500 ribu')
    .replace(/\b(?:setengah|stengah) (?:juta|jt)\b/g, '500 ribu')
    .replace(/\bcepek\b/g, '100')
    .replace(/\bgopek\b/g, '500 ribu')
    .replace(/\bsejeti\b/g, '1 juta')
    .replace(/\b(\w+ juta) setengah\b/g, '$1 500 ribu')
    .replace(/\bsejutaan\b/g, 'sejuta')
    .replace(/ribuan\b/g, 'ribu')
  return numeralsToDigits(words)
}

/** One sum. "350.000" counts in dots, "1,5 juta" has a part; what follows the millions are thousands. */
function sumIn([, sign, number = '', scale, rest, restScale, thing]: RegExpExecArray): number | null {
  if (thing !== undefined) return null
  // "satu juta 500": the words have become 1000000 by now
  const [factor, value] = /^\d{1,3}0{6}$/.test(number)
    ? [1_000_000, Number(number) / 1_000_000]
    : [factorOf(scale), scale === undefined ? wholeNumber(number) : partedNumber(number)]
  if (value === null) return null
  const sum = Math.round(value * factor) + remainder(factor, rest, restScale)
  const isOther = factor === 1 && (rest !== undefined || number.startsWith('0') || (!sign && isYear(number)))
  return isOther || sum < LEAST || sum > MOST ? null : inThousands(sum)
}

/** "Satu juta lima ratus" leaves the thousands unsaid. */
function inThousands(sum: number): number {
  const rest = sum % 1_000_000
  return sum > 1_000_000 && rest < 1_000 ? sum - rest + rest * 1_000 : sum
}

function factorOf(scale: string | undefined): number {
  if (scale === undefined) return 1
  return new RegExp(`^(?:${MILLION})$`).test(scale) ? 1_000_000 : 1_000
}

/** "1 juta 500", "1 juta 500 ribu", "2 juta setengah". */
function remainder(factor: number, rest: string | undefined, scale: string | undefined): number {
  if (rest === undefined || factor === 1) return 0
  if (rest === 'setengah') return factor / 2
  return factor === 1_000_000 || scale ? Number(rest) * 1_000 : Number(rest)
}

/** Groups of three: `650.000`, `1,650,000`; a number without marks as it is. */
function wholeNumber(typed: string): number | null {
  if (/^\d+$/.test(typed)) return Number(typed)
  return /^\d{1,3}(?:[.,]\d{3})+$/.test(typed) ? Number(typed.replace(/[.,]/g, '')) : null
}

/** Before "juta" and "ribu" a mark is the decimal one: `1,5`, `1.65`. */
function partedNumber(typed: string): number | null {
  const value = Number(typed.replace(',', '.'))
  return Number.isNaN(value) ? null : value
}

/** "2015" alone. */
function isYear(number: string): boolean {
  return /^(?:19|20)\d\d$/.test(number)
}
