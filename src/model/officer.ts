import type { TicketCommand } from './tickets/lifecycle.ts'

/** Who works at the desk, and what each may see and do. Pure. */

export const ROLES = ['ambassador', 'supervisor', 'admin'] as const
/** `ambassador` answers people, `supervisor` sees everything of the desk, `admin` looks after channels and accounts. */
export type Role = (typeof ROLES)[number]

/** Somebody with an account at the desk. */
export interface Officer {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Only this office's tickets; null: every office. */
  readonly office: string | null
}

/** What of the tickets an officer can see at all: everything else does not exist for them. */
export interface TicketScope {
  readonly office: string | null
  /** Confidential (integrity) tickets are for supervisors only, not even for admins. */
  readonly confidential: boolean
}

/** What of the tickets this officer can see. */
export function ticketScope(officer: Officer): TicketScope {
  return { office: officer.office, confidential: officer.role === 'supervisor' }
}

/** Could this officer see such a ticket? */
export function inScope(
  scope: TicketScope,
  ticket: { readonly office: string; readonly confidential: boolean },
): boolean {
  return (
    (scope.office === null || scope.office === ticket.office) && (scope.confidential || !ticket.confidential)
  )
}

/** The least role a route asks for: a supervisor may what an ambassador may; an admin may what a supervisor may. */
export function hasRole(officer: Officer, least: Role): boolean {
  return ROLES.indexOf(officer.role) >= ROLES.indexOf(least)
}

/**
 * May this officer do that to a ticket of `assigneeId`? Colleagues may leave notes on each other's tickets and take what nobody
 * has; what somebody else has is theirs, except for supervisors.
 */
export function canCommand(officer: Officer, assigneeId: string | null, command: TicketCommand): boolean {
  if (officer.role === 'supervisor' || command === 'note') return true
  return assigneeId === null || assigneeId === officer.id
}
