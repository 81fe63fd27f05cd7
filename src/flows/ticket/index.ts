import { isMasked } from '../../model/messages/masking.ts'
import { findTicketNumber, parseTicketNumber } from '../../model/tickets/number.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import type { TicketView } from '../engine/conversation.ts'
import {
  end,
  go,
  notUnderstood,
  open,
  stay,
  t,
  type StepContext,
  type Flow,
  type Transition,
} from '../engine/flow.ts'
import { ticketOptions, ticketText, type TicketData } from './view.ts'

/** Words from which an answer at a shown ticket is a message for it. */
const MESSAGE_WORDS = 3

/** Steps that only show something. */
const LIGHT = new Set(['none', 'pick', 'show'])

/** A person's own tickets: found by number or from the list, read, added to, opened again. */
export const ticket: Flow<TicketData> = {
  name: 'ticket',
  first: 'mine',
  isIdle: ({ state }) => LIGHT.has(state.step),
  hasProgress: () => false,
  steps: {
    mine: {
      kind: 'query',
      query: () => ({ of: 'my tickets' }),
      resolve: (_, answer) => (answer.of === 'my tickets' ? listed(answer.tickets) : notUnderstood),
    },
    none: choiceQuestion<TicketData>({
      prompt: () => ({
        text: t('ticket.none'),
        options: [
          { id: 'complaint', label: t('ticket.tellUs'), words: 'lapor, ya, complaint, yes' },
          { id: 'number', label: t('ticket.byNumber'), words: 'nomor, number' },
        ],
      }),
      onPick: (_, id) => (id === 'complaint' ? open({ flow: 'complaint' }) : go('number')),
      onText: lookUp,
    }),
    pick: choiceQuestion<TicketData>({
      prompt: ({ data }) => ({
        text: t('ticket.pick'),
        options: [
          ...(data.tickets ?? []).map((one) => ({
            id: one.number,
            label: t('ticket.line', { number: one.number, state: { text: t(`ticket.short.${one.state}`) } }),
          })),
          { id: 'number', label: t('ticket.byNumber'), words: 'nomor lain, lain, other' },
        ],
      }),
      onPick({ data }, id) {
        const found = data.tickets?.find((one) => one.number === id)
        return found ? shown(found) : go('number')
      },
      onText: lookUp,
    }),
    number: openQuestion<TicketData>({
      prompt: () => ({ text: t('ticket.number'), options: [] }),
      unclear: () => t('ticket.numberUnclear'),
      rephrase: () => t('ticket.numberExample'),
      onText: (at, text) =>
        isMasked(text) ? stay({ says: [{ text: t('ticket.numberIdentity') }] }) : lookUp(at, text),
    }),
    look: {
      kind: 'query',
      query: ({ data }) => ({ of: 'ticket', number: data.number ?? '' }),
      resolve(_, answer) {
        if (answer.of !== 'ticket') return notUnderstood
        return answer.ticket ? shown(answer.ticket) : go('none', { says: [{ text: t('ticket.unknown') }] })
      },
    },
    show: choiceQuestion<TicketData>({
      prompt: (at) => ({ text: ticketText(at), options: ticketOptions(at) }),
      onPick({ data }, id) {
        if (id === 'add' || id === 'reopen') return go(id)
        if (id === 'new') return open({ flow: 'complaint' })
        return data.tickets && data.tickets.length > 1 ? go('pick') : end({ after: 'menu' })
      },
      onText: saidToIt,
      onMedia: ({ data }) => (data.ticket!.state === 'closed' ? notUnderstood : added(data)),
    }),
    add: openQuestion<TicketData>({
      prompt: ({ data }) => ({
        text: t(data.added ? 'ticket.addMore' : 'ticket.add'),
        options: data.added
          ? [{ id: 'done', label: t('story.done'), words: 'selesai, sudah, cukup, done' }]
          : [],
      }),
      onPick: () => end({ says: [{ text: t('ticket.addDone') }] }),
      onText: ({ data }) => added(data),
      onMedia: ({ data }) => added(data),
    }),
    reopen: openQuestion<TicketData>({
      prompt: () => ({ text: t('ticket.reopen'), options: [] }),
      onText: ({ data }) => reopened(data),
      onMedia: ({ data }) => reopened(data),
    }),
  },
}

function listed(tickets: readonly TicketView[]): Transition {
  if (tickets.length === 0) return go('none')
  return tickets.length === 1 ? shown(tickets[0]!) : go('pick', { set: { tickets: tickets.slice(0, 6) } })
}

function shown(found: TicketView): Transition {
  return go('show', { set: { ticket: found } })
}

function lookUp(_: unknown, text: string): Transition {
  const number = parseTicketNumber(text) ?? findTicketNumber(text)
  return number ? go('look', { set: { number } }) : notUnderstood
}

/** Another number, or a message for the ticket that is shown. */
function saidToIt(at: StepContext<TicketData>, text: string): Transition {
  const move = lookUp(at, text)
  if (move.kind !== 'not understood' || at.data.ticket!.state === 'closed') return move
  return normalise(text).split(' ').length < MESSAGE_WORDS ? notUnderstood : added(at.data)
}

function added({ ticket: found }: TicketData): Transition {
  return go('add', { set: { added: true }, effects: [{ do: 'add to ticket', ticketId: found!.id }] })
}

function reopened({ ticket: found }: TicketData): Transition {
  const says = [{ text: t('ticket.reopened', { number: found!.number }) }]
  const effects = [
    { do: 'reopen ticket', ticketId: found!.id },
    { do: 'add to ticket', ticketId: found!.id },
  ] as const
  return end({ effects, says })
}
