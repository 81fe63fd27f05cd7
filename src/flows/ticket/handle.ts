import { z } from 'zod'
import { TICKET_KINDS, TICKET_STATES } from '../../model/tickets/lifecycle.ts'
import type { TicketView } from '../engine/conversation.ts'
import { flowHandle } from '../engine/handle.ts'

/** What is shown of a ticket without a further look. */
const Shown = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(TICKET_KINDS),
  state: z.enum(TICKET_STATES),
  office: z.string(),
  category: z.string(),
  confidential: z.boolean(),
  due: z.string(),
})

/** A person's own ticket, as the desk told it. */
export const OwnTicket = z.custom<TicketView>((value) => Shown.safeParse(value).success)

export const TicketData = z.object({
  /** Those to choose from. */
  tickets: z.array(OwnTicket).readonly().optional(),
  /** The one that is shown. */
  ticket: OwnTicket.optional(),
  /** It is to be opened again. */
  again: z.boolean().optional(),
  /** A number still to be looked up. */
  number: z.string().optional(),
  /** Something was added to the ticket already. */
  added: z.boolean().optional(),
})
export type TicketData = z.infer<typeof TicketData>
export type TicketStep =
  | 'mine'
  | 'none'
  | 'pick'
  | 'number'
  | 'look'
  | 'show'
  | 'add'
  | 'reopen'
  | 'withdraw'
  | 'withdrawn'
  | 'reopened'

/** How other flows open it: at `reopen` with the ticket. */
export const ticketHandle = flowHandle<TicketData, TicketStep>('ticket')
