import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { SignInLimiter } from '../desk/ports/officers.ts'

const QUARTER = 15 * 60

/**
 * Tries to sign in, counted in memory for 15 minutes: 5 by one person from one address, 30 for one person from anywhere,
 * 60 from one address. E-mails are only kept as hashes.
 */
export function createSignInLimiter(): SignInLimiter {
  const both = new RateLimiterMemory({ keyPrefix: 'both', points: 5, duration: QUARTER })
  const person = new RateLimiterMemory({ keyPrefix: 'person', points: 30, duration: QUARTER })
  const place = new RateLimiterMemory({ keyPrefix: 'place', points: 60, duration: QUARTER })
  return {
    async consume({ address, email }) {
      const who = hashed(email)
      const waits = [wait(both, `${address} ${who}`), wait(person, who), wait(place, address)]
      return Math.max(...(await Promise.all(waits)))
    },
    async reset({ address, email }) {
      await both.delete(`${address} ${hashed(email)}`)
    },
  }
}

async function wait(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext)
    throw refused
  }
}

function hashed(email: string): string {
  return createHash('sha256').update(email).digest('hex')
}
