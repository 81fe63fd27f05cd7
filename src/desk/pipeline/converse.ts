import { isRegistryQuery } from './queries.ts'
import { createBatchLoader } from './batch-loader.ts'
import { BATCH, LANES } from './limits.ts'
import type { Log } from '../ports/log.ts'
import {
  INBOX_TAKE_LIMIT,
  type CommitTurn,
  type Ledger,
  type OutboundRow,
  type TakenChat,
} from '../ports/ledger.ts'
import { planTurn, type TurnDeps } from './turn.ts'

export interface ConverseDeps extends Omit<TurnDeps, 'onFailure'> {
  readonly ledger: Ledger
  readonly log: Log
  /** Letters this process holds, in order, ready to be sent. */
  readonly enqueue: (messages: readonly OutboundRow[]) => void
  /** Letters for a door in another process. */
  readonly wakeElsewhere: (channel: TakenChat['channel'], chatIds: readonly string[]) => void
}

export interface Converse {
  wake(chatIds: readonly string[]): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

/** What became of a chat: null when there is nothing to do yet. */
interface PlannedTurn {
  readonly chat: TakenChat
  readonly turn: CommitTurn | null
}

/**
 * Room 3, turn-taking: a chat is handled by one lane at a time. A ring during its turn is remembered and
 * looked at again afterwards, so that no message is stranded between the last look and the release.
 * A chat that has to ask a registry leaves its batch and is committed when the answer is there: nobody else waits for it.
 */
export function createConverse(deps: ConverseDeps): Converse {
  const ready = new Set<string>()
  const busy = new Set<string>()
  const again = new Set<string>()
  let lanes = 0
  /** Chats that wait for a registry. */
  let away = 0
  let wakeIdle: (() => void)[] = []
  const turnDeps: TurnDeps = {
    ...deps,
    onFailure: (chat, error) => deps.log.error('turn failed', { chat: chat.id, error }),
  }
  const commitLate = createBatchLoader<PlannedTurn, boolean>(
    async (thoughts) => {
      const more = new Set(await finish(thoughts, deps))
      return thoughts.map(({ chat }) => more.has(chat.id))
    },
    { lanes: LANES, max: BATCH },
  )

  function ring(chatIds: readonly string[]): void {
    for (const id of chatIds) (busy.has(id) ? again : ready).add(id)
    work()
  }

  function work(): void {
    if (ready.size > 0 && lanes < LANES) void lane()
    if (lanes + away === 0) for (const wake of wakeIdle.splice(0)) wake()
  }

  async function lane(): Promise<void> {
    lanes++
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (ready.size > 0) await round(nextBatch())
    lanes--
    work()
  }

  function nextBatch(): string[] {
    const batch: string[] = []
    for (const id of ready) {
      if (batch.length >= BATCH) break
      ready.delete(id)
      busy.add(id)
      batch.push(id)
    }
    return batch
  }

  async function round(batch: readonly string[]): Promise<void> {
    const left = new Set<string>()
    let more: readonly string[] = []
    try {
      const chats = await deps.ledger.take(batch)
      const thoughts = await Promise.all(chats.map((chat) => think(chat, left)))
      more = await finish(
        thoughts.filter((thought) => thought !== null),
        deps,
      )
    } catch (error) {
      dropped(batch.length, error)
    }
    letGo(
      batch.filter((id) => !left.has(id)),
      more,
    )
  }

  /** Resolves with null as soon as the chat has to wait for a registry; it goes on by itself then. */
  function think(chat: TakenChat, left: Set<string>): Promise<PlannedTurn | null> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        left.add(chat.id)
        resolve(null)
        // a turn may ask at once, before its promise is here
        queueMicrotask(() => void late(chat.id, thought))
      }
      const ask: TurnDeps['query'] = (chatId, ask, day) => {
        if (isRegistryQuery(ask) && !left.has(chatId)) leave()
        return deps.query(chatId, ask, day)
      }
      const thought = planTurn(chat, { ...turnDeps, query: ask }).then((turn) => ({ chat, turn }))
      thought.then(resolve, reject)
    })
  }

  async function late(chatId: string, thought: Promise<PlannedTurn>): Promise<void> {
    away++
    let more = false
    try {
      more = await commitLate(await thought)
    } catch (error) {
      dropped(1, error)
    }
    letGo([chatId], more ? [chatId] : [])
    away--
    work()
  }

  function letGo(chatIds: readonly string[], more: readonly string[]): void {
    for (const id of chatIds) busy.delete(id)
    for (const id of chatIds) if (again.delete(id)) ready.add(id)
    for (const id of more) ready.add(id)
  }

  function dropped(chats: number, error: unknown): void {
    // the rows are safe: the sweep rings these chats again
    deps.log.warn('turns not committed', { chats, error })
  }

  return {
    wake: ring,
    idle: () => (lanes + away === 0 ? Promise.resolve() : new Promise((resolve) => wakeIdle.push(resolve))),
  }
}

/** Commits and posts; returns the chats that must be looked at again. */
async function finish(thoughts: readonly PlannedTurn[], deps: ConverseDeps): Promise<string[]> {
  const turns = thoughts.map(({ turn }) => turn).filter((turn) => turn !== null)
  if (turns.length === 0) return []
  const { won, leased, woken } = await deps.ledger.commit(turns)
  const byId = new Map(thoughts.map(({ chat }) => [chat.id, chat]))
  deps.enqueue(turns.flatMap((turn) => letters(turn, byId.get(turn.chatId)!, leased)))
  const away = turns.filter(
    (turn) => won.has(turn.chatId) && !deps.isLocal(turn.channel) && turn.outbound.length > 0,
  )
  for (const channel of new Set(away.map((turn) => turn.channel)))
    deps.wakeElsewhere(
      channel,
      away.filter((turn) => turn.channel === channel).map((turn) => turn.chatId),
    )
  return turns
    .filter(
      ({ chatId, ...turn }) => !won.has(chatId) || woken.has(chatId) || moreWaits(turn, byId.get(chatId)!),
    )
    .map((turn) => turn.chatId)
}

function moreWaits(turn: Pick<CommitTurn, 'handled'>, chat: TakenChat): boolean {
  return chat.inbox.length > turn.handled.length || chat.inbox.length >= INBOX_TAKE_LIMIT
}

function letters(turn: CommitTurn, chat: TakenChat, leased: ReadonlySet<string>): OutboundRow[] {
  const { id: chatId, channel, address } = chat
  return turn.outbound
    .filter((message) => leased.has(message.id))
    .map((message) => ({
      id: message.id,
      chatId,
      channel,
      address,
      content: message.content,
      attempts: 0,
      officerId: null,
      ageMs: 0,
    }))
}
