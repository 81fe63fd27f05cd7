import { readableNow } from './burst.ts'
import { createChatQueue } from './chat-queue.ts'
import { commitPlanned, type CommitDeps } from './commit.ts'
import { createLanes, oneBreath } from '../lanes.ts'
import { createLateTurns, logNotCommitted } from './late-turns.ts'
import { BATCH, LANES } from '../limits.ts'
import { createPauses } from './pauses.ts'
import { planOrLeave, type PlannedTurn } from './plan.ts'
import type { TurnDeps } from './turn.ts'
import type { Ledger, TakenChat } from '../../ports/ledger.ts'
import type { Log } from '../../ports/log.ts'

interface ConverseDeps extends Omit<TurnDeps, 'onFailure'>, CommitDeps {
  readonly ledger: Pick<Ledger, 'take' | 'commit'>
  readonly log: Log
}

/** Conversations of this process. */
export interface Converse {
  /** These chats have messages to be handled. Never throws, never waits. */
  wake(chatIds: readonly string[]): void
  /** Resolves when nothing is under way. What waits for the rest of its thought is not under way. */
  idle(): Promise<void>
  /** The same, and what waits is left to whoever comes next. */
  stop(): Promise<void>
}

/**
 * Taking turns: chats are taken in batches, their turns are planned and committed together, and each chat is let go.
 * A chat woken during its turn is looked at again afterwards, so that no message is stranded between the last look and the
 * release. A thought that may not be finished is left until its pause is over. A chat that has to ask a registry leaves its batch and is committed when the answer is there: nobody else waits for it.
 */
export function createConverse(deps: ConverseDeps): Converse {
  const chats = createChatQueue()
  const pauses = createPauses(wake)
  const lanes = createLanes(LANES, startLane)
  const lateTurns = createLateTurns(deps, chats.release, startLane)
  const turnDeps: TurnDeps = {
    ...deps,
    onFailure: (chat, error) => deps.log.error('turn failed', { chat: chat.id, error }),
  }

  function wake(chatIds: readonly string[]): void {
    chats.add(chatIds)
    startLane()
  }

  function startLane(): void {
    if (!chats.empty && lanes.free) lanes.run(takeBatches)
  }

  async function takeBatches(): Promise<void> {
    await oneBreath()
    while (!chats.empty) await takeTurns(chats.take(BATCH))
  }

  async function takeTurns(batch: readonly string[]): Promise<void> {
    const left = new Set<string>()
    let more: readonly string[] = []
    try {
      const taken = await deps.ledger.take(batch)
      const planned = await Promise.all(taken.map((chat) => plan(chat, left)))
      more = await commitPlanned(planned.filter(isPlanned), deps)
    } catch (error) {
      logNotCommitted(deps.log, batch.length, error)
    }
    chats.release(
      batch.filter((id) => !left.has(id)),
      more,
    )
  }

  function plan(chat: TakenChat, left: Set<string>): Promise<PlannedTurn | null> {
    const { ready, waitMs } = readableNow(chat.inbox, deps.burstPause(chat.channel), deps.texts.hears)
    if (waitMs > 0) pauses.set(chat.id, waitMs)
    return planOrLeave({ ...chat, inbox: ready }, turnDeps, (planning) => {
      left.add(chat.id)
      lateTurns.goOn(chat.id, planning)
    })
  }

  async function idle(): Promise<void> {
    while (lanes.busy || lateTurns.busy) await Promise.all([lanes.idle(), lateTurns.idle()])
  }

  async function stop(): Promise<void> {
    pauses.stop()
    await idle()
  }

  return { wake, idle, stop }
}

function isPlanned(planned: PlannedTurn | null): planned is PlannedTurn {
  return planned !== null
}
