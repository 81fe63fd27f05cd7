/** A ticket's life as a pure function: state + command → new state + event, or a refusal with a reason. */

export const TICKET_STATES = ['new', 'assigned', 'waiting', 'answered', 'closed', 'reopened'] as const
/** `waiting` = waiting for the applicant. `answered` = an officer has spoken last. */
export type TicketState = (typeof TICKET_STATES)[number]

export const TICKET_KINDS = ['complaint', 'human'] as const
/** `complaint` told through the complaint flow; `human` = the person asked for an officer. */
export type TicketKind = (typeof TICKET_KINDS)[number]

/** Days a person may re-open a closed ticket: a fixed window, as in other public grievance systems (DIGIT). */
const REOPEN_DAYS = 7

/** What the history of a ticket tells. */
export const TICKET_EVENTS = [
  'opened', // the person's story
  'message', // the person wrote more
  'assigned', // claimed or given
  'released',
  'reply', // an officer answered
  'note', // internal, never sent
  'closed',
  'reopened',
  'rated',
  'undeliverable', // the platform says the person cannot be reached
  'withdrawn', // the person took it back
] as const
export type TicketEventKind = (typeof TICKET_EVENTS)[number]

export const TICKET_COMMANDS = ['assign', 'release', 'reply', 'ask', 'note', 'close', 'reopen'] as const
/** What an officer may do with a ticket. `ask` is a reply that waits for the applicant's answer. */
export type TicketCommand = (typeof TICKET_COMMANDS)[number]

/** Everything that can happen to a ticket: an officer's commands, and what comes from the applicant's side. */
export type TicketTrigger = TicketCommand | 'message' | 'rate' | 'withdraw' | 'undeliverable'

/** Why something cannot be done to a ticket. Closed list, each with its words for the officer. */
export const TICKET_REFUSALS = {
  closed: 'This ticket is closed. Reopen it first.',
  'not-closed': 'This ticket is not closed.',
  'not-assigned': 'Nobody has this ticket, so there is nothing to release.',
  'already-rated': 'The applicant has already rated this ticket.',
} as const
type TicketRefusal = keyof typeof TICKET_REFUSALS

/** What of a ticket decides its next state. */
export interface TicketSnapshot {
  readonly state: TicketState
  /** Has it an officer? */
  readonly assigned: boolean
  readonly rated: boolean
}

type TicketTransition =
  | { readonly ok: true; readonly state: TicketState; readonly event: TicketEventKind }
  | { readonly ok: false; readonly refusal: TicketRefusal }

const EVENT_OF: Readonly<Record<TicketTrigger, TicketEventKind>> = {
  assign: 'assigned',
  release: 'released',
  reply: 'reply',
  ask: 'reply',
  note: 'note',
  close: 'closed',
  reopen: 'reopened',
  message: 'message',
  rate: 'rated',
  withdraw: 'withdrawn',
  undeliverable: 'undeliverable',
}

/**
 * The whole life of a ticket. `·` = stays; `!` = refused (closed: `closed`; release without an officer: `not-assigned`;
 * reopen and rate of what is not closed: `not-closed`; a second rating: `already-rated`). Notes are always taken.
 *
 * |               | new      | assigned | waiting   | answered  | reopened | closed   |
 * |---------------|----------|----------|-----------|-----------|----------|----------|
 * | assign        | assigned | ·        | ·         | ·         | assigned | !        |
 * | release       | !        | new      | · †       | · †       | · †      | !        |
 * | reply         | answered | answered | answered  | ·         | answered | !        |
 * | ask           | waiting  | waiting  | ·         | waiting   | waiting  | !        |
 * | close         | closed   | closed   | closed    | closed    | closed   | !        |
 * | reopen        | !        | !        | !         | !         | !        | reopened |
 * | message       | ·        | ·        | assigned‡ | assigned‡ | ·        | reopened |
 * | undeliverable | ·        | ·        | assigned‡ | assigned‡ | ·        | ·        |
 * | withdraw      | closed   | closed   | closed    | closed    | closed   | !        |
 * | rate          | !        | !        | !         | !         | !        | ·        |
 *
 * † `!` when it has no officer. ‡ `new` when it has no officer.
 * A message that meets a closed ticket (written while the officer was closing it) reopens it: it must be seen.
 * Words that could not be delivered have answered nobody, so the ticket goes back to the officer.
 */
export function ticketTransition(at: TicketSnapshot, happening: TicketTrigger): TicketTransition {
  const refusal = refusalOf(at, happening)
  if (refusal) return { ok: false, refusal }
  return { ok: true, state: nextState(at, happening), event: EVENT_OF[happening] }
}

function refusalOf(at: TicketSnapshot, happening: TicketTrigger): TicketRefusal | null {
  const closed = at.state === 'closed'
  switch (happening) {
    case 'note':
    case 'message':
    case 'undeliverable':
      return null
    case 'reopen':
      return closed ? null : 'not-closed'
    case 'rate':
      if (!closed) return 'not-closed'
      return at.rated ? 'already-rated' : null
    case 'release':
      if (closed) return 'closed'
      return at.assigned ? null : 'not-assigned'
    default:
      return closed ? 'closed' : null
  }
}

function nextState({ state, assigned }: TicketSnapshot, happening: TicketTrigger): TicketState {
  switch (happening) {
    case 'reply':
      return 'answered'
    case 'ask':
      return 'waiting'
    case 'close':
    case 'withdraw':
      return 'closed'
    case 'reopen':
      return 'reopened'
    case 'assign':
      return state === 'new' || state === 'reopened' ? 'assigned' : state
    case 'release':
      return state === 'assigned' ? 'new' : state
    case 'message':
      return stateAfterApplicantMessage(state, assigned)
    case 'undeliverable':
      return state === 'closed' ? state : stateAfterApplicantMessage(state, assigned)
    case 'note':
    case 'rate':
      return state
  }
}

/** The state after the applicant wrote: back to the officer, or to everybody when nobody has it. */
function stateAfterApplicantMessage(state: TicketState, assigned: boolean): TicketState {
  if (state === 'closed') return 'reopened'
  if (state === 'waiting' || state === 'answered') return assigned ? 'assigned' : 'new'
  return state
}

/** May the applicant still re-open a ticket closed at `closedAt`? Both ms since epoch. Officers are not bound by this. */
export function canReopen(closedAt: number, now: number): boolean {
  return now - closedAt <= REOPEN_DAYS * 86_400_000
}
