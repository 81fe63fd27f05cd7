import type pg from 'pg'
import type { Ledger } from '../../../desk/ports/ledger.ts'
import { answerQueries } from './queries.ts'
import { commitTurns } from './commit.ts'
import { expectFile, resolveFile, saveFile } from './files.ts'
import { readHistory } from './history.ts'
import { insertInbound, upsertChats, takeChats, unfinishedChats } from './inbox.ts'
import { upsertChannelStates } from '../sql/ledger/channel-states.ts'
import { abandonLooseFiles, deleteRemovals, dueRemovals } from '../sql/ledger/file-removals.ts'
import { pendingFileRows } from '../sql/ledger/files.ts'
import { releaseDueTimers } from '../sql/ledger/timers.ts'
import { claimOutbound, releaseOutbound, recordOutcomes, undeliveredChats } from './outbox.ts'

/**
 * The ledger on PostgreSQL: SQL throughout, because each call is one statement for many chats (docs/decisions.md). `instance` is this
 * process's number (see instance.ts); `office` the default office of new chats.
 * Every call throws the database's error when it cannot be reached; `commit` alone also when a single turn breaks a rule of the tables.
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
    releaseTimers: async (limit) => (await releaseDueTimers(pool, { limit })).map((row) => row.chatId),
    undelivered: (channels, limit) => undeliveredChats(pool, instance, channels, limit),
    pendingFiles: (channels, limit) => pendingFileRows(pool, { channels, limit }),
    expectFile: (fileId) => expectFile(pool, fileId),
    resolveFile: (inboundId, content, file) => resolveFile(pool, inboundId, content, file),
    saveFile: (file) => saveFile(pool, file),
    abandonFiles: async () => void (await abandonLooseFiles(pool, {})),
    removableFiles: async (limit) => (await dueRemovals(pool, { limit })).map((row) => row.id),
    markFilesRemoved: async (ids) => void (await deleteRemovals(pool, { ids })),
    history: (channel, addressHash, after) => readHistory(pool, channel, addressHash, after),
    channelStates: async (reports) => void (await upsertChannelStates(pool, { reports })),
  }
}
