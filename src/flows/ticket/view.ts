import { excerpt } from '../../model/messages/text.ts'
import { canReopen } from '../../model/tickets/lifecycle.ts'
import type { Text, TicketView } from '../engine/conversation.ts'
import { REPLY_LENGTH } from '../engine/limits.ts'
import { todayIn } from '../shared/due-day.ts'
import { t, type StepContext, type Option } from '../engine/flow.ts'

export type TicketData = {
  readonly tickets?: readonly TicketView[]
  readonly ticket?: TicketView
  /** A number still to be looked up. */
  readonly number?: string
  readonly added?: boolean
}

/** The state in plain words; the promised day while nobody has answered. The subject of a confidential ticket is never said. */
export function ticketText(at: StepContext<TicketData>): Text {
  const { number, state, due, lastReply } = at.data.ticket!
  return t(`ticket.${shape(at)}`, {
    number,
    state: { text: t(`ticket.state.${state}`) },
    category: { text: subject(at.data.ticket!) },
    due: { date: due },
    reply: excerpt(lastReply ?? '', REPLY_LENGTH),
  })
}

function shape({ world, data }: StepContext<TicketData>): 'view' | 'viewWaiting' | 'viewAnswered' {
  const { state, office, due, lastReply } = data.ticket!
  if (lastReply !== null) return 'viewAnswered'
  return state === 'closed' || due < todayIn(world, office) ? 'view' : 'viewWaiting'
}

function subject({ kind, category, confidential }: TicketView): Text {
  if (confidential) return t('ticket.confidential')
  return t(kind === 'human' && category === 'OTH' ? 'flow.human' : `category.${category}`)
}

export function ticketOptions({ world, data }: StepContext<TicketData>): Option[] {
  const { state, closedAt } = data.ticket!
  const close: Option = {
    id: 'back',
    label: t('ticket.enough'),
    words: 'cukup, selesai, sudah, kembali, done, enough',
  }
  if (state !== 'closed')
    return [{ id: 'add', label: t('ticket.addIt'), words: 'tambah, tambah pesan, tulis, add' }, close]
  if (!canReopen(closedAt ?? 0, world.now))
    return [{ id: 'new', label: t('ticket.tellUs'), words: 'lapor, baru, new' }, close]
  return [
    { id: 'reopen', label: t('ticket.reopenIt'), words: 'belum, belum beres, buka lagi, reopen, open again' },
    close,
  ]
}
