import { tokenizeDate, parseDate } from './parse.ts'
import { MONTH_NUMBERS } from './vocabulary.ts'
import { isoDay } from './calendar.ts'

/** Birth dates and ages. Only the band of an age is ever kept. Days are `YYYY-MM-DD`. */

type ParsedBirthDate =
  | { readonly day: string }
  | { readonly day: null; readonly reason: 'not-a-date' | 'impossible' | 'no-year' | 'future' | 'too-old' }

const OLDEST_YEARS = 120

/** Reads a birth date: `12 mei 1990`, `12-05-90`, `120590`, `1990-05-12`. The year has to be there. */
export function parseBirthDate(text: string, today: string): ParsedBirthDate {
  const read = parseDate(text, today, 'past')
  if (read.day === null)
    return { day: null, reason: read.reason === 'impossible' ? 'impossible' : 'not-a-date' }
  const year = yearIn(text)
  if (year === null) return { day: null, reason: 'no-year' }
  const day = year.length === 4 ? read.day : inCentury(read.day, today)
  if (day === null) return { day: null, reason: 'impossible' }
  if (day > today) return { day: null, reason: 'future' }
  return ageOn(day, today) > OLDEST_YEARS ? { day: null, reason: 'too-old' } : { day }
}

/** The year as typed: four digits, or the last two of a date that has all three parts. */
function yearIn(text: string): string | null {
  const words = tokenizeDate(text)
  const numbers = words.filter((word) => /^\d+$/.test(word))
  const four = numbers.map((number) => /^(?:\d{4})?((?:18|19|20|21)\d\d)$/.exec(number)?.[1]).find(Boolean)
  if (four) return four
  if (numbers.length === 1) return /^\d{4}(\d\d)$/.exec(numbers.join(''))?.[1] ?? null
  const isWhole =
    numbers.length === 3 || (numbers.length === 2 && words.some((word) => MONTH_NUMBERS.has(word)))
  return isWhole ? (numbers.at(-1) ?? null) : null
}

/** Two figures of a year: this century if that is past, else the one before. */
function inCentury(day: string, today: string): string | null {
  const late = 2000 + Number(day.slice(2, 4))
  const year = `${late}${day.slice(4)}` <= today ? late : late - 100
  return isoDay(year, Number(day.slice(5, 7)), Number(day.slice(8)))
}

/** Whole years of age on a day. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

const YEARS = 'tahun|taun|thn|th|years?|yrs?|yo'
const MONTHS = 'bulan|bln|months?|mo'
const AGE = new RegExp(
  `(?:^| )(\\d{1,3})(?: (?:setengah|koma \\d))?(?: (${YEARS}|${MONTHS}|minggu|mgg|weeks?|hari|hr|days?))?(?: (?:setengah|\\d{1,2} (?:${MONTHS})))?(?: |$)`,
)

/** An age as people say it: `5 tahun`, `umur 63`, `8 bulan`, `2 thn 3 bln`, `3,5 tahun`, `5 years`; null when it is none. */
export function parseAge(text: string): number | null {
  const halves = text.replace(/(\d)[,.](\d)(?!\d)/g, '$1 koma $2')
  const words = tokenizeDate(halves)
    .join(' ')
    .replace(/\bse(?=tahun|taun|bulan)/g, '1 ')
    .replace(/(\d)(?:an|nan)\b/g, '$1')
  const match = AGE.exec(words)
  const numbers = words.match(/\d+/g) ?? []
  if (!match || numbers.length > (match[0].match(/\d+/g) ?? []).length) return null
  const years = Math.floor(Number(match[1]) / perYear(match[2] ?? ''))
  return years <= OLDEST_YEARS ? years : null
}

/** How many of a unit of time make a year; a number without one counts years. */
function perYear(unit: string): number {
  if (/^(?:bulan|bln|mo)/.test(unit)) return 12
  if (/^(?:minggu|mgg|week)/.test(unit)) return 52
  return /^(?:hari|hr|day)/.test(unit) ? 365 : 1
}

/** What is remembered of an age; the limits are facts of the answer library. */
export type AgeBand = 'toddler' | 'child' | 'adult' | 'elderly'

/** Ages at which bands change: a toddler up to and with `toddler`, grown up from `adult`, elderly from `elderly`. */
export interface AgeBandLimits {
  readonly toddler: number
  readonly adult: number
  readonly elderly: number
}

/** The band of an age; the only thing of it that is remembered. */
export function ageBand(years: number, limits: AgeBandLimits): AgeBand {
  if (years >= limits.elderly) return 'elderly'
  if (years >= limits.adult) return 'adult'
  return years <= limits.toddler ? 'toddler' : 'child'
}
