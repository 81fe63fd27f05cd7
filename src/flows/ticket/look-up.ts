import type { InboundContent } from '../../model/messages/content.ts'
import { readActs } from '../../model/understanding/acts.ts'
import { classifyTopic } from '../../model/understanding/intent.ts'
import { matchesAnyWord } from '../../model/understanding/normalise.ts'
import { canReopen } from '../../model/tickets/lifecycle.ts'
import { findTicketNumber, parseTicketNumber } from '../../model/tickets/number.ts'
import type { TicketView } from '../engine/conversation.ts'
import { go, notUnderstood, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { FlowTarget } from '../engine/handle.ts'
import { type TicketData, ticketHandle, type TicketStep } from './handle.ts'

/** Finding one of a person's tickets: by its number, or as the only one. */

type Next = Transition<TicketData, TicketStep>

/** Tickets offered at most; older ones are found by their number. */
const OFFERED = 6

/** As sure as this somebody asks how far it is, or takes it back (0–1). */
export const SURE = 0.65

/** A ticket's number, whatever is said around it; "sudah sampai mana laporan saya"; "cabut saja laporannya". */
export function recognise({ world }: StepContext, content: InboundContent): FlowTarget | null {
  if (content.kind !== 'text') return null
  const number = findTicketNumber(content.text)
  if (number) return ticketHandle.at('look', { number })
  const acts = readActs(content.text)
  if (acts.has('withdrawal', SURE)) {
    if (world.openTicket) return ticketHandle.at('withdraw')
    // no new report is made of "cabut saja laporan saya"
    if (classifyTopic(content.text).intent === 'complaint') return ticketHandle.start()
  }
  if (!world.openTicket && matchesAnyWord(content.text, world.hears['ticket.again']))
    return ticketHandle.start({ again: true })
  const isOwn = world.openTicket !== null || matchesAnyWord(content.text, world.hears['ticket.named'])
  return isOwn && acts.has('progress', SURE) ? ticketHandle.start() : null
}

/** What is to be opened again is the last that was closed, and may be. */
export function listed({ data, world }: StepContext<TicketData>, tickets: readonly TicketView[]): Next {
  const closed = tickets.find((one) => one.state === 'closed' && canReopen(one.closedAt ?? 0, world.now))
  if (data.again && closed) return go('reopened', { set: { ticket: closed } })
  const [only, ...others] = tickets
  if (!only) return go('none')
  return others.length === 0 ? shown(only) : go('pick', { set: { tickets: tickets.slice(0, OFFERED) } })
}

export function shown(found: TicketView): Next {
  return go('show', { set: { ticket: found } })
}

export function lookUp(text: string): Next {
  const number = parseTicketNumber(text) ?? findTicketNumber(text)
  return number ? go('look', { set: { number } }) : notUnderstood
}
