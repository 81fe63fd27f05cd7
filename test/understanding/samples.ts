import type { TicketView } from '../../src/flows/engine/conversation.ts'
import type { FlowData } from '../../src/flows/engine/handle.ts'
import { formatTicketNumber } from '../../src/model/tickets/number.ts'
import { START } from '../flows/stage.ts'

/** What a chat may have already: tickets, and applications that were found. */

const HOUR = 3_600_000

/** A ticket of this chat. */
export function ticketView(count: number, changes: Partial<TicketView> = {}): TicketView {
  return {
    id: `t${count}`,
    number: formatTicketNumber('KPG', '2026-11-20', count),
    kind: 'complaint',
    state: 'new',
    office: 'KPG',
    category: 'PAY-UNSYNC',
    confidential: false,
    openedAt: START - HOUR,
    due: '2026-11-25',
    closedAt: null,
    rating: null,
    lastReply: null,
    ...changes,
  }
}

/** An application in one status. */
export function application(status: string): FlowData {
  return {
    id: 'a1',
    office: 'KPG',
    status,
    name: null,
    visitDay: '2026-12-03',
    interviewDay: status === 'DIPERIKSA' ? '2026-10-20' : null,
    issuedDay: null,
    enteredAt: START - HOUR,
  }
}
