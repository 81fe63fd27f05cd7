import type { ChannelName } from '../../model/channel.ts'
import { FAILURES, retryDelay, type Failure, type FailureKind } from '../../model/failure.ts'
import { gather } from './batch-loader.ts'
import { BATCH, GIVE_UP, IN_FLIGHT, LANES } from './limits.ts'
import { createPace } from './rate-limiter.ts'
import type { Delivery, Door, Draw, Log, Seal } from '../ports/channel.ts'
import type { Ledger, LetterRow, Outcome } from '../ports/ledger.ts'

export interface DeliverDeps {
  readonly ledger: Ledger
  readonly seal: Seal
  readonly draw: Draw
  readonly log: Log
  readonly now: () => number
  readonly paced: boolean
  /** Rings this chat's letters again after a pause. */
  readonly later: (channel: ChannelName, chatId: string, delayMs: number) => void
  /** Told when a person could not be reached with an officer's words. */
  readonly undeliverable: (outboundId: string, failure: FailureKind) => Promise<void>
  /** Told of each attempt, for the door's own state. */
  readonly tried: (channel: ChannelName, ok: boolean) => void
}

/** Room 6, the post of one channel. */
export interface Deliver {
  /** Sends letters this process already holds, in order within each chat. */
  post(letters: readonly LetterRow[]): void
  /** Looks for pending letters of these chats and sends what is due. */
  ring(chatIds: readonly string[]): void
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>
}

/**
 * A chat's letters go one after another, oldest first; many chats at once, at most `IN_FLIGHT`.
 * A letter that must wait keeps its place: nothing newer of that chat is sent before it.
 */
export function createDeliver(door: Door, deps: DeliverDeps): Deliver {
  const queues = new Map<string, LetterRow[]>()
  /** Chats whose oldest letter waits for its next try: newer ones are let go until the ring. */
  const waiting = new Set<string>()
  /** Chats rung while their letters were on the way: looked at again afterwards. */
  const again = new Set<string>()
  const runnable: string[] = []
  let flying = 0
  let wakeIdle: (() => void)[] = []
  const addressOf = createAddresses(deps.seal)
  const pace = createPace(door.can.pace.perSecond, door.can.pace.perChatMs, deps.now)
  const settle = gather<Outcome, null>(
    async (outcomes) => {
      await deps.ledger.sent(outcomes)
      return outcomes.map(() => null)
    },
    { lanes: LANES, max: BATCH },
  )
  const claim = gather<string, null>(
    async (chatIds) => {
      for (const id of chatIds) waiting.delete(id)
      post(await deps.ledger.claim([...new Set(chatIds)]))
      return chatIds.map(() => null)
    },
    { lanes: 1, max: BATCH },
  )

  function post(letters: readonly LetterRow[]): void {
    const refused = letters.filter((letter) => waiting.has(letter.chatId))
    if (refused.length > 0) letGo(refused)
    for (const letter of letters) {
      if (waiting.has(letter.chatId)) continue
      const queue = queues.get(letter.chatId)
      if (queue) queue.push(letter)
      else {
        queues.set(letter.chatId, [letter])
        runnable.push(letter.chatId)
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

  function pause(outcome: Outcome, rest: readonly LetterRow[]): void {
    waiting.add(outcome.chatId)
    if (rest.length > 0) letGo(rest)
    deps.later(door.channel, outcome.chatId, outcome.retryInMs!)
  }

  function letGo(letters: readonly LetterRow[]): void {
    deps.ledger
      .release(letters.map((letter) => letter.id))
      .catch((error: unknown) => deps.log.warn('letters not released', { letters: letters.length, error }))
  }

  async function sendOne(letter: LetterRow): Promise<Outcome> {
    if (deps.paced) await sleep(pace(letter.chatId))
    const delivery = await handOver(letter)
    deps.tried(door.channel, delivery.ok)
    if (delivery.ok) return outcomeOf(letter, 'sent', { externalId: delivery.externalId })
    return failed(letter, delivery.failure, deps)
  }

  async function handOver({ id, words, ...letter }: LetterRow): Promise<Delivery> {
    const to = addressOf(letter)
    if (!words.card || !door.can.pictures) return door.send({ id, to, words })
    try {
      return await door.send({ id, to, words, picture: await deps.draw(words.card) })
    } catch (error) {
      return { ok: false, failure: { kind: 'not-drawn', detail: String(error) } }
    }
  }

  /** The mark is retried for ever in small steps: while the database is away nothing else of this chat is sent. */
  async function record(outcome: Outcome, officers: boolean): Promise<void> {
    for (let pauseMs = 100; ; pauseMs = Math.min(5000, pauseMs * 2)) {
      try {
        // the ticket first: it is told once however often we try, and a kill between the two then loses nothing
        if (officers && outcome.state === 'failed') await deps.undeliverable(outcome.id, outcome.failure!)
        await settle(outcome)
        return
      } catch (error) {
        deps.log.warn('delivery not recorded yet', { outbound: outcome.id, error })
        await sleep(pauseMs)
      }
    }
  }

  return {
    post,
    ring,
    idle: () => (flying === 0 ? Promise.resolve() : new Promise((resolve) => wakeIdle.push(resolve))),
  }
}

function failed(letter: LetterRow, failure: Failure, deps: DeliverDeps): Outcome {
  const behaviour = FAILURES[failure.kind]
  const tooOld = behaviour.retry && letter.ageMs > GIVE_UP
  const kind = tooOld ? 'too-old' : failure.kind
  if (FAILURES[kind].log)
    deps.log.warn('not delivered', { outbound: letter.id, failure: kind, detail: failure.detail })
  if (!FAILURES[kind].retry) return outcomeOf(letter, 'failed', { failure: kind, gone: behaviour.gone })
  return outcomeOf(letter, 'pending', {
    failure: kind,
    retryInMs: retryDelay(failure, letter.attempts),
  })
}

function outcomeOf(letter: LetterRow, state: Outcome['state'], rest: Partial<Outcome>): Outcome {
  return {
    id: letter.id,
    chatId: letter.chatId,
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

/** Opening a sealed address costs more than the rest of a send: those of busy chats are remembered. */
function createAddresses(seal: Seal): (letter: Pick<LetterRow, 'chatId' | 'address'>) => string {
  const opened = new Map<string, string>()
  return ({ chatId, address }) => {
    let found = opened.get(chatId)
    if (found === undefined) {
      if (opened.size >= REMEMBERED) opened.delete(opened.keys().next().value!)
      opened.set(chatId, (found = seal.open(address)))
    }
    return found
  }
}

const sleep = (ms: number) => (ms > 0 ? new Promise<void>((resolve) => setTimeout(resolve, ms)) : undefined)
