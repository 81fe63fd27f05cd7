import { inScope, ticketScope, type Officer } from '../../model/officer.ts'
import { OperationRefused } from '../errors.ts'
import type { OfficerStore } from '../ports/officers.ts'
import type { Texts } from '../ports/texts.ts'
import type { TicketStore } from '../ports/tickets.ts'
import type { Decide } from './act.ts'
import { assigned, closed, replied, type OfficerAction } from './actions.ts'
import { cleanText, isRepeatedReply, replyText } from './reply.ts'

/** Actions that have to look something up before it is clear what they write. Each rejects with OperationRefused. */

export interface DecisionDeps {
  readonly store: Pick<TicketStore, 'events'>
  readonly officers: Pick<OfficerStore, 'findById'>
  readonly texts: Texts
}

/** An officer's answer as it is typed. */
export interface Reply {
  readonly text: string
  /** `seq` of the ticket the officer saw; left out: as it is when the reply comes. */
  readonly ifSeen?: number | undefined
  readonly awaitsAnswer?: boolean | undefined
}

/** Claims the ticket, or gives it to `to`; nothing when that officer has it already. */
export function decideAssign(to: string, { officers }: DecisionDeps): Decide {
  return async (action) => {
    const { officer, ticket } = action
    const assignee = to === officer.id ? officer : await assigneeFor(officers, action, to)
    return ticket.assignee?.id === to && ticket.state !== 'closed' ? null : assigned(action, assignee)
  }
}

async function assigneeFor(
  officers: DecisionDeps['officers'],
  { officer, ticket }: OfficerAction,
  to: string,
): Promise<Officer> {
  if (officer.role !== 'supervisor') throw new OperationRefused('supervisors-only')
  const found = await officers.findById(to)
  if (!found?.active || !inScope(ticketScope(found), ticket))
    throw new OperationRefused('unknown-officer', { field: 'officer' })
  return found
}

/** Answers the applicant; nothing when these very words were sent before. */
export function decideReply(
  { text: typed, ifSeen, awaitsAnswer }: Reply,
  { store, texts }: DecisionDeps,
): Decide {
  const text = cleanText(typed, 'text')
  let seen = ifSeen
  return async (action) => {
    // when the ticket changes under our hands, what was seen is what stood there at the first try
    seen ??= action.ticket.seq
    if (await isRepeatedReply(store, action, seen, text)) return null
    const outbound = replyText(texts, action.ticket, 'officer.reply', text)
    return replied(action, awaitsAnswer ? 'ask' : 'reply', text, outbound)
  }
}

/** Closes the ticket and tells the applicant why. */
export function decideClose(typed: string, { store, texts }: DecisionDeps): Decide {
  const resolution = cleanText(typed, 'resolution')
  return async (action) => {
    const events = await store.events(action.ticket.id, 0)
    const lastReply = events.findLast((event) => event.kind === 'reply')?.text ?? null
    const outbound = replyText(texts, action.ticket, 'officer.closed', resolution)
    return closed(action, resolution, outbound, lastReply)
  }
}
