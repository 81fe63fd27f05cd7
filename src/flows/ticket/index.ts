import { isMasked } from '../../model/text-mask.ts'
import { findTicketNumber, parseTicketNumber } from '../../model/ticket-number.ts'
import { normalise } from '../../model/understanding.ts'
import { choose, tell } from '../engine/question.ts'
import type { TicketView } from '../engine/conversation.ts'
import { end, go, miss, open, stay, t, type At, type Flow, type Move } from '../engine/flow.ts'
import { actions, view, type Ticket } from './view.ts'

/** Words from which an answer at a shown ticket is a message for it. */
const MESSAGE_WORDS = 3

/** Steps that only show something. */
const LIGHT = new Set(['none', 'pick', 'show'])

/** A person's own tickets: found by number or from the list, read, added to, opened again. */
export const ticket: Flow<Ticket> = {
  name: 'ticket',
  first: 'mine',
  light: ({ state }) => LIGHT.has(state.step),
  holds: () => false,
  steps: {
    mine: {
      kind: 'query',
      ask: () => ({ of: 'my tickets' }),
      answered: (_, answer) => (answer.of === 'my tickets' ? listed(answer.tickets) : miss),
    },
    none: choose<Ticket>({
      ask: () => ({
        text: t('ticket.none'),
        options: [
          { id: 'complaint', label: t('ticket.tellUs'), words: 'lapor, ya, complaint, yes' },
          { id: 'number', label: t('ticket.byNumber'), words: 'nomor, number' },
        ],
      }),
      picked: (_, id) => (id === 'complaint' ? open({ flow: 'complaint' }) : go('number')),
      said: lookUp,
    }),
    pick: choose<Ticket>({
      ask: ({ data }) => ({
        text: t('ticket.pick'),
        options: [
          ...(data.tickets ?? []).map((one) => ({
            id: one.number,
            label: t('ticket.line', { number: one.number, state: { text: t(`ticket.short.${one.state}`) } }),
          })),
          { id: 'number', label: t('ticket.byNumber'), words: 'nomor lain, lain, other' },
        ],
      }),
      picked({ data }, id) {
        const found = data.tickets?.find((one) => one.number === id)
        return found ? shown(found) : go('number')
      },
      said: lookUp,
    }),
    number: tell<Ticket>({
      ask: () => ({ text: t('ticket.number'), options: [] }),
      unclear: () => t('ticket.numberUnclear'),
      simpler: () => t('ticket.numberExample'),
      told: (at, text) =>
        isMasked(text) ? stay({ says: [{ text: t('ticket.numberIdentity') }] }) : lookUp(at, text),
    }),
    look: {
      kind: 'query',
      ask: ({ data }) => ({ of: 'ticket', number: data.number ?? '' }),
      answered(_, answer) {
        if (answer.of !== 'ticket') return miss
        return answer.ticket ? shown(answer.ticket) : go('none', { says: [{ text: t('ticket.unknown') }] })
      },
    },
    show: choose<Ticket>({
      ask: (at) => ({ text: view(at), options: actions(at) }),
      picked({ data }, id) {
        if (id === 'add' || id === 'reopen') return go(id)
        if (id === 'new') return open({ flow: 'complaint' })
        return data.tickets && data.tickets.length > 1 ? go('pick') : end({ after: 'menu' })
      },
      said: saidToIt,
      shown: ({ data }) => (data.ticket!.state === 'closed' ? miss : added(data)),
    }),
    add: tell<Ticket>({
      ask: ({ data }) => ({
        text: t(data.added ? 'ticket.addMore' : 'ticket.add'),
        options: data.added
          ? [{ id: 'done', label: t('story.done'), words: 'selesai, sudah, cukup, done' }]
          : [],
      }),
      picked: () => end({ says: [{ text: t('ticket.addDone') }] }),
      told: ({ data }) => added(data),
      shown: ({ data }) => added(data),
    }),
    reopen: tell<Ticket>({
      ask: () => ({ text: t('ticket.reopen'), options: [] }),
      told: ({ data }) => reopened(data),
      shown: ({ data }) => reopened(data),
    }),
  },
}

function listed(tickets: readonly TicketView[]): Move {
  if (tickets.length === 0) return go('none')
  return tickets.length === 1 ? shown(tickets[0]!) : go('pick', { set: { tickets: tickets.slice(0, 6) } })
}

function shown(found: TicketView): Move {
  return go('show', { set: { ticket: found } })
}

function lookUp(_: unknown, text: string): Move {
  const number = parseTicketNumber(text) ?? findTicketNumber(text)
  return number ? go('look', { set: { number } }) : miss
}

/** Another number, or a message for the ticket that is shown. */
function saidToIt(at: At<Ticket>, text: string): Move {
  const move = lookUp(at, text)
  if (move.kind !== 'miss' || at.data.ticket!.state === 'closed') return move
  return normalise(text).split(' ').length < MESSAGE_WORDS ? miss : added(at.data)
}

function added({ ticket: found }: Ticket): Move {
  return go('add', { set: { added: true }, effects: [{ do: 'add to ticket', ticketId: found!.id }] })
}

function reopened({ ticket: found }: Ticket): Move {
  const says = [{ text: t('ticket.reopened', { number: found!.number }) }]
  const effects = [
    { do: 'reopen ticket', ticketId: found!.id },
    { do: 'add to ticket', ticketId: found!.id },
  ] as const
  return end({ effects, says })
}
