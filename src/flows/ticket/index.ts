import { isMasked } from '../../model/messages/masking.ts'
import { wordCount } from '../../model/messages/text.ts'
import { readActs } from '../../model/understanding/acts.ts'
import { readYesNo } from '../../model/understanding/answers/yes-no.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { complaintHandle } from '../complaint/handle.ts'
import { end, go, notUnderstood, open, stay, type Flow, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion, openQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { TicketData, ticketHandle, type TicketStep } from './handle.ts'
import { listed, lookUp, recognise, shown, SURE } from './look-up.ts'
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
      resolve: (at, result) => (result.of === 'my tickets' ? listed(at, result.tickets) : notUnderstood),
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
      onPick: () => finished,
      onText: ({ data }, text) => {
        if (readActs(text).has('progress', SURE)) return go('mine')
        return data.added && saysEnough(text) ? finished : added(data)
      },
      onMedia: ({ data }) => added(data),
    }),
    withdraw: choiceQuestion<TicketData, TicketStep>({
      prompt: ({ world }) => ({
        text: t('ticket.withdraw', { number: world.openTicket?.number ?? '' }),
        options: [
          { id: 'yes', label: t('ticket.withdrawIt'), hears: 'ticket.withdraw', to: go('withdrawn') },
          {
            id: 'no',
            label: t('ticket.keepIt'),
            hears: 'ticket.keep',
            to: end({ says: [{ text: t('ticket.kept') }] }),
          },
        ],
      }),
    }),
    reopened: { kind: 'decision', decide: ({ data }) => reopened(data) },
    withdrawn: { kind: 'decision', decide: withdrawn },
    reopen: openQuestion<TicketData, TicketStep>({
      expects: 'story',
      prompt: () => ({ text: t('ticket.reopen'), options: [] }),
      onText: ({ data }) => reopened(data),
      onMedia: ({ data }) => reopened(data),
    }),
  },
}

/** "Ya", "terima kasih": nothing for an officer to read. */
function saysEnough(text: string): boolean {
  const acts = readActs(text)
  return readYesNo(text) !== null || (acts.isBare && acts.has('thanks'))
}

const finished = end<TicketData>({ says: [{ text: t('ticket.addDone') }] })

/** Another number, or a message for the ticket that is shown. */
function onTextToTicket({ data, world }: StepContext<TicketData>, text: string): Next {
  if (data.ticket && data.ticket.id === world.openTicket?.id && readActs(text).has('withdrawal', SURE))
    return go('withdraw')
  // asked again, it is looked up again
  if (data.ticket && readActs(text).has('progress', SURE))
    return go('look', { set: { number: data.ticket.number } })
  const transition = lookUp(text)
  if (transition.kind !== 'not understood' || data.ticket?.state === 'closed') return transition
  return wordCount(normalise(text)) < MESSAGE_WORDS ? notUnderstood : added(data)
}

function added({ ticket: found }: TicketData): Next {
  if (!found) return go('mine')
  return go('add', { set: { added: true }, effects: [{ do: 'add to ticket', ticketId: found.id }] })
}

function withdrawn({ world }: StepContext<TicketData>): Exclude<Next, { kind: 'not understood' }> {
  const found = world.openTicket
  if (!found) return end({ says: [{ text: t('cancel.nothing') }] })
  const says = [{ text: t('ticket.withdrawn', { number: found.number }) }]
  return end({ effects: [{ do: 'withdraw ticket', ticketId: found.id }], says })
}

function reopened({ ticket: found }: TicketData): Exclude<Next, { kind: 'not understood' }> {
  if (!found) return go('mine')
  const says = [{ text: t('ticket.reopened', { number: found.number }) }]
  const effects = [
    { do: 'reopen ticket', ticketId: found.id },
    { do: 'add to ticket', ticketId: found.id },
  ] as const
  return end({ effects, says })
}
