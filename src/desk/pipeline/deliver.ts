import type { ChannelName } from '../../model/messages/channel.ts'
import {
  DELIVERY_FAILURES,
  retryDelay,
  type DeliveryFailure,
  type DeliveryFailureKind,
} from '../../model/messages/delivery-failure.ts'
import { createBatchLoader } from './batch-loader.ts'
import { BATCH, GIVE_UP, IN_FLIGHT, LANES } from './limits.ts'
import { createRateLimiter } from './rate-limiter.ts'
import type { DeliveryResult, Channel } from '../ports/channel.ts'
import type { DrawCard } from '../ports/texts.ts'
import type { Log } from '../ports/log.ts'
import type { Encryption } from '../ports/encryption.ts'
import type { Ledger, OutboundRow, DeliveryOutcome } from '../ports/ledger.ts'

export interface DeliverDeps {
  readonly ledger: Ledger
  readonly encryption: Encryption
  readonly drawCard: DrawCard
  readonly log: Log
  readonly now: () => number
  readonly paced: boolean
  /** Rings this chat's letters again after a pause. */
  readonly wakeLater: (channel: ChannelName, chatId: string, delayMs: number) => void
  /** Told when a person could not be reached with an officer's words. */
  readonly onUndeliverable: (outboundId: string, failure: DeliveryFailureKind) => Promise<void>
  /** Told of each attempt, for the door's own state. */
  readonly onAttempt: (channel: ChannelName, ok: boolean) => void
}

/** Room 6, the post of one channel. */
export interface DeliveryQueue {
  /** Sends letters this process already holds, in order within each chat. */
  enqueue(messages: readonly OutboundRow[]): void
  /** Looks for pending letters of these chats and sends what is due. */
  wake(chatIds: readonly string[]): void
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>
}

/**
 * A chat's letters go one after another, oldest first; many chats at once, at most `IN_FLIGHT`.
 * A letter that must wait keeps its place: nothing newer of that chat is sent before it.
 */
export function createDeliver(door: Channel, deps: DeliverDeps): DeliveryQueue {
  const queues = new Map<string, OutboundRow[]>()
  /** Chats whose oldest letter waits for its next try: newer ones are let go until the ring. */
  const waiting = new Set<string>()
  /** Chats rung while their letters were on the way: looked at again afterwards. */
  const again = new Set<string>()
  const runnable: string[] = []
  let flying = 0
  let wakeIdle: (() => void)[] = []
  const addressOf = createAddresses(deps.encryption)
  const pace = createRateLimiter(door.can.rateLimit.perSecond, door.can.rateLimit.perChatMs, deps.now)
  const settle = createBatchLoader<DeliveryOutcome, null>(
    async (outcomes) => {
      await deps.ledger.recordOutcomes(outcomes)
      return outcomes.map(() => null)
    },
    { lanes: LANES, max: BATCH },
  )
  const claim = createBatchLoader<string, null>(
    async (chatIds) => {
      for (const id of chatIds) waiting.delete(id)
      post(await deps.ledger.claim([...new Set(chatIds)]))
      return chatIds.map(() => null)
    },
    { lanes: 1, max: BATCH },
  )

  function post(messages: readonly OutboundRow[]): void {
    const refused = messages.filter((message) => waiting.has(message.chatId))
    if (refused.length > 0) letGo(refused)
    for (const message of messages) {
      if (waiting.has(message.chatId)) continue
      const queue = queues.get(message.chatId)
      if (queue) queue.push(message)
      else {
        queues.set(message.chatId, [message])
        runnable.push(message.chatId)
      }
    }
    pump()
  }

  function pump(): void {
    while (flying < IN_FLIGHT && runnable.length > 0) {
      flying++
      void drain(runnable.shift()!).finally(() => {
        flying--
        pump()
        if (flying === 0) for (const wake of wakeIdle.splice(0)) wake()
      })
    }
  }

  async function drain(chatId: string): Promise<void> {
    const queue = queues.get(chatId)!
    while (queue.length > 0) {
      const outcome = await sendOne(queue[0]!)
      await record(outcome, queue[0]!.officerId !== null)
      queue.shift()
      if (outcome.state === 'pending') pause(outcome, queue.splice(0))
    }
    queues.delete(chatId)
    if (again.delete(chatId)) ring([chatId])
  }

  function ring(chatIds: readonly string[]): void {
    for (const id of chatIds) {
      if (queues.has(id)) again.add(id)
      else claim(id).catch((error: unknown) => deps.log.warn('letters not claimed', { chat: id, error }))
    }
  }

  function pause(outcome: DeliveryOutcome, rest: readonly OutboundRow[]): void {
    waiting.add(outcome.chatId)
    if (rest.length > 0) letGo(rest)
    deps.wakeLater(door.name, outcome.chatId, outcome.retryInMs!)
  }

  function letGo(messages: readonly OutboundRow[]): void {
    deps.ledger
      .release(messages.map((message) => message.id))
      .catch((error: unknown) => deps.log.warn('letters not released', { letters: messages.length, error }))
  }

  async function sendOne(message: OutboundRow): Promise<DeliveryOutcome> {
    if (deps.paced) await sleep(pace(message.chatId))
    const delivery = await handOver(message)
    deps.onAttempt(door.name, delivery.ok)
    if (delivery.ok) return outcomeOf(message, 'sent', { externalId: delivery.externalId })
    return failed(message, delivery.failure, deps)
  }

  async function handOver({ id, content: words, ...message }: OutboundRow): Promise<DeliveryResult> {
    const to = addressOf(message)
    if (!words.card || !door.can.pictures) return door.send({ id, to, content: words })
    try {
      return await door.send({ id, to, content: words, picture: await deps.drawCard(words.card) })
    } catch (error) {
      return { ok: false, failure: { kind: 'not-drawn', detail: String(error) } }
    }
  }

  /** The mark is retried for ever in small steps: while the database is away nothing else of this chat is sent. */
  async function record(outcome: DeliveryOutcome, officers: boolean): Promise<void> {
    for (let pauseMs = 100; ; pauseMs = Math.min(5000, pauseMs * 2)) {
      try {
        // the ticket first: it is told once however often we try, and a kill between the two then loses nothing
        if (officers && outcome.state === 'failed') await deps.onUndeliverable(outcome.id, outcome.failure!)
        await settle(outcome)
        return
      } catch (error) {
        deps.log.warn('delivery not recorded yet', { outbound: outcome.id, error })
        await sleep(pauseMs)
      }
    }
  }

  return {
    enqueue: post,
    wake: ring,
    idle: () => (flying === 0 ? Promise.resolve() : new Promise((resolve) => wakeIdle.push(resolve))),
  }
}

function failed(message: OutboundRow, failure: DeliveryFailure, deps: DeliverDeps): DeliveryOutcome {
  const behaviour = DELIVERY_FAILURES[failure.kind]
  const tooOld = behaviour.retry && message.ageMs > GIVE_UP
  const kind = tooOld ? 'too-old' : failure.kind
  if (DELIVERY_FAILURES[kind].log)
    deps.log.warn('not delivered', { outbound: message.id, failure: kind, detail: failure.detail })
  if (!DELIVERY_FAILURES[kind].retry)
    return outcomeOf(message, 'failed', { failure: kind, gone: behaviour.gone })
  return outcomeOf(message, 'pending', {
    failure: kind,
    retryInMs: retryDelay(failure, message.attempts),
  })
}

function outcomeOf(
  message: OutboundRow,
  state: DeliveryOutcome['state'],
  rest: Partial<DeliveryOutcome>,
): DeliveryOutcome {
  return {
    id: message.id,
    chatId: message.chatId,
    state,
    externalId: null,
    failure: null,
    retryInMs: null,
    gone: false,
    ...rest,
  }
}

/** Opened addresses kept in memory at most. */
const REMEMBERED = 10_000

/** Opening a encrypted address costs more than the rest of a send: those of busy chats are remembered. */
function createAddresses(
  encryption: Encryption,
): (message: Pick<OutboundRow, 'chatId' | 'address'>) => string {
  const opened = new Map<string, string>()
  return ({ chatId, address }) => {
    let found = opened.get(chatId)
    if (found === undefined) {
      if (opened.size >= REMEMBERED) opened.delete(opened.keys().next().value!)
      opened.set(chatId, (found = encryption.decrypt(address)))
    }
    return found
  }
}

const sleep = (ms: number) => (ms > 0 ? new Promise<void>((resolve) => setTimeout(resolve, ms)) : undefined)
