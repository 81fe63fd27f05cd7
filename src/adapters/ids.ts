import { randomFillSync } from 'node:crypto'

let last = 0
let counter = 0

/** Random bytes in store: asking the system for eight at a time costs more than everything else here. */
const pool = Buffer.alloc(8 * 512)
let used = pool.length

/**
 * A UUIDv7 (RFC 9562): 48 bits of time, a 12-bit counter so that ids of one millisecond keep their order, 62 random bits.
 * A clock that jumps back does not make ids go back within this process.
 */
export function newId(): string {
  const now = Date.now()
  if (now > last) [last, counter] = [now, 0]
  else if (++counter > 0xfff) [last, counter] = [last + 1, 0]
  const hex = last.toString(16).padStart(12, '0') + (0x7000 | counter).toString(16) + random()
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** 64 bits, two of them the variant of a UUID. */
function random(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.subarray(used, (used += 8))
  bytes.writeUInt8(0x80 | (bytes.readUInt8(0) & 0x3f))
  return bytes.toString('hex')
}
