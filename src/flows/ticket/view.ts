import { excerpt } from '../../model/text.ts'
import { mayReopen } from '../../model/ticket.ts'
import type { Text, TicketView } from '../engine/conversation.ts'
import { REPLY_LENGTH } from '../engine/limits.ts'
import { today } from '../shared/due-day.ts'
import { t, type At, type Option } from '../engine/flow.ts'

export type Ticket = {
  readonly tickets?: readonly TicketView[]
  readonly ticket?: TicketView
  /** A number still to be looked up. */
  readonly number?: string
  readonly added?: boolean
}

/** The state in plain words; the promised day while nobody has answered. The subject of a sealed ticket is never said. */
export function view(at: At<Ticket>): Text {
  const { number, state, due, lastReply } = at.data.ticket!
  return t(`ticket.${shape(at)}`, {
    number,
    state: { text: t(`ticket.state.${state}`) },
    category: { text: subject(at.data.ticket!) },
    due: { date: due },
    reply: excerpt(lastReply ?? '', REPLY_LENGTH),
  })
}

function shape({ world, data }: At<Ticket>): 'view' | 'viewWaiting' | 'viewAnswered' {
  const { state, office, due, lastReply } = data.ticket!
  if (lastReply !== null) return 'viewAnswered'
  return state === 'closed' || due < today(world, office) ? 'view' : 'viewWaiting'
}

function subject({ kind, category, sealed }: TicketView): Text {
  if (sealed) return t('ticket.sealed')
  return t(kind === 'human' && category === 'OTH' ? 'flow.human' : `category.${category}`)
}

export function actions({ world, data }: At<Ticket>): Option[] {
  const { state, closedAt } = data.ticket!
  const close: Option = {
    id: 'back',
    label: t('ticket.enough'),
    words: 'cukup, selesai, sudah, kembali, done, enough',
  }
  if (state !== 'closed')
    return [{ id: 'add', label: t('ticket.addIt'), words: 'tambah, tambah pesan, tulis, add' }, close]
  if (!mayReopen(closedAt ?? 0, world.now))
    return [{ id: 'new', label: t('ticket.tellUs'), words: 'lapor, baru, new' }, close]
  return [
    { id: 'reopen', label: t('ticket.reopenIt'), words: 'belum, belum beres, buka lagi, reopen, open again' },
    close,
  ]
}
