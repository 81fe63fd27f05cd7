import { isoDay } from './calendar.ts'
import { MONTH_NUMBERS } from './vocabulary.ts'

/** Dates with a day of the month: `23 nov 2026`, `nov 23`, `23/11`, `2026-11-23`, `tgl 23`. Days are `YYYY-MM-DD`. */

export type ParsedDate =
  /** `certain` is false where another reading was possible: read it back and ask. */
  { readonly day: string; readonly certain: boolean } | { readonly day: null; readonly reason: DateError }

type DateError =
  | 'not-a-date'
  /** 31 February. */
  | 'impossible'
  /** "minggu depan" is a week, "desember" a month. */
  | 'which-day'
  /** "Senin 24 November" when the 24th is a Tuesday. */
  | 'weekday-differs'

/** What one message says of a date. */
export interface DateInput {
  readonly words: readonly string[]
  readonly today: string
  /** Dates without a year lie ahead (a visit) or behind (an interview). */
  readonly near: 'future' | 'past'
}

const impossible = { day: null, reason: 'impossible' } as const

/** A date with a day of the month: `23 nov 2026`, `nov 23`, `23/11`, `2026-11-23`, `tgl 23`, `23 bulan depan`. */
export function parseDayOfMonth(said: DateInput): ParsedDate | null {
  const [month, ...otherMonths] = said.words.flatMap((word) => MONTH_NUMBERS.get(word) ?? [])
  const numbers = said.words.filter((word) => /^\d+$/.test(word))
  const [first, second, third, ...more] = numbers
  if (otherMonths.length > 0 || more.length > 0) return null
  if (month !== undefined) return withMonthName(said, month, numbers)
  if (first === undefined) return null
  if (second === undefined) return oneNumber(said, first)
  if (third === undefined) return twoNumbers(said, Number(first), Number(second))
  return threeNumbers(first, second, third)
}

function withMonthName(said: DateInput, month: number, numbers: readonly string[]): ParsedDate | null {
  const [year, ...otherYears] = numbers.filter((number) => number.length === 4)
  const [day, shortYear, ...more] = numbers.filter((number) => number.length <= 2)
  if (day === undefined || otherYears.length > 0 || more.length > 0) return null
  if (shortYear !== undefined) return onDay(fullYear(shortYear), month, Number(day))
  return year === undefined ? nearestYear(said, month, Number(day)) : onDay(Number(year), month, Number(day))
}

function threeNumbers(first: string, second: string, third: string): ParsedDate | null {
  if (first.length === 4) return onDay(Number(first), Number(second), Number(third))
  if (third.length !== 4 && third.length !== 2) return null
  return dayFirst(fullYear(third), Number(first), Number(second))
}

function twoNumbers(said: DateInput, day: number, month: number): ParsedDate {
  const straight = nearestYear(said, month, day)
  if (straight.day !== null || month <= 12) return straight
  const turned = nearestYear(said, day, month)
  return turned.day === null ? impossible : { day: turned.day, certain: false }
}

/** Day before month, as written here; the American order only where the other is impossible, and never as certain. */
function dayFirst(year: number, day: number, month: number): ParsedDate {
  if (month <= 12 || day > 12) return onDay(year, month, day)
  const turned = onDay(year, day, month)
  return turned.day === null ? impossible : { day: turned.day, certain: false }
}

/** `tgl 23`, `23 bulan depan`; also run together: `23112026`, `231126`. */
function oneNumber(said: DateInput, number: string): ParsedDate | null {
  const [, day, month, year] = /^(\d\d)(\d\d)(\d{4}|\d\d)$/.exec(number) ?? []
  if (year !== undefined) return onDay(fullYear(year), Number(month), Number(day))
  if (number.length > 2 || Number(number) < 1 || Number(number) > 31)
    return number.length > 2 ? null : impossible
  const text = said.words.join(' ')
  const step = said.near === 'future' ? 1 : -1
  const isNext = /\b(?:bulan|bln) depan\b|\bnext month\b/.test(text)
  const isThis = /\b(?:bulan|bln) ini\b|\bthis month\b/.test(text)
  if (isNext || isThis) return inMonth(said.today, isNext ? 1 : 0, Number(number))
  // the nearest month that has such a day: "tgl 31" said in November is a day in December
  const months = [0, 1, 2].map((away) => inMonth(said.today, away * step, Number(number)))
  return months.find(({ day }) => day !== null && isAhead(said, day)) ?? impossible
}

function inMonth(today: string, away: number, day: number): ParsedDate {
  const first = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 + away, 1))
  return onDay(first.getUTCFullYear(), first.getUTCMonth() + 1, day)
}

/** This year's date, or next (last) year's when it would lie on the wrong side of today. */
function nearestYear(said: DateInput, month: number, day: number): ParsedDate {
  const year = Number(said.today.slice(0, 4))
  const step = said.near === 'future' ? 1 : -1
  // leap days may be up to eight years away
  const reads = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((away) => onDay(year + away * step, month, day))
  return reads.find((read) => read.day !== null && isAhead(said, read.day)) ?? impossible
}

function isAhead({ today, near }: DateInput, day: string): boolean {
  return near === 'future' ? day >= today : day <= today
}

function onDay(year: number, month: number, day: number): ParsedDate {
  const made = isoDay(year, month, day)
  return made === null ? impossible : { day: made, certain: true }
}

function fullYear(typed: string): number {
  return typed.length === 4 ? Number(typed) : 2000 + Number(typed)
}
