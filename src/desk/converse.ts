import { BATCH, LANES } from './limits.ts'
import type { Log } from './ports.ts'
import { TAKE_LIMIT, type CommitTurn, type Ledger, type LetterRow, type TakenChat } from './ports-ledger.ts'
import { turnOf, type TurnDeps } from './turn.ts'

export interface ConverseDeps extends Omit<TurnDeps, 'failed'> {
  readonly ledger: Ledger
  readonly log: Log
  /** Letters this process holds, in order, ready to be sent. */
  readonly post: (letters: readonly LetterRow[]) => void
  /** Letters for a door in another process. */
  readonly elsewhere: (channel: TakenChat['channel'], chatIds: readonly string[]) => void
}

export interface Converse {
  ring(chatIds: readonly string[]): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

/**
 * Room 3, turn-taking: a chat is handled by one lane at a time. A ring during its turn is remembered and
 * looked at again afterwards, so that no message is stranded between the last look and the release.
 */
export function createConverse(deps: ConverseDeps): Converse {
  const ready = new Set<string>()
  const busy = new Set<string>()
  const again = new Set<string>()
  let lanes = 0
  let wakeIdle: (() => void)[] = []
  const turnDeps: TurnDeps = {
    ...deps,
    failed: (chat, error) => deps.log.error('turn failed', { chat: chat.id, error }),
  }

  function ring(chatIds: readonly string[]): void {
    for (const id of chatIds) (busy.has(id) ? again : ready).add(id)
    if (ready.size > 0 && lanes < LANES) void lane()
  }

  async function lane(): Promise<void> {
    lanes++
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (ready.size > 0) await round(nextBatch())
    lanes--
    if (lanes === 0) {
      for (const wake of wakeIdle) wake()
      wakeIdle = []
    }
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
    let more: readonly string[] = []
    try {
      more = await runTurns(batch, deps, turnDeps)
    } catch (error) {
      // the rows are safe: the sweep rings these chats again
      deps.log.warn('turns not committed', { chats: batch.length, error })
    }
    for (const id of batch) busy.delete(id)
    for (const id of batch) if (again.delete(id)) ready.add(id)
    for (const id of more) ready.add(id)
  }

  return {
    ring,
    idle: () => (lanes === 0 ? Promise.resolve() : new Promise((resolve) => wakeIdle.push(resolve))),
  }
}

/** Takes, thinks, commits and posts; returns the chats that must be looked at again. */
async function runTurns(batch: readonly string[], deps: ConverseDeps, turnDeps: TurnDeps): Promise<string[]> {
  const chats = await deps.ledger.take(batch)
  const turns = (await Promise.all(chats.map((chat) => turnOf(chat, turnDeps)))).filter(
    (turn) => turn !== null,
  )
  if (turns.length === 0) return []
  const { won, leased } = await deps.ledger.commit(turns)
  const byId = new Map(chats.map((chat) => [chat.id, chat]))
  deps.post(turns.flatMap((turn) => letters(turn, byId.get(turn.chatId)!, leased)))
  const away = turns.filter(
    (turn) => won.has(turn.chatId) && !deps.here(turn.channel) && turn.letters.length > 0,
  )
  for (const channel of new Set(away.map((turn) => turn.channel)))
    deps.elsewhere(
      channel,
      away.filter((turn) => turn.channel === channel).map((turn) => turn.chatId),
    )
  return turns
    .filter((turn) => !won.has(turn.chatId) || moreWaits(turn, byId.get(turn.chatId)!))
    .map((turn) => turn.chatId)
}

function moreWaits(turn: CommitTurn, chat: TakenChat): boolean {
  return chat.inbox.length > turn.done.length || chat.inbox.length >= TAKE_LIMIT
}

function letters(turn: CommitTurn, chat: TakenChat, leased: ReadonlySet<string>): LetterRow[] {
  const { id: chatId, channel, address } = chat
  return turn.letters
    .filter((letter) => leased.has(letter.id))
    .map((letter) => ({
      id: letter.id,
      chatId,
      channel,
      address,
      words: letter.words,
      attempts: 0,
      officerId: null,
      ageMs: 0,
    }))
}
