import type { Officer } from '../../model/officer.ts'
import { OperationRefused } from '../errors.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { TicketCommit, TicketRecord } from '../ports/tickets.ts'
import type { OfficerAction } from './actions.ts'
import { detailOf, findTicket, type DetailDeps, type TicketDetail } from './detail.ts'

export interface ActDeps extends DetailDeps {
  readonly notifier: Notifier
}

/** What an action writes, decided on the ticket as it was read; null: nothing is to be written. */
export type Decide = (action: OfficerAction) => TicketCommit | null | Promise<TicketCommit | null>

/** How often an action is tried anew because the ticket changed between reading and writing. */
const TRIES = 5

/** Reads, decides, writes. Rejects with OperationRefused: what `decide` refuses, `not-found`, or `busy` after some tries. */
export async function actOn(
  officer: Officer,
  number: string,
  decide: Decide,
  deps: ActDeps,
): Promise<TicketDetail> {
  for (let tries = 0; tries < TRIES; tries++) {
    const ticket = await findTicket(officer, number, deps)
    const commit = await decide({ officer, ticket, now: deps.now() })
    if (!commit) return detailOf(officer, ticket, deps)
    if (await deps.store.commit(commit)) {
      wake(deps.notifier, ticket, commit)
      return detailOf(officer, await findTicket(officer, number, deps), deps)
    }
  }
  throw new OperationRefused('busy')
}

function wake(notifier: Notifier, { channel, chatId }: TicketRecord, commit: TicketCommit): void {
  if (commit.outbound) notifier.wakeDelivery(channel, [chatId])
  if (commit.input) notifier.wakeConversations([chatId])
}
