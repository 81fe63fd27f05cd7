import { excerpt } from '../../model/messages/text.ts'
import { canReopen } from '../../model/tickets/lifecycle.ts'
import { complaintHandle } from '../complaint/handle.ts'
import type { TicketView, World } from '../engine/conversation.ts'
import { end, go, open, type Option, type Prompt } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { REPLY_LENGTH } from '../engine/limits.ts'
import { t, type Text } from '../engine/text.ts'
import { todayIn } from '../shared/due-day.ts'
import type { TicketData, TicketStep } from './handle.ts'

/** A ticket as it is shown to whom it belongs, with what can be done about it. */

type TicketOption = Option<TicketData, TicketStep>

export function ticketPrompt({ world, data }: StepContext<TicketData>): Prompt<TicketData, TicketStep> {
  const { ticket, tickets = [] } = data
  const close: TicketOption = {
    id: 'back',
    means: 'done',
    label: t('ticket.enough'),
    hears: 'ticket.enough',
    to: tickets.length > 1 ? go('pick') : end({ after: 'menu' }),
  }
  if (!ticket) return { text: t('ticket.none'), options: [close] }
  return { text: ticketText(world, ticket), options: [ticketOption(world, ticket), close] }
}

/** The state in plain words; the promised day while nobody has answered. The subject of a confidential ticket is never said. */
function ticketText(world: World, ticket: TicketView): Text {
  const { number, state, due, lastReply } = ticket
  return t(`ticket.${shape(world, ticket)}`, {
    number,
    state: { text: t(`ticket.state.${state}`) },
    category: { text: subject(ticket) },
    due: { date: due },
    reply: excerpt(lastReply ?? '', REPLY_LENGTH),
  })
}

function shape(world: World, { state, office, due, lastReply }: TicketView) {
  if (lastReply !== null) return 'viewAnswered'
  if (state === 'closed') return 'view'
  return due < todayIn(world, office) ? 'viewLate' : 'viewWaiting'
}

function subject({ kind, category, confidential }: TicketView): Text {
  if (confidential) return t('ticket.confidential')
  return t(kind === 'human' && category === 'OTH' ? 'flow.human' : `category.${category}`)
}

/** Words for a ticket that is open, another chance for one just closed, a new one after that. */
function ticketOption({ now }: World, { state, closedAt }: TicketView): TicketOption {
  if (state !== 'closed') return { id: 'add', label: t('ticket.addIt'), hears: 'ticket.add', to: go('add') }
  if (canReopen(closedAt ?? 0, now))
    return {
      id: 'reopen',
      means: 'no',
      label: t('ticket.reopenIt'),
      hears: 'ticket.reopen',
      to: go('reopen'),
    }
  return { id: 'new', label: t('ticket.tellUs'), hears: 'ticket.new', to: open(complaintHandle.start()) }
}
