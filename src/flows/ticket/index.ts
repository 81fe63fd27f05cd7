import { isMasked } from '../../model/messages/masking.ts'
import { wordCount } from '../../model/messages/text.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { complaintHandle } from '../complaint/handle.ts'
import { end, go, notUnderstood, open, stay, type Flow, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { TicketData, ticketHandle, type TicketStep } from './handle.ts'
import { listed, lookUp, recognise, shown } from './look-up.ts'
import { ticketPrompt } from './view.ts'

type Next = Transition<TicketData, TicketStep>

/** Words from which an answer at a shown ticket is a message for it. */
const MESSAGE_WORDS = 3

/** Steps that only show something. */
const LIGHT: ReadonlySet<string> = new Set<TicketStep>(['none', 'pick', 'show'])

/** A person's own tickets: found by number or from the list, read, added to, opened again. */
export const ticket: Flow<TicketData, TicketStep> = {
  name: ticketHandle.name,
  first: 'mine',
  data: TicketData,
  isIdle: ({ state }) => LIGHT.has(state.step),
  hasProgress: () => false,
  recognise,
  steps: {
    mine: {
      kind: 'query',
      query: () => ({ of: 'my tickets' }),
      resolve: (_, result) => (result.of === 'my tickets' ? listed(result.tickets) : notUnderstood),
    },
    none: choiceQuestion<TicketData, TicketStep>({
      prompt: () => ({
        text: t('ticket.none'),
        options: [
          {
            id: 'complaint',
            means: 'yes',
            label: t('ticket.tellUs'),
            hears: 'ticket.tellUs',
            to: open(complaintHandle.start()),
          },
          { id: 'number', label: t('ticket.byNumber'), hears: 'ticket.number', to: go('number') },
        ],
      }),
      onText: (_, text) => lookUp(text),
    }),
    pick: choiceQuestion<TicketData, TicketStep>({
      prompt: ({ data: { tickets = [] } }) => ({
        text: t('ticket.pick'),
        options: [
          ...tickets.map((one) => ({
            id: one.number,
            label: t('ticket.line', { number: one.number, state: { text: t(`ticket.short.${one.state}`) } }),
            to: shown(one),
          })),
          {
            id: 'number',
            means: 'none',
            label: t('ticket.byNumber'),
            hears: 'ticket.otherNumber',
            to: go('number'),
          },
        ],
      }),
      onText: (_, text) => lookUp(text),
    }),
    number: openQuestion<TicketData, TicketStep>({
      expects: 'ticket',
      prompt: () => ({ text: t('ticket.number'), options: [] }),
      unclear: () => t('ticket.numberUnclear'),
      onText: (_, text) =>
        isMasked(text) ? stay({ says: [{ text: t('ticket.numberIdentity') }] }) : lookUp(text),
    }),
    look: {
      kind: 'query',
      query: ({ data }) => ({ of: 'ticket', number: data.number ?? '' }),
      resolve(_, result) {
        if (result.of !== 'ticket') return notUnderstood
        return result.ticket ? shown(result.ticket) : go('none', { says: [{ text: t('ticket.unknown') }] })
      },
    },
    show: choiceQuestion<TicketData, TicketStep>({
      prompt: ticketPrompt,
      onText: onTextToTicket,
      onMedia: ({ data }) => (data.ticket?.state === 'closed' ? notUnderstood : added(data)),
    }),
    add: openQuestion<TicketData, TicketStep>({
      expects: 'story',
      prompt: ({ data }) => ({
        text: t(data.added ? 'ticket.addMore' : 'ticket.add'),
        options: data.added ? [{ id: 'done', label: t('story.done'), hears: 'ticket.done' }] : [],
      }),
      onPick: () => end({ says: [{ text: t('ticket.addDone') }] }),
      onText: ({ data }) => added(data),
      onMedia: ({ data }) => added(data),
    }),
    reopen: openQuestion<TicketData, TicketStep>({
      expects: 'story',
      prompt: () => ({ text: t('ticket.reopen'), options: [] }),
      onText: ({ data }) => reopened(data),
      onMedia: ({ data }) => reopened(data),
    }),
  },
}

/** Another number, or a message for the ticket that is shown. */
function onTextToTicket({ data }: StepContext<TicketData>, text: string): Next {
  const transition = lookUp(text)
  if (transition.kind !== 'not understood' || data.ticket?.state === 'closed') return transition
  return wordCount(normalise(text)) < MESSAGE_WORDS ? notUnderstood : added(data)
}

function added({ ticket: found }: TicketData): Next {
  if (!found) return go('mine')
  return go('add', { set: { added: true }, effects: [{ do: 'add to ticket', ticketId: found.id }] })
}

function reopened({ ticket: found }: TicketData): Next {
  if (!found) return go('mine')
  const says = [{ text: t('ticket.reopened', { number: found.number }) }]
  const effects = [
    { do: 'reopen ticket', ticketId: found.id },
    { do: 'add to ticket', ticketId: found.id },
  ] as const
  return end({ effects, says })
}
