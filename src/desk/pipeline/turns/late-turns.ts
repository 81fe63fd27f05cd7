import { createBatchLoader } from '../batch-loader.ts'
import { commitPlanned, type CommitDeps } from './commit.ts'
import { createLanes, type Lanes } from '../lanes.ts'
import { BATCH, LANES } from '../limits.ts'
import type { PlannedTurn } from './plan.ts'
import type { Log } from '../../ports/log.ts'

/** Turns that left their batch to ask a registry. */
interface LateTurns extends Pick<Lanes, 'busy' | 'idle'> {
  /** Goes on with the turn by itself; `release` is told of its chat in the end, however it ends. */
  goOn(chatId: string, planning: Promise<PlannedTurn>): void
}

/**
 * Commits late turns when their answers are there, those that are ready at the same time together. `release(chatIds, more)` lets
 * a chat go, to be looked at again when it is among `more`; `next` is called after it.
 */
export function createLateTurns(
  deps: CommitDeps & { readonly log: Log },
  release: (chatIds: readonly string[], more: readonly string[]) => void,
  next: () => void,
): LateTurns {
  const lanes = createLanes(Infinity, next)
  const commit = createBatchLoader<PlannedTurn, boolean>(
    async (planned) => {
      const more = new Set(await commitPlanned(planned, deps))
      return planned.map(({ chat }) => more.has(chat.id))
    },
    { lanes: LANES, max: BATCH },
  )

  async function finish(chatId: string, planning: Promise<PlannedTurn>): Promise<void> {
    let more = false
    try {
      more = await commit(await planning)
    } catch (error) {
      logNotCommitted(deps.log, 1, error)
    }
    release([chatId], more ? [chatId] : [])
  }

  return {
    get busy() {
      return lanes.busy
    },
    idle: lanes.idle,
    goOn: (chatId, planning) => lanes.run(() => finish(chatId, planning)),
  }
}

/** The rows are safe: the sweep wakes these chats again. */
export function logNotCommitted(log: Log, chats: number, error: unknown): void {
  log.warn('turns not committed', { chats, error })
}
