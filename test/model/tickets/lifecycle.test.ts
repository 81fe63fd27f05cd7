import { describe, expect, test } from 'vitest'
import {
  canReopen,
  TICKET_COMMANDS,
  TICKET_REFUSALS,
  TICKET_STATES,
  ticketTransition,
  type TicketSnapshot,
  type TicketTrigger,
  type TicketState,
} from '../../../src/model/tickets/lifecycle.ts'

/** Expected state, or the refusal after `!`; two values where it matters whether the ticket has an officer (without/with). */
const LIFE: Record<TicketTrigger, Record<TicketState, string>> = {
  assign: {
    new: 'assigned',
    assigned: 'assigned',
    waiting: 'waiting',
    answered: 'answered',
    reopened: 'assigned',
    closed: '!closed',
  },
  release: {
    new: '!not-assigned/new',
    assigned: '!not-assigned/new',
    waiting: '!not-assigned/waiting',
    answered: '!not-assigned/answered',
    reopened: '!not-assigned/reopened',
    closed: '!closed',
  },
  reply: {
    new: 'answered',
    assigned: 'answered',
    waiting: 'answered',
    answered: 'answered',
    reopened: 'answered',
    closed: '!closed',
  },
  ask: {
    new: 'waiting',
    assigned: 'waiting',
    waiting: 'waiting',
    answered: 'waiting',
    reopened: 'waiting',
    closed: '!closed',
  },
  note: {
    new: 'new',
    assigned: 'assigned',
    waiting: 'waiting',
    answered: 'answered',
    reopened: 'reopened',
    closed: 'closed',
  },
  close: {
    new: 'closed',
    assigned: 'closed',
    waiting: 'closed',
    answered: 'closed',
    reopened: 'closed',
    closed: '!closed',
  },
  reopen: {
    new: '!not-closed',
    assigned: '!not-closed',
    waiting: '!not-closed',
    answered: '!not-closed',
    reopened: '!not-closed',
    closed: 'reopened',
  },
  message: {
    new: 'new',
    assigned: 'assigned',
    waiting: 'new/assigned',
    answered: 'new/assigned',
    reopened: 'reopened',
    closed: 'reopened',
  },
  withdraw: {
    new: 'closed',
    assigned: 'closed',
    waiting: 'closed',
    answered: 'closed',
    reopened: 'closed',
    closed: '!closed',
  },
  undeliverable: {
    new: 'new',
    assigned: 'assigned',
    waiting: 'new/assigned',
    answered: 'new/assigned',
    reopened: 'reopened',
    closed: 'closed',
  },
  rate: {
    new: '!not-closed',
    assigned: '!not-closed',
    waiting: '!not-closed',
    answered: '!not-closed',
    reopened: '!not-closed',
    closed: 'closed',
  },
}

function happened(at: TicketSnapshot, happening: TicketTrigger): string {
  const step = ticketTransition(at, happening)
  return step.ok ? step.state : `!${step.refusal}`
}

describe('a ticket’s life', () => {
  for (const happening of [...TICKET_COMMANDS, 'message', 'rate', 'withdraw', 'undeliverable'] as const)
    for (const state of TICKET_STATES)
      for (const assigned of [false, true]) {
        const [without, withOfficer = without] = LIFE[happening][state].split('/')
        const expected = assigned ? withOfficer : without
        test(`${happening} of a ticket that is ${state}, ${assigned ? 'with' : 'without'} an officer: ${expected}`, () => {
          expect(happened({ state, assigned, rated: false }, happening)).toBe(expected)
        })
      }

  test('every event has its name, and a question to the applicant is a reply', () => {
    const at: TicketSnapshot = { state: 'assigned', assigned: true, rated: false }
    expect(ticketTransition(at, 'ask')).toEqual({ ok: true, state: 'waiting', event: 'reply' })
    expect(ticketTransition(at, 'close')).toMatchObject({ event: 'closed' })
  })

  test('a ticket is rated once', () => {
    expect(happened({ state: 'closed', assigned: true, rated: true }, 'rate')).toBe('!already-rated')
  })

  test('every refusal has words for the officer', () => {
    for (const words of Object.values(TICKET_REFUSALS)) expect(words).toMatch(/^[A-Z].{10,}\.$/)
  })
})

test('the applicant may reopen for exactly seven days', () => {
  const closed = 1_000_000
  const week = 7 * 86_400_000
  expect(canReopen(closed, closed + week)).toBe(true)
  expect(canReopen(closed, closed + week + 1)).toBe(false)
})
