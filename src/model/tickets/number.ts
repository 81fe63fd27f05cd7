/**
 * Ticket numbers: office, date, serial of that day, check character (`KPG-261120-014-7`), easy to say aloud.
 * The check character makes a weighted sum divisible by 31, a prime above the 26 letters, with a weight of its own for
 * each place: every single wrong character and every swap is noticed when somebody reads a number over a counter.
 */
export function formatTicketNumber(office: string, day: string, serial: number): string {
  const body = `${office}-${day.slice(2).replaceAll('-', '')}-${String(serial).padStart(3, '0')}`
  return `${body}-${check(body)}`
}

/** A number as typed by a person (any case, spaces or dots for dashes, O for 0), in its written form; else `null`. */
export function parseTicketNumber(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const match = SHAPE.exec(bare.slice(0, 3) + bare.slice(3).replaceAll('O', '0').replace(/[IL]/g, '1'))
  if (!match) return null
  const body = `${match[1]}-${match[2]}-${match[3]}`
  return check(body) === match[4] ? `${body}-${match[4]}` : null
}

/** The first right ticket number inside a longer text ("laporan saya kpg 261120 014 7 bagaimana?"). */
export function findTicketNumber(text: string): string | null {
  for (const [found] of text.matchAll(INSIDE)) {
    const number = parseTicketNumber(found)
    if (number) return number
  }
  return null
}

const SHAPE = /^([A-Z]{3})(\d{6})(\d{3,6})([\dA-Z])$/
const INSIDE =
  /(?<![A-Za-z0-9])[A-Za-z]{3}[ ./_-]*[\doO]{6}[ ./_-]*[\doO]{3,6}[ ./_-]*[\dA-Za-z](?![A-Za-z0-9])/g
const PRIME = 31
/** A power of 3 weighs each place: 3 has order 30 modulo 31, so no two of the places weigh the same. */
const ROOT = 3
/** Chosen so that the number everybody quotes as an example is a right one. */
const OFFSET = 19
/** Without the letters that look or sound like others (I, L, O, S, U). */
const CHARACTERS = '0123456789ABCDEFGHJKMNPQRTVWXYZ'

function check(body: string): string {
  let sum = OFFSET
  for (const char of body.replaceAll('-', '')) sum = (sum + valueOf(char)) * ROOT
  return CHARACTERS.charAt((PRIME - (sum % PRIME)) % PRIME)
}

/** Digits count as themselves, letters from 0: in each place only one of the two can stand. */
function valueOf(char: string): number {
  return char >= 'A' ? char.charCodeAt(0) - 65 : Number(char)
}
