import type pg from 'pg'
import type { CommitTurn, CommitResult } from '../../../desk/ports/ledger.ts'
import { newId } from '../../ids.ts'
import { inTransaction, isDataError } from '../pool.ts'
import { commit, commitWithSubscriptions, type CommitValues, type PostedRow } from '../sql/ledger/commit.ts'
import { json, type Queryable } from '../sql/statement.ts'
import { countAttempts } from './inbox.ts'
import { watchedApplicationIds, netSubscriptions } from './subscriptions.ts'
import { changedTickets, type ChangedTicket } from './ticket-changes.ts'

/** See `Ledger.commit`. Turns that change a ticket take the ticket's row first; all others are one statement together. */
export async function commitTurns(
  pool: pg.Pool,
  instance: number,
  turns: readonly CommitTurn[],
): Promise<CommitResult> {
  const plain = turns.filter((turn) => turn.ticketChanges.length === 0)
  const changing = turns.filter((turn) => turn.ticketChanges.length > 0)
  const parts = await Promise.all([
    plain.length > 0 ? together(pool, plain, (some) => write(pool, instance, some, [])) : nothing,
    changing.length > 0 ? together(pool, changing, (some) => withTickets(pool, instance, some)) : nothing,
  ])
  return all(parts)
}

const nothing: CommitResult = { won: new Set(), leased: new Set(), woken: new Set() }

function all(parts: readonly CommitResult[]): CommitResult {
  const of = (name: keyof CommitResult) => new Set(parts.flatMap((part) => [...part[name]]))
  return { won: of('won'), leased: of('leased'), woken: of('woken') }
}

type Write = (turns: readonly CommitTurn[]) => Promise<CommitResult>

/** All at once; when one row is at fault, one by one, so that a single bad turn cannot hold up the others. */
async function together(pool: pg.Pool, turns: readonly CommitTurn[], run: Write): Promise<CommitResult> {
  try {
    return await run(turns)
  } catch (error) {
    if (!isDataError(error)) throw error
    if (turns.length > 1) {
      return all(await Promise.all(turns.map((turn) => together(pool, [turn], run))))
    }
    await countAttempts(
      pool,
      turns.flatMap((turn) => turn.handled.map(({ inboundId }) => inboundId)),
    )
    throw error
  }
}

function withTickets(pool: pg.Pool, instance: number, turns: readonly CommitTurn[]): Promise<CommitResult> {
  return inTransaction(pool, async (client) =>
    write(client, instance, turns, await changedTickets(client, turns)),
  )
}

async function write(
  db: Queryable,
  instance: number,
  turns: readonly CommitTurn[],
  changed: readonly ChangedTicket[],
): Promise<CommitResult> {
  const values: CommitValues = {
    instance,
    turns: turns.map(({ chatId, version, state, applicantWrote }) => ({
      chatId,
      version,
      state: json(state),
      wrote: applicantWrote,
    })),
    done: turns.flatMap(({ chatId, handled }) =>
      handled.map(({ inboundId: id, ...one }) => ({ ...one, id, chatId })),
    ),
    posted: turns.flatMap(postedRows),
    opened: json(turns.flatMap(openedTickets)),
    changed: json(changed),
  }
  const rows = turns.some((turn) => turn.subscriptions.length > 0)
    ? await commitWithSubscriptions(db, {
        ...values,
        subscriptions: json(netSubscriptions(turns)),
        applicationIds: watchedApplicationIds(turns),
      })
    : await commit(db, values)
  const of = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map((row) => row.id))
  return { won: of('won'), leased: of('leased'), woken: of('woken') }
}

function postedRows({ chatId, outbound }: CommitTurn): PostedRow[] {
  return outbound.map(({ id, content: { text, choices, card, question }, confidential, local }) => ({
    id,
    chatId,
    text,
    choices: choices.length > 0 ? json(choices) : null,
    card: card ? json(card) : null,
    question,
    confidential,
    local,
  }))
}

function openedTickets({ chatId, channel, newTickets }: CommitTurn): object[] {
  return newTickets.map(({ files, ...ticket }) => ({
    ...ticket,
    chatId,
    channel,
    eventId: newId(),
    fileIds: files.map((file) => file.id),
  }))
}
