import type pg from 'pg'
import type { Ledger } from '../../../desk/ports/ledger.ts'
import { answer } from './asks.ts'
import { commit } from './commit.ts'
import { doorStates } from './doors.ts'
import { expectFile, fileCame, heldFiles, keepFile } from './files.ts'
import { history } from './history.ts'
import { accept, chats, take, unfinished } from './inbox.ts'
import { abandonFiles, removableFiles, removed } from './removals.ts'
import { ringTimers } from './timers.ts'
import { claim, release, sent, undelivered } from './outbox.ts'

/**
 * The ledger on PostgreSQL. It speaks raw, parameterised SQL through the shared pool, because an ORM costs 1.5 to 4 times as
 * much on these few statements. `instance` is this process's number (see instance.ts); `office` the default office of new chats.
 */
export function createLedger(pool: pg.Pool, instance: number, office: string): Ledger {
  return {
    chats: (keys) => chats(pool, office, keys),
    accept: (rows) => accept(pool, rows),
    take: (chatIds) => take(pool, chatIds),
    answer: (asks) => answer(pool, asks),
    commit: (turns) => commit(pool, instance, turns),
    sent: (outcomes) => sent(pool, outcomes),
    claim: (chatIds) => claim(pool, instance, chatIds),
    release: (ids) => release(pool, instance, ids),
    unfinished: (olderThanMs, limit) => unfinished(pool, olderThanMs, limit),
    ringTimers: (limit) => ringTimers(pool, limit),
    undelivered: (channels, limit) => undelivered(pool, instance, channels, limit),
    heldFiles: (channels, limit) => heldFiles(pool, channels, limit),
    expectFile: (fileId) => expectFile(pool, fileId),
    fileCame: (inboundId, content, file) => fileCame(pool, inboundId, content, file),
    keepFile: (file) => keepFile(pool, file),
    abandonFiles: () => abandonFiles(pool),
    removableFiles: (limit) => removableFiles(pool, limit),
    removed: (fileIds) => removed(pool, fileIds),
    history: (channel, addressHash, after) => history(pool, channel, addressHash, after),
    doorStates: (reports) => doorStates(pool, reports),
  }
}
