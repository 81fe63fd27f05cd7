import { LRUCache } from 'lru-cache'

/** A leaky bucket (GCRA): `burst` at once, then one per `gapMs`. */
interface Bucket {
  /** Theoretical arrival time of the next one, ms. */
  next: number
}

function waitIn(bucket: Bucket, gapMs: number, burst: number, now: number): number {
  const next = Math.max(bucket.next, now)
  bucket.next = next + gapMs
  return Math.max(0, next - now - gapMs * (burst - 1))
}

const CHAT_BURST = 3
/** Chats whose pace is remembered at most. */
const CHATS = 10_000

/**
 * Outgoing pace of one channel. `wait(chatId)` reserves a place and returns how long to wait for it (ms).
 * Platforms punish haste: Telegram allows about 30 messages a second and one a second in a chat, with short bursts.
 */
export function createRateLimiter(
  perSecond: number,
  perChatMs: number,
  now: () => number,
): (chatId: string) => number {
  const channel: Bucket = { next: 0 }
  const chats = new LRUCache<string, Bucket>({ max: CHATS })
  const bucketOf = (chatId: string) => {
    const bucket = chats.get(chatId) ?? { next: 0 }
    chats.set(chatId, bucket)
    return bucket
  }
  return (chatId) => {
    const at = now()
    return Math.max(
      waitIn(channel, 1000 / perSecond, perSecond, at),
      waitIn(bucketOf(chatId), perChatMs, CHAT_BURST, at),
    )
  }
}
