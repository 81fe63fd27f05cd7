import { TICKET_REFUSALS } from '../model/tickets/lifecycle.ts'
import type { OfficerName, TicketEventRecord } from './ports/tickets.ts'

/** Why the desk does not do what an officer asked. Closed list, each with its words for the officer. */
export const REFUSALS = {
  ...TICKET_REFUSALS,
  'not-found': 'There is no such ticket.',
  'file-not-found': 'There is no such file on this ticket.',
  'assigned-to-another': 'Another officer has this ticket.',
  'answered-since': 'Somebody answered or closed this ticket since you looked. Read what happened first.',
  busy: 'This ticket is changing too fast just now. Look at it again and repeat.',
  'supervisors-only': 'Only a supervisor may give a ticket to somebody else.',
  'unknown-officer': 'No officer with this id may work on this ticket.',
  'fact-not-found': 'There is no such fact in force.',
  'fact-retired': 'This fact was retired before.',
  'fact-changed': 'Somebody changed this fact at the same time. Look at it again.',
  'fact-unknown-key': 'The answer library has no fact of this name.',
  'fact-other-kind': 'This fact holds another kind of value (number, text, list, yes or no).',
  'fact-hours': 'Hours need at least one day with two HH:MM times, the first before the second.',
  'fact-kinds': 'This fact is a choice of kinds: electronic, plain.',
  'fact-release':
    'This fact says when places open: weekly, month-end, once, rolling or announced, with what belongs to it.',
  'fact-span': 'This fact has two parts, the first not above the second.',
  'fact-dates': 'The last day is before the first.',
  'fact-no-source': 'A fact needs its source.',
  'fact-twice': 'There is already a fact for this office from this day on. Correct that one.',
  'fact-words':
    'An own answer needs words in each language, at most 300 characters, with links to imigrasi.go.id only.',
  'application-not-found': 'There is no such application here.',
  'not-an-application-number': 'There is no application number in this.',
  'imports-under-way': 'Other lists are just being brought in. Try again in a moment.',
  'other-office': 'This belongs to another office or to all offices; ask who looks after it.',
  'unknown-office': 'There is no such office.',
  'unknown-language': 'The assistant does not speak this language.',
  'no-words': 'There is nothing to read in this text.',
  'range-too-long': 'At most 366 days can be looked at together, and the first must not be after the last.',
  'wrong-password': 'E-mail or password is not right.',
  'too-many-tries': 'Too many tries. Wait before trying again.',
} as const
/** Name of a reason in `REFUSALS`. */
export type Refusal = keyof typeof REFUSALS

/** What belongs to a refusal, for whoever has to do something about it. */
interface RefusalDetails {
  readonly officer?: OfficerName
  readonly events?: readonly TicketEventRecord[]
  readonly seq?: number
  /** How long to wait (ms). */
  readonly waitMs?: number
  /** The field of the request it is about. */
  readonly field?: string
}

/** Thrown by the officers' desk; the message holds no person's words. */
export class OperationRefused extends Error {
  override readonly name = 'OperationRefused'
  readonly reason: Refusal
  readonly details: RefusalDetails
  constructor(reason: Refusal, details: RefusalDetails = {}) {
    super(REFUSALS[reason])
    this.reason = reason
    this.details = details
  }
}
