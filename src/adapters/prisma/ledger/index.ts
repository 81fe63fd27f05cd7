import type pg from 'pg'
import type { Ledger } from '../../../desk/ports/ledger.ts'
import { answerQueries } from './queries.ts'
import { commitTurns } from './commit.ts'
import { writeChannelStates } from './channel-states.ts'
import { expectFile, resolveFile, pendingFiles, saveFile } from './files.ts'
import { readHistory } from './history.ts'
import { insertInbound, upsertChats, takeChats, unfinishedChats } from './inbox.ts'
import { abandonFiles, removableFiles, markFilesRemoved } from './file-removals.ts'
import { releaseTimers } from './timers.ts'
import { claimOutbound, releaseOutbound, recordOutcomes, undeliveredChats } from './outbox.ts'

/**
 * The ledger on PostgreSQL. It speaks raw, parameterised SQL through the shared pool, because an ORM costs 1.5 to 4 times as
 * much on these few statements. `instance` is this process's number (see instance.ts); `office` the default office of new chats.
 */
export function createLedger(pool: pg.Pool, instance: number, office: string): Ledger {
  return {
    chatIds: (keys) => upsertChats(pool, office, keys),
    accept: (rows) => insertInbound(pool, rows),
    take: (chatIds) => takeChats(pool, chatIds),
    query: (asks) => answerQueries(pool, asks),
    commit: (turns) => commitTurns(pool, instance, turns),
    recordOutcomes: (outcomes) => recordOutcomes(pool, outcomes),
    claim: (chatIds) => claimOutbound(pool, instance, chatIds),
    release: (ids) => releaseOutbound(pool, instance, ids),
    unfinished: (olderThanMs, limit) => unfinishedChats(pool, olderThanMs, limit),
    releaseTimers: (limit) => releaseTimers(pool, limit),
    undelivered: (channels, limit) => undeliveredChats(pool, instance, channels, limit),
    pendingFiles: (channels, limit) => pendingFiles(pool, channels, limit),
    expectFile: (fileId) => expectFile(pool, fileId),
    resolveFile: (inboundId, content, file) => resolveFile(pool, inboundId, content, file),
    saveFile: (file) => saveFile(pool, file),
    abandonFiles: () => abandonFiles(pool),
    removableFiles: (limit) => removableFiles(pool, limit),
    markFilesRemoved: (fileIds) => markFilesRemoved(pool, fileIds),
    history: (channel, addressHash, after) => readHistory(pool, channel, addressHash, after),
    channelStates: (reports) => writeChannelStates(pool, reports),
  }
}
