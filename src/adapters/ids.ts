import { randomBytes } from 'node:crypto'

let last = 0
let counter = 0

/**
 * A UUIDv7 (RFC 9562): 48 bits of time, a 12-bit counter so that ids of one millisecond keep their order, 62 random bits.
 * A clock that jumps back does not make ids go back within this process.
 */
export function newId(): string {
  const now = Date.now()
  if (now > last) [last, counter] = [now, 0]
  else if (++counter > 0xfff) [last, counter] = [last + 1, 0]
  const random = randomBytes(8)
  random[0] = 0x80 | (random[0]! & 0x3f)
  const hex = last.toString(16).padStart(12, '0') + (0x7000 | counter).toString(16) + random.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
