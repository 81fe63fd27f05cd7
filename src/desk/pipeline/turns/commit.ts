import type { ChannelName } from '../../../model/messages/channel.ts'
import {
  INBOX_TAKE_LIMIT,
  type CommitTurn,
  type Ledger,
  type OutboundRow,
  type TakenChat,
} from '../../ports/ledger.ts'
import type { PlannedTurn } from './plan.ts'

export interface CommitDeps {
  readonly ledger: Pick<Ledger, 'commit'>
  /** Is this channel in this process? */
  readonly isLocal: (channel: ChannelName) => boolean
  /** Outbound messages this process holds, in order, ready to be sent. */
  readonly enqueue: (messages: readonly OutboundRow[]) => void
  /** Outbound messages for a channel in another process. */
  readonly wakeElsewhere: (channel: ChannelName, chatIds: readonly string[]) => void
}

/**
 * Commits planned turns in one statement and hands what they say to delivery. Returns the chats that must be looked at again:
 * another process was first, the commit itself woke them, or more waits in their inbox. Rejects when the ledger does.
 */
export async function commitPlanned(
  planned: readonly PlannedTurn[],
  deps: CommitDeps,
): Promise<readonly string[]> {
  const turns = planned.flatMap(({ chat, turn }) => (turn ? [{ chat, turn }] : []))
  if (turns.length === 0) return []
  const { won, leased, woken } = await deps.ledger.commit(turns.map(({ turn }) => turn))
  deps.enqueue(turns.flatMap(({ chat, turn }) => leasedRows(turn, chat, leased)))
  wakeOtherProcesses(
    turns.map(({ turn }) => turn).filter(({ chatId }) => won.has(chatId)),
    deps,
  )
  return turns
    .filter(({ chat, turn }) => !won.has(chat.id) || woken.has(chat.id) || moreWaits(turn, chat))
    .map(({ chat }) => chat.id)
}

function moreWaits(turn: CommitTurn, chat: TakenChat): boolean {
  return chat.inbox.length > turn.handled.length || chat.inbox.length >= INBOX_TAKE_LIMIT
}

function wakeOtherProcesses(won: readonly CommitTurn[], deps: CommitDeps): void {
  const away = won.filter(({ channel, outbound }) => outbound.length > 0 && !deps.isLocal(channel))
  for (const name of new Set(away.map(({ channel }) => channel)))
    deps.wakeElsewhere(
      name,
      away.filter(({ channel }) => channel === name).map(({ chatId }) => chatId),
    )
}

function leasedRows(
  turn: CommitTurn,
  { id: chatId, channel, address }: TakenChat,
  leased: ReadonlySet<string>,
): OutboundRow[] {
  const fresh = { chatId, channel, address, attempts: 0, officerId: null, ageMs: 0 }
  return turn.outbound
    .filter((message) => leased.has(message.id))
    .map(({ id, content }) => ({ ...fresh, id, content }))
}
