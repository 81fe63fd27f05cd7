/** Application numbers as people type them. Formats differ between systems (12 digits, 16 digits), so a number is text. */

export type ParsedApplicationNumber =
  | { readonly ok: true; readonly number: string }
  /** `identity`: looks like a NIK, which is never asked for; it must be masked and not kept. */
  | { readonly ok: false; readonly why: 'none' | 'too-short' | 'too-long' | 'identity' | 'several' }

const LEAST_DIGITS = 6
const MOST_DIGITS = 20
/** A single run this long is a whole number: what follows it is something else. */
const WHOLE = 10

/** Reads the one number in a message: `no. 1234 5678 9012`, `nomor permohonan saya: 1234-5678-9012 pak`. */
export function parseApplicationNumber(typed: string): ParsedApplicationNumber {
  const found = numbersIn(typed.normalize('NFKC').toUpperCase())
  const numbers = found.filter((number) => digitsIn(number) >= LEAST_DIGITS)
  if (numbers.length > 1) return { ok: false, why: 'several' }
  const number = numbers[0]
  if (number === undefined) return { ok: false, why: found.length > 0 ? 'too-short' : 'none' }
  if (isIdentityNumber(number)) return { ok: false, why: 'identity' }
  return digitsIn(number) > MOST_DIGITS ? { ok: false, why: 'too-long' } : { ok: true, number }
}

/** Lengths that are in use. */
const IN_USE = /^(?:\d{12}|\d{16})$/
const PHONE = /^(?:0|62)8/
const SHORT_WORDS = 8

/** Is a message that nobody asked for an application number, or one with a birth date? Phone numbers and stories are none. */
export function looksLikeApplicationNumber(typed: string): boolean {
  const read = parseApplicationNumber(typed)
  if (!read.ok || typed.trim().split(/\s+/).length > SHORT_WORDS) return false
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
    else if (open && /^\d/.test(bare) && bare.length < WHOLE) numbers.push(`${numbers.pop()!}${bare}`)
    else open = numbers.push(bare) > 0 && bare.length < WHOLE
  }
  return numbers
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length
}

/** First two digits of the provinces (11 Aceh … 97 Papua). */
const PROVINCE = /^(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])/

/**
 * Could these 16 digits be a NIK? Province, regency, district, birth date (day + 40 for women) and a serial that is not 0000.
 * Text in: as a JavaScript number the last digit of a Papuan NIK would be lost.
 */
export function isIdentityNumber(digits: string): boolean {
  const match = /^\d{6}(\d\d)(\d\d)\d\d(\d{4})$/.exec(digits)
  if (!match || !PROVINCE.test(digits) || match[3] === '0000') return false
  const day = Number(match[1])
  const month = Number(match[2])
  const isDay = (day >= 1 && day <= 31) || (day >= 41 && day <= 71)
  return isDay && month >= 1 && month <= 12
}
