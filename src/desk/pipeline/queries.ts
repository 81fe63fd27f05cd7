import type { Answer, Ask } from '../../flows/engine/conversation.ts'
import { gather } from './batch-loader.ts'
import { BATCH, LANES, REGISTRY_LANES } from './limits.ts'
import type { AskRow, Ledger, TicketAskRow } from '../ports/ledger.ts'
import type { Attempts, Registry } from '../ports/registry.ts'
import type { TurnDeps } from './turn.ts'

type RowOf<Of extends AskRow['ask']['of']> = AskRow & { readonly ask: Extract<AskRow['ask'], { of: Of }> }

export interface AnswersDeps {
  readonly ledger: Pick<Ledger, 'answer'>
  readonly registry: Registry
  readonly attempts: Attempts
}

/** Is this asked of a registry, which may take its time, rather than of the ledger? */
export function asksRegistry({ of }: Ask): boolean {
  return of === 'application' || of === 'quota'
}

/**
 * Questions of many chats, each kind in as few statements as may be. A registry that is slow to answer holds up nobody who
 * asks for something else, and no transaction is open while it is waited for.
 */
export function createAnswers({ ledger, registry, attempts }: AnswersDeps): TurnDeps['ask'] {
  const one = { lanes: LANES, max: BATCH }
  const slow = { lanes: REGISTRY_LANES, max: BATCH }
  const tickets = gather<TicketAskRow, Answer>((rows) => ledger.answer(rows), one)
  const applications = gather<RowOf<'application'>, Answer>(
    (rows) => findApplications(rows, registry, attempts),
    slow,
  )
  const quota = gather<RowOf<'quota'>, Answer>((rows) => findFigures(rows, registry), slow)
  return (chatId, ask, day) => {
    if (ask.of === 'application') return applications({ chatId, ask, day })
    if (ask.of === 'quota') return quota({ chatId, ask, day })
    return tickets({ chatId, ask, day })
  }
}

/** Who guessed wrong too often is not looked up at all; a source that is away costs nobody a try. */
async function findApplications(
  rows: readonly RowOf<'application'>[],
  registry: Registry,
  attempts: Attempts,
): Promise<Answer[]> {
  const locked = await attempts.locked(rows.map((row) => row.chatId))
  const free = rows.filter((row) => !locked.has(row.chatId))
  const found = await registry.applications(free.map((row) => row.ask))
  const byRow = new Map(free.map((row, at) => [row, found[at]!]))
  const chats = (right: boolean) =>
    free
      .filter((row) => (right ? typeof byRow.get(row) === 'object' : byRow.get(row) === 'unknown'))
      .map((row) => row.chatId)
  await attempts.tried(chats(false), chats(true))
  return rows.map((row) => ({ of: 'application', found: byRow.get(row) ?? 'locked' }))
}

async function findFigures(rows: readonly RowOf<'quota'>[], registry: Registry): Promise<Answer[]> {
  const found = await registry.figures(rows.map((row) => ({ offices: row.ask.offices, from: row.day })))
  return found.map((figures) => ({ of: 'quota', figures }))
}
