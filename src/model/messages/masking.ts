import { isIdentityNumber } from './identity-number.ts'

/** Hides identity numbers in texts: what is not stored cannot leak. The last digits stay, so that people recognise their own. */

const KEPT = 4
const MASK = '•'
// digits in groups parted by one blank, dot, slash or dash
const DIGIT_CHAIN = /\p{Nd}+(?:[ ./-]\p{Nd}+)*/gu
// Indonesian passports: one letter and 6–7 digits, or two letters and 6–7 digits; not sums (Rp) or other usual pairs
const PASSPORT =
  /(?<![\p{L}\p{N}•-])(?!(?:rp|no|hp|wa|id|di|ke|yg|tg)\d)(?:[A-Z]{1,2}|[A-Z] )\d{6,7}(?![\p{L}\p{N}]|-\d)/giu

// a code that opens an account, a few words after its name: "otp sy 482913", "cvv: 123"
const CODE =
  /(\b(?:otp|cvv|cvc|kode (?:otp|verifikasi|rahasia|aktivasi)|password|pasword|(?:kata )?sandi)\b(?:[\s:=.]+\p{L}+){0,3}[\s:=.]+)(\p{Nd}{3,8})(?!\p{Nd})/giu

// what people write around an application number
const LABEL_WORDS =
  /\b(?:no|nomor|nomer|nmr|kode|daftar|pendaftaran|permohonan|pengajuan|registrasi|aplikasi|sigap|m-?paspor|saya|ini|itu|adalah|pak|bu|kak|min|ya|number|application|my|is|it|the)\b/giu

/**
 * Masks 16-digit identity numbers (NIK, KK), card numbers (13–19 digits with a right Luhn digit), passport numbers and secret codes.
 * Ticket numbers, phone numbers and 15-digit billing codes are left as they are. Expects cleaned text.
 *
 * Some application numbers have 16 digits too: one that is all the message says, and that can be no NIK, KK or card,
 * is left. Within other words any 16 digits are hidden: there a slip of the finger in a NIK is the likelier case.
 */
export function maskIdentityNumbers(text: string): string {
  const numbers = isBareApplicationNumber(text) ? text : text.replace(DIGIT_CHAIN, maskChain)
  return numbers
    .replace(PASSPORT, (run) => hide(run, 3))
    .replace(CODE, (_, name: string, code: string) => name + hide(code, 0))
}

function isBareApplicationNumber(text: string): boolean {
  const rest = text.replace(LABEL_WORDS, '')
  if (!/^[\p{Nd}\s.:,#/?!-]+$/u.test(rest)) return false
  const digits = rest.normalize('NFKC').replace(/\D/g, '')
  return digits.length === 16 && !isIdentityNumber(digits) && !isCard(digits)
}

/** Looks for neighbouring groups that together are an identity number: `5371 0112 0385 0001`, `12 5371011203850001`. */
function maskChain(chain: string): string {
  const parts = chain.split(/([ ./-])/)
  for (let from = 0; from < parts.length; from += 2) {
    const to = endOfIdentity(parts, from)
    if (to !== null) parts.splice(from, to - from + 1, hide(parts.slice(from, to + 1).join(''), KEPT))
  }
  return parts.join('')
}

function endOfIdentity(parts: readonly string[], from: number): number | null {
  let digits = ''
  let shortest = Infinity
  for (let at = from; at < parts.length && digits.length < 19; at += 2) {
    const group = (parts[at] ?? '').normalize('NFKC')
    if (at === from && isPhone(group)) return null
    digits += group
    shortest = Math.min(shortest, group.length)
    if (digits.length === 16 || (shortest >= 3 && isCard(digits))) return at
  }
  return null
}

function isPhone(digits: string): boolean {
  return /^(?:0|62)8\d{8,12}$/.test(digits)
}

/** Bank cards (ISO/IEC 7812); 15 digits are left to billing codes. */
function isCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19 || digits.length === 15) return false
  let sum = 0
  for (const [at, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

function hide(run: string, kept: number): string {
  const bare = run.replace(/[ ./-]/g, '')
  return MASK.repeat(bare.length - kept) + bare.slice(bare.length - kept)
}

/** Was a number hidden in this text? */
export function isMasked(text: string): boolean {
  return text.includes(MASK)
}
