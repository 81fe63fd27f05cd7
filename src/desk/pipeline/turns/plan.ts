import type { CommitTurn, TakenChat } from '../../ports/ledger.ts'
import { isRegistryQuery, type AskQuery } from './queries.ts'
import { planTurn, type TurnDeps } from './turn.ts'

/** What becomes of a chat; `turn` is null when there is nothing to do yet. */
export interface PlannedTurn {
  readonly chat: TakenChat
  readonly turn: CommitTurn | null
}

/**
 * Plans a turn. A chat that has to ask a registry leaves its batch, so that nobody else waits for the answer: then this
 * resolves with null at once, and `leave` is given the turn that goes on by itself. Rejects with what the desk itself got wrong.
 */
export function planOrLeave(
  chat: TakenChat,
  deps: TurnDeps,
  leave: (planning: Promise<PlannedTurn>) => void,
): Promise<PlannedTurn | null> {
  return new Promise((resolve, reject) => {
    let left = false
    const leaveOnce = () => {
      if (left) return
      left = true
      leave(planning)
      resolve(null)
    }
    const query: AskQuery = (chatId, asked, day) => {
      // a turn may ask at once, before its promise is here
      if (isRegistryQuery(asked)) queueMicrotask(leaveOnce)
      return deps.query(chatId, asked, day)
    }
    const planning = planTurn(chat, { ...deps, query }).then((turn) => ({ chat, turn }))
    planning.then(resolve, reject)
  })
}
