import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { ChannelName } from '../../../model/messages/channel.ts'
import {
  DELIVERY_FAILURES,
  retryDelay,
  type DeliveryFailure,
} from '../../../model/messages/delivery-failure.ts'
import type { Channel, DeliveryResult } from '../../ports/channel.ts'
import type { Encryption } from '../../ports/encryption.ts'
import type { DeliveryOutcome, OutboundRow } from '../../ports/ledger.ts'
import type { Log } from '../../ports/log.ts'
import type { DrawCard } from '../../ports/texts.ts'
import { GIVE_UP } from '../limits.ts'
import { createRateLimiter } from './rate-limiter.ts'

export interface SendDeps {
  readonly encryption: Encryption
  readonly drawCard: DrawCard
  readonly log: Log
  readonly now: () => number
  /** Is the channel's pace kept? Tests and measurements do without. */
  readonly paced: boolean
  /** Told of each attempt, for the channel's own state. */
  readonly onAttempt: (channel: ChannelName, ok: boolean) => void
}

/** Tries to send one message at the channel's pace and says what became of it. Rejects only when its address cannot be read. */
export function createSend(
  channel: Channel,
  deps: SendDeps,
): (message: OutboundRow) => Promise<DeliveryOutcome> {
  const { perSecond, perChatMs } = channel.can.rateLimit
  const waitFor = createRateLimiter(perSecond, perChatMs, deps.now)
  const addressOf = createAddresses(deps.encryption)

  async function handOver({ id, content, ...message }: OutboundRow): Promise<DeliveryResult> {
    const to = addressOf(message)
    if (!content.card || !channel.can.pictures) return channel.send({ id, to, content })
    try {
      return await channel.send({ id, to, content, picture: await deps.drawCard(content.card) })
    } catch (error) {
      return { ok: false, failure: { kind: 'not-drawn', detail: String(error) } }
    }
  }

  return async (message) => {
    if (deps.paced) await pause(waitFor(message.chatId))
    const result = await handOver(message)
    deps.onAttempt(channel.name, result.ok)
    return result.ok ? sent(message, result.externalId) : failed(message, result.failure, deps.log)
  }
}

function sent({ id, chatId }: OutboundRow, externalId: string | null): DeliveryOutcome {
  return { id, chatId, state: 'sent', externalId, failure: null, retryInMs: null, gone: false }
}

/** A failure that may pass is tried again, unless it was tried for days. */
function failed(message: OutboundRow, failure: DeliveryFailure, log: Log): DeliveryOutcome {
  const { id, chatId, attempts, ageMs } = message
  const { retry, gone } = DELIVERY_FAILURES[failure.kind]
  const kind = retry && ageMs > GIVE_UP ? 'too-old' : failure.kind
  const behaviour = DELIVERY_FAILURES[kind]
  if (behaviour.log) log.warn('not delivered', { outbound: id, failure: kind, detail: failure.detail })
  const base = { id, chatId, externalId: null, failure: kind }
  if (!behaviour.retry) return { ...base, state: 'failed', retryInMs: null, gone }
  return { ...base, state: 'pending', retryInMs: retryDelay(failure, attempts), gone: false }
}

/** Decrypted addresses kept in memory at most. */
const ADDRESSES = 10_000

/** Decrypting an address costs more than the rest of a send: those of busy chats are remembered. */
function createAddresses(
  encryption: Encryption,
): (message: Pick<OutboundRow, 'chatId' | 'address'>) => string {
  const known = new LRUCache<string, string>({ max: ADDRESSES })
  return ({ chatId, address }) => {
    const found = known.get(chatId)
    if (found !== undefined) return found
    const plain = encryption.decrypt(address)
    known.set(chatId, plain)
    return plain
  }
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await sleep(ms)
}
