import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Every limit of the web channel by name. */

/** Longest JSON body of one message (bytes): room for the longest text the desk keeps. */
export const MAX_BODY_BYTES = 512 * 1024
/** Largest file a person may send (bytes). */
export const MAX_FILE_BYTES = 10 * 1024 * 1024
/** Open event streams of one chat; the oldest is closed when another page opens. */
export const MAX_STREAMS_PER_CHAT = 5
/** How often an open stream is told that it lives, and looks for what another process may have said (ms). */
export const HEARTBEAT_INTERVAL = 20_000

const MESSAGES_PER_MINUTE = 30
/** Ten busy chats: mobile operators put many people behind one address. */
const MESSAGES_PER_MINUTE_IP = 300
const NEW_CHATS_PER_HOUR_IP = 60

type RateLimitExceeded = { readonly reason: 'too-fast' | 'too-many-chats'; readonly seconds: number }

export interface RateLimiter {
  /** Counts a new chat from this address; `null` when it is welcome. */
  consumeNewChat(ip: string): Promise<RateLimitExceeded | null>
  /** Counts a message; `null` when it is welcome. */
  consumeMessage(chat: string, ip: string): Promise<RateLimitExceeded | null>
}

/** How much one chat and one internet address may ask of us; kept in this process's memory. */
export function createRateLimiter(): RateLimiter {
  const byChat = new RateLimiterMemory({ points: MESSAGES_PER_MINUTE, duration: 60 })
  const byIp = new RateLimiterMemory({ points: MESSAGES_PER_MINUTE_IP, duration: 60 })
  const newByIp = new RateLimiterMemory({ points: NEW_CHATS_PER_HOUR_IP, duration: 3600 })
  return {
    consumeNewChat: (ip) => take(newByIp, ip, 'too-many-chats'),
    consumeMessage: async (chat, ip) =>
      (await take(byChat, chat, 'too-fast')) ?? (await take(byIp, ip, 'too-fast')),
  }
}

async function take(
  limiter: RateLimiterMemory,
  key: string,
  reason: RateLimitExceeded['reason'],
): Promise<RateLimitExceeded | null> {
  try {
    await limiter.consume(key)
    return null
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return { reason, seconds: Math.ceil(refusal.msBeforeNext / 1000) }
  }
}
