import { addDays } from './calendar.ts'
import { weekdayNumber } from './weekday.ts'
import { DATE_PHRASES, MONTH_NUMBERS, RELATIVE_DAYS, WEEKDAY_NUMBERS } from './vocabulary.ts'
import { foldText } from '../words/fold.ts'
import { numeralsToDigits } from '../words/numerals.ts'
import { parseDayOfMonth, type ParsedDate, type DateInput } from './day-of-month.ts'

/** Dates as people write them, relative to a day in the office's zone (`dayIn`). Days are `YYYY-MM-DD`. */

const notADate = { day: null, reason: 'not-a-date' } as const

/** Reads one date: `besok`, `lusa`, `23 nov`, `23/11`, `tgl 23`, `senin depan`, `3 hari lagi`, `next monday`, `2026-11-23`. */
export function parseDate(text: string, today: string, near: 'future' | 'past' = 'future'): ParsedDate {
  const said = { words: tokenizeDate(text), today, near }
  const [weekday, ...otherWeekdays] = said.words.flatMap((word) => WEEKDAY_NUMBERS.get(word) ?? [])
  const read = relative(said) ?? parseDayOfMonth(said)
  if (read === null)
    return weekday === undefined || otherWeekdays.length > 0 ? withoutDay(said) : byWeekday(said, weekday)
  if (read.day === null || weekday === undefined) return read
  return weekday === weekdayNumber(read.day)
    ? { day: read.day, certain: true }
    : { day: null, reason: 'weekday-differs' }
}

/** Small letters, digits apart from letters, number words as digits, no marks. */
export function tokenizeDate(text: string): readonly string[] {
  let plain = foldText(text)
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, '$1$2 ')
    .replace(/[^a-z0-9]+/g, ' ')
    // "dua kali", "3 x": how often, and no day
    .replace(/\b\w+ (?:kali|x|times)\b/g, ' ')
    .trim()
  for (const [words, joined] of DATE_PHRASES) plain = plain.replace(words, joined)
  return numeralsToDigits(plain).split(' ').filter(Boolean)
}

/** "Senin kemarin" and "tgl 12 kemarin" name another day than yesterday. */
function namesDay(words: readonly string[]): boolean {
  return words.some(
    (word, at) =>
      WEEKDAY_NUMBERS.has(word) ||
      MONTH_NUMBERS.has(word) ||
      (/^(?:tgl|tanggal|tggl|tgal)$/.test(word) && /^\d{1,2}$/.test(words[at + 1] ?? '')),
  )
}

const AHEAD =
  /(?:^| )(\d{1,3}|se) ?(hari|hr|days?|minggu|mgg|pekan|weeks?) (?:lagi|kedepan|ke depan|from now)(?: |$)/
const AGO =
  /(?:^| )(\d{1,3}|se) ?(hari|hr|days?|minggu|mgg|pekan|weeks?) (?:yang |yg )?(?:lalu|lepas|ago)(?: |$)/

/** `besok`, `3 hari lagi`, `3 hari yang lalu`, `in 2 weeks`. */
function relative({ words, today }: DateInput): ParsedDate | null {
  const named = words.flatMap((word) => RELATIVE_DAYS.get(word) ?? [])
  const [away, ...more] = named.includes(-1) && namesDay(words) ? [] : named
  if (away !== undefined && more.length === 0) return { day: addDays(today, away), certain: true }
  const text = words.join(' ')
  const ago = AGO.exec(text)
  const [, amount, unit] =
    ago ?? AHEAD.exec(text) ?? /(?:^| )in (\d{1,3}|a) (days?|weeks?)(?: |$)/.exec(text) ?? []
  if (unit === undefined) return null
  const count = Number(amount) || 1
  const inWeeks = /^(?:minggu|mgg|pekan|week)/.test(unit)
  const days = inWeeks ? count * 7 : count
  return { day: addDays(today, ago ? -days : days), certain: true }
}

/** `senin` = the next one; `senin depan` = that of next week. Said late in a week, both may be the same day. */
function byWeekday({ words, today, near }: DateInput, wanted: number): ParsedDate {
  const text = words.join(' ')
  const away = (wanted - weekdayNumber(today) + 7) % 7
  if (/\b(?:depan|dpn|next)\b/.test(text)) {
    const day = addDays(today, 7 - weekdayNumber(today) + wanted)
    return { day, certain: day === addDays(today, away === 0 ? 7 : away) }
  }
  if (/\b(?:lalu|kemar[ie]n|kmrn|last)\b/.test(text) || near === 'past')
    return { day: addDays(today, away === 0 ? -7 : away - 7), certain: true }
  return { day: addDays(today, away), certain: away !== 0 }
}

/** Words of time without a day: `minggu depan`, `desember`, `bulan depan`. */
function withoutDay({ words }: DateInput): ParsedDate {
  const text = words.join(' ')
  const isOpen =
    words.some((word) => MONTH_NUMBERS.has(word)) ||
    /\b(?:minggu|mgg|pekan|week|bulan|bln|month|weekend)\b/.test(text)
  return isOpen ? { day: null, reason: 'which-day' } : notADate
}
