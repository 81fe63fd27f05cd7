import { parseBirthDate } from '../../dates/birth.ts'
import { numeralsToDigits } from '../../words/numerals.ts'
import { MAX_PHRASE_LENGTH, normalise } from '../normalise.ts'

/** The year of something, as well as a person knows it. */

/** Both ends are part of it; null is open. */
interface YearRange {
  readonly from: number | null
  readonly to: number | null
}

/** A year in two figures may lie this far ahead: the end of a passport (years). */
const AHEAD = 10
/** "Kira kira 2013" may be a year off (years). */
const ABOUT = 1

/** Reads a year of a short message, relative to a day `YYYY-MM-DD`: `2007`, `sebelum 2009`, `th 09`, `10 tahun lalu`, `90an`. */
export function readYear(text: string, today: string): YearRange | null {
  if (text.length > MAX_PHRASE_LENGTH) return null
  const said = yearWords(text)
  const now = Number(today.slice(0, 4))
  return relativeYear(said, today) ?? decade(said, now) ?? namedYears(said, now) ?? yearOfDate(text, today)
}

/** The words with years in figures: short years after "tahun" in four, those that are denied left out. */
function yearWords(text: string): string {
  const marked = text
    .replace(/['’‘`´](\d\d)\b/g, ' tahun $1 ')
    .replace(/(\d\d)\s?['’-]\s?an\b/gi, '$1an')
    .replace(/s\s?\/\s?d\b/gi, ' sampai ')
  return numeralsToDigits(
    normalise(marked)
      .replace(/\b(?:nol|kosong|zero)\b/g, '0')
      .replace(/\bth\b/g, 'tahun')
      .replace(/\btahun(?=\d)/g, 'tahun ')
      .replace(/\bsetahun\b/g, '1 tahun'),
  )
    .replace(/\b(\d) (\d) (\d) (\d)\b/g, '$1$2$3$4')
    .replace(/\b20 (\d\d)\b/g, '20$1')
    .replace(/\b2000 0 (\d)\b/g, '200$1')
    .replace(/\b190(\d) (\d)\b/g, '19$1$2')
    .replace(/\btahun (\d) (\d)\b/g, 'tahun $1$2')
    .replace(/\b2 ribuan\b/g, '2000an')
    .replace(/\b(\d) puluhan\b/g, '$10an')
    .replace(/\b(?:bukan|tidak) (?:tahun )?\d{2,4}\b/g, ' ')
}

const LESS = '(?:kurang dari|belum (?:ada )?|less than)'
const MORE = '(?:lebih dari|over|more than|ada)'
const ABOUT_WORDS =
  /\b(?:kira|kira kira|kirakira|kiro|sekitar|sekitaran|sekitarnya|kurang lebih|lebih kurang|around|about|circa|mungkin|kayaknya|kyknya|kyk|kayanya|kynya|sepertinya|(?:kalau|kalo|kl|klo) tidak salah|perkiraan|antara)\b/
const AGO = new RegExp(
  `\\b(?:(${LESS}|${MORE}) )?(\\d{1,3}) ?(tahun|bulan|bln|minggu|hari|years?|months?)(an)?( lebih)? (?:yang )?(?:lalu|silam|kemarin|ago|lepas|kepungkur)\\b`,
)

/** "10 tahun lalu", "tahun kemarin", "2 tahun lagi". */
function relativeYear(said: string, today: string): YearRange | null {
  const now = Number(today.slice(0, 4))
  const ago = AGO.exec(said)
  if (ago) return yearAgo(ago, ABOUT_WORDS.test(said), today)
  const [, since, longer] = /\bsudah (?:ada )?(\d{1,2}) tahun(an| lebih)?$/.exec(said) ?? []
  if (since)
    return {
      from: longer === ' lebih' ? null : now - Number(since) - (longer ? ABOUT : 0),
      to: now - Number(since) + (longer === 'an' ? ABOUT : 0),
    }
  const [, ahead] = /\b(\d{1,2}) (?:tahun|years?) lagi\b/.exec(said) ?? []
  if (ahead) return exactly(now + Number(ahead))
  if (/\b(?:tahun (?:yang )?(?:lalu|kemarin|kemaren)|last year|taun wingi)\b/.test(said))
    return exactly(now - 1)
  if (/\b(?:tahun ini|this year|barusan|baru saja|kemarin|minggu lalu)\b/.test(said) && !/\d{4}/.test(said))
    return exactly(now)
  if (/\btahun depan\b|\bnext year\b/.test(said)) return exactly(now + 1)
  return /\bbulan (?:yang )?(?:lalu|kemarin)\b|\blast month\b/.test(said)
    ? exactly(monthsAgo(1, today))
    : null
}

function yearAgo([, bound = '', count, unit = '', an, more]: RegExpExecArray, about: boolean, today: string) {
  const inYears = /^(?:tahun|year)/.test(unit)
  const perMonth = unit === 'hari' ? 30 : unit === 'minggu' ? 4 : 1
  const year = inYears
    ? Number(today.slice(0, 4)) - Number(count)
    : monthsAgo(Math.floor(Number(count) / perMonth), today)
  if (new RegExp(`^${LESS}`).test(bound)) return { from: year, to: null }
  if (more || /^(?:lebih dari|over|more)/.test(bound)) return { from: null, to: year }
  return about || an ? around(year) : exactly(year)
}

function monthsAgo(months: number, today: string): number {
  const all = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - months
  return Math.floor(all / 12)
}

/** "90an", "2000an", "akhir 80an"; a year that ends otherwise ("2013an") is about that year. */
function decade(said: string, now: number): YearRange | null {
  const [, early, digits = '', an] =
    /(?:\b(awal|akhir|pertengahan) )?(?:tahun )?\b((?:19|20)\d\d|\d\d) ?(an)\b/.exec(said) ?? []
  if (!an) return null
  const year = fullYear(digits, now)
  if (year % 10 !== 0) return around(year)
  if (early === 'awal') return { from: year, to: year + 3 }
  return {
    from: early === 'akhir' ? year + 7 : early ? year + 4 : year,
    to: early === 'pertengahan' ? year + 6 : year + 9,
  }
}

const YEAR = '(?:tahun |thun )?((?:19|20)\\d\\d)'
const BEFORE = new RegExp(
  `\\b(?:sebelum|sblm|seblum|sebelom|before|di bawah|dibawah|sakdurunge) (?:\\w+ )?${YEAR}\\b`,
)
const UNTIL = new RegExp(`\\b(?:sampai|sampe|hingga|until|till|paling lambat|maksimal|up to) ${YEAR}\\b`)
const AFTER = new RegExp(
  `\\b(?:sesudah|stlh|setelah|sudah lewat|lewat|after|di atas|diatas|sakwise) (?:\\w+ )?${YEAR}\\b`,
)
const SINCE = new RegExp(`\\b(?:sejak|semenjak|dari|mulai|since|from|paling cepat) ${YEAR}\\b`)
const UP = new RegExp(`\\b${YEAR} (?:ke ?atas|keatas|and later|ke sini|kesini)\\b`)
const DOWN = new RegExp(`\\b${YEAR} (?:ke ?bawah|kebawah|and earlier)\\b`)

/** Years in figures, with what is said around them. */
function namedYears(said: string, now: number): YearRange | null {
  const whole = withCentury(said, now)
  const years = [
    ...whole.matchAll(
      /(?<!\b(?:rp|idr|jam|no|nomor|kode) )\b((?:19|20)\d\d)\b(?! (?:rupiah|ribu|rb|orang|perak))/g,
    ),
  ].map(([, year]) => Number(year))
  const [year] = years
  if (year === undefined || years.length > 3) return null
  const low = Math.min(...years)
  const high = Math.max(...years)
  if (low !== high) return { from: low, to: high }
  if (BEFORE.test(whole)) return { from: null, to: year - 1 }
  if (AFTER.test(whole)) return { from: year + 1, to: null }
  if (UNTIL.test(whole) || DOWN.test(whole)) return { from: null, to: year }
  if (SINCE.test(whole) || UP.test(whole)) return { from: year, to: null }
  return ABOUT_WORDS.test(whole) ? around(year) : exactly(year)
}

/** Years in two figures that say so ("tahun 15", "angkatan 07"), or can be nothing else ("98", "09"). */
function withCentury(said: string, now: number): string {
  const whole = said.replace(
    /\b(tahun|angkatan|lulusan|keluaran|since|year) (\d\d)\b(?! (?:tahun|bulan|hari|orang|ribu|rb|juta))/g,
    (_, mark: string, digits: string) => `${mark} ${fullYear(digits, now)}`,
  )
  return whole.replace(
    /(?:^|\b(?:jaman|jamannya|zaman|era|waktu|pas)\b.* )(0\d|[6-9]\d)$|\b(sebelum|sesudah|setelah|sejak|before|after) (0\d|[1-9]\d)$/,
    (_, alone, mark, after) => (alone ? String(fullYear(alone, now)) : `${mark} ${fullYear(after, now)}`),
  )
}

/** "12-05-15": the year of a whole date. */
function yearOfDate(text: string, today: string): YearRange | null {
  const { day } = parseBirthDate(text, today)
  return day === null ? null : exactly(Number(day.slice(0, 4)))
}

function fullYear(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits)
  const late = Math.floor(now / 100) * 100 + Number(digits)
  return late <= now + AHEAD ? late : late - 100
}

function exactly(year: number): YearRange {
  return { from: year, to: year }
}

function around(year: number): YearRange {
  return { from: year - ABOUT, to: year + ABOUT }
}
