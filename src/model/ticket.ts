/** A ticket's life as a pure function: state + command → new state + event, or a refusal with a reason. */

export const TICKET_STATES = ['new', 'assigned', 'waiting', 'answered', 'closed', 'reopened'] as const
/** `waiting` = waiting for the applicant. `answered` = an officer has spoken last. */
export type TicketState = (typeof TICKET_STATES)[number]

export const TICKET_KINDS = ['complaint', 'human'] as const
/** `complaint` told through the complaint flow; `human` = the person asked for an officer. */
export type TicketKind = (typeof TICKET_KINDS)[number]

/** Days a person may re-open a closed ticket (DIGIT, domain of the field: a fixed, stated window). */
export const REOPEN_DAYS = 7

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
] as const
export type TicketEventKind = (typeof TICKET_EVENTS)[number]

export const TICKET_COMMANDS = ['assign', 'release', 'reply', 'ask', 'note', 'close', 'reopen'] as const
/** What an officer may do with a ticket. `ask` is a reply that waits for the applicant's answer. */
export type TicketCommand = (typeof TICKET_COMMANDS)[number]
