import { wordCount } from '../messages/text.ts'
import { isIdentityNumber } from '../messages/identity-number.ts'

/** Application numbers as people type them. Formats differ between systems (12 digits, 16 digits), so a number is text. */

type ParsedApplicationNumber =
  | { readonly ok: true; readonly number: string }
  /** `identity`: looks like a NIK, which is never asked for; it must be masked and not kept. */
  | { readonly ok: false; readonly reason: 'none' | 'too-short' | 'too-long' | 'identity' | 'several' }

const LEAST_DIGITS = 6
const MOST_DIGITS = 20
/** A single run this long is a whole number: what follows it is something else. */
const WHOLE = 10

/** Reads the one number in a message: `no. 1234 5678 9012`, `nomor permohonan saya: 1234-5678-9012 pak`. */
export function parseApplicationNumber(typed: string): ParsedApplicationNumber {
  const found = numbersIn(typed.normalize('NFKC').toUpperCase())
  const numbers = found.filter((number) => digitsIn(number) >= LEAST_DIGITS)
  if (numbers.length > 1) return { ok: false, reason: 'several' }
  const number = numbers[0]
  if (number === undefined) return { ok: false, reason: found.length > 0 ? 'too-short' : 'none' }
  if (isIdentityNumber(number)) return { ok: false, reason: 'identity' }
  return digitsIn(number) > MOST_DIGITS ? { ok: false, reason: 'too-long' } : { ok: true, number }
}

/** Lengths that are in use. */
const IN_USE = /^(?:\d{12}|\d{16})$/
const PHONE = /^(?:0|62)8/
const SHORT_WORDS = 8

/** Is a message that nobody asked for an application number, or one with a birth date? Phone numbers and stories are none. */
export function looksLikeApplicationNumber(typed: string): boolean {
  const read = parseApplicationNumber(typed)
  if (!read.ok || wordCount(typed) > SHORT_WORDS) return false
  return IN_USE.test(read.number) && !PHONE.test(read.number)
}

const LABEL = /(?<![A-Z])(?:NOMOR|NOMER|NMR|NO|KODE)(?=[ .:#-]*\d)/g
const DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/

/** Numbers of a text without blanks, dots and dashes; groups side by side are one number, a date is none. */
function numbersIn(text: string): readonly string[] {
  const numbers: string[] = []
  let open = false
  for (const word of text.replace(LABEL, ' ').split(/[\s,;:#()]+/)) {
    const bare = word.replace(/[./-]/g, '')
    if (!/^[A-Z]{0,4}\d+$/.test(bare) || DATE.test(word)) open = false
    else if (open && /^\d/.test(bare) && bare.length < WHOLE) numbers.push(`${numbers.pop() ?? ''}${bare}`)
    else open = numbers.push(bare) > 0 && bare.length < WHOLE
  }
  return numbers
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length
}
