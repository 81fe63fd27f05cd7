import type { InboundContent } from '../../model/messages/content.ts'
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

/** A ticket's number, whatever is said around it. */
export function recognise(_: StepContext, content: InboundContent): FlowTarget | null {
  const number = content.kind === 'text' ? findTicketNumber(content.text) : null
  return number ? ticketHandle.at('look', { number }) : null
}

export function listed(tickets: readonly TicketView[]): Next {
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
