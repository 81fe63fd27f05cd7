import type { QueryResult, Query } from '../../../flows/engine/conversation.ts'
import { createBatchLoader } from '../batch-loader.ts'
import { BATCH, LANES, REGISTRY_LANES } from '../limits.ts'
import type { QueryRow, Ledger, TicketQueryRow } from '../../ports/ledger.ts'
import type { LookupAttempts, Registry } from '../../ports/registry.ts'

type RowOf<Of extends QueryRow['query']['of']> = QueryRow & {
  readonly query: Extract<QueryRow['query'], { of: Of }>
}

export interface QueriesDeps {
  readonly ledger: Pick<Ledger, 'query'>
  readonly registry: Registry
  readonly attempts: LookupAttempts
}

/** Asks ledger or registry for one chat; calls of many chats share a statement. `day`: see `QueryRow`. Rejects when our database cannot be reached. */
export type AskQuery = (chatId: string, query: Query, day: string) => Promise<QueryResult>

/** Is this asked of a registry, which may take its time, rather than of the ledger? */
export function isRegistryQuery({ of }: Query): boolean {
  return of === 'application' || of === 'quota'
}

/**
 * Questions of many chats, each kind in as few statements as may be. A registry that is slow to answer holds up nobody who
 * asks for something else, and no transaction is open while it is waited for.
 */
export function createQueries({ ledger, registry, attempts }: QueriesDeps): AskQuery {
  const one = { lanes: LANES, max: BATCH }
  const slow = { lanes: REGISTRY_LANES, max: BATCH }
  const tickets = createBatchLoader<TicketQueryRow, QueryResult>((rows) => ledger.query(rows), one)
  const applications = createBatchLoader<RowOf<'application'>, QueryResult>(
    (rows) => findApplications(rows, registry, attempts),
    slow,
  )
  const quota = createBatchLoader<RowOf<'quota'>, QueryResult>((rows) => findFigures(rows, registry), slow)
  return (chatId, query, day) => {
    if (query.of === 'application') return applications({ chatId, query, day })
    if (query.of === 'quota') return quota({ chatId, query, day })
    return tickets({ chatId, query, day })
  }
}

/** Who guessed wrong too often is not looked up at all; a source that is away costs nobody a try. */
async function findApplications(
  rows: readonly RowOf<'application'>[],
  registry: Registry,
  attempts: LookupAttempts,
): Promise<QueryResult[]> {
  const locked = await attempts.locked(rows.map((row) => row.chatId))
  const free = rows.filter((row) => !locked.has(row.chatId))
  const found = await registry.applications(free.map((row) => row.query))
  const byRow = new Map(found.map((result, at) => [free[at], result]))
  const chats = (right: boolean) =>
    free
      .filter((row) => (right ? typeof byRow.get(row) === 'object' : byRow.get(row) === 'unknown'))
      .map((row) => row.chatId)
  await attempts.record(chats(false), chats(true))
  return rows.map((row) => ({ of: 'application', found: byRow.get(row) ?? 'locked' }))
}

async function findFigures(rows: readonly RowOf<'quota'>[], registry: Registry): Promise<QueryResult[]> {
  const found = await registry.quotaFigures(
    rows.map((row) => ({ offices: row.query.offices, from: row.day })),
  )
  return found.map((figures) => ({ of: 'quota', figures }))
}
