import type { Effect, Input, World } from '../../../flows/engine/conversation.ts'
import type { TurnResult, State } from '../../../flows/engine/state.ts'
import type { ChannelName } from '../../../model/messages/channel.ts'
import type {
  CommitTurn,
  NewOutbound,
  NewTicketRow,
  SubscriptionChange,
  TicketChange,
} from '../../ports/ledger.ts'
import { OFFICER_LANG, type Texts } from '../../ports/texts.ts'
import type { Burst } from './burst.ts'
import { outboundContents } from './outbound.ts'

/** What a turn writes beside the state of its chat. */
export type TurnRows = Pick<
  CommitTurn,
  'applicantWrote' | 'handled' | 'outbound' | 'newTickets' | 'ticketChanges' | 'subscriptions'
>

export interface RowDeps {
  readonly texts: Texts
  readonly newId: () => string
  /** Is this channel in this process? */
  readonly isLocal: (channel: ChannelName) => boolean
}

/** What was read as one, and what the conversation did with it. */
interface Response {
  readonly burst: Burst
  readonly before: State
  readonly result: TurnResult
}

/** The rows of one burst: its messages are handled, what is said goes out, and its other effects become rows of their own. */
export function rowsOf(response: Response, channel: ChannelName, world: World, deps: RowDeps): TurnRows {
  const { burst, result } = response
  const { input } = burst
  const { effects, state } = result
  const confidential = isConfidential(response, world)
  const apart = confidential || effects.some((effect) => effect.do === 'mark sensitive')
  const ticketId = effects.find((effect) => effect.do === 'add to ticket')?.ticketId ?? null
  const rows = effects.map((effect) => rowOf(effect, input, state, world, deps.texts))
  return {
    applicantWrote: input.kind === 'message',
    handled: burst.messages.map(({ id }) => ({ inboundId: id, confidential: apart, ticketId })),
    outbound: outboundRows(result, confidential, channel, deps),
    newTickets: rows.flatMap((row) => row?.newTicket ?? []),
    ticketChanges: rows.flatMap((row) => row?.ticketChange ?? []),
    subscriptions: rows.flatMap((row) => row?.subscription ?? []),
  }
}

/** The rows of one burst after the other. */
export function joinRows(parts: readonly TurnRows[]): TurnRows {
  return {
    applicantWrote: parts.some((part) => part.applicantWrote),
    handled: parts.flatMap((part) => part.handled),
    outbound: parts.flatMap((part) => part.outbound),
    newTickets: parts.flatMap((part) => part.newTickets),
    ticketChanges: parts.flatMap((part) => part.ticketChanges),
    subscriptions: parts.flatMap((part) => part.subscriptions),
  }
}

/** Also a turn that opens a confidential ticket, or adds to one, without its state being confidential before or after. */
function isConfidential({ before, result }: Response, { openTicket }: World): boolean {
  const touches = result.effects.some(
    (effect) =>
      (effect.do === 'open ticket' && effect.ticket.confidential) ||
      (effect.do === 'add to ticket' &&
        openTicket?.confidential === true &&
        openTicket.id === effect.ticketId),
  )
  return before.confidential || result.state.confidential || touches
}

function outboundRows(
  { effects, state }: TurnResult,
  confidential: boolean,
  channel: ChannelName,
  { texts, newId, isLocal }: RowDeps,
): NewOutbound[] {
  const says = effects.filter((effect) => effect.do === 'say')
  const contents = outboundContents(says, state.lang, texts)
  return contents.map((content) => ({ id: newId(), content, confidential, local: isLocal(channel) }))
}

interface EffectRow {
  readonly newTicket?: NewTicketRow
  readonly ticketChange?: TicketChange
  readonly subscription?: SubscriptionChange
}

/** The row of an effect; null for one that has none of its own. The switch is exhaustive: a new effect does not compile until it is handled. */
function rowOf(effect: Effect, input: Input, state: State, world: World, texts: Texts): EffectRow | null {
  switch (effect.do) {
    case 'say':
    case 'query':
    case 'mark sensitive':
      return null
    case 'open ticket':
      return { newTicket: ticketRow(effect.ticket, state, world, texts) }
    case 'add to ticket':
      return { ticketChange: { ticketId: effect.ticketId, change: 'message', ...additionOf(input) } }
    case 'reopen ticket':
      return { ticketChange: { ticketId: effect.ticketId, change: 'reopen', ...NOTHING } }
    case 'withdraw ticket':
      return { ticketChange: { ticketId: effect.ticketId, change: 'withdraw', ...NOTHING } }
    case 'rate ticket':
      return {
        ticketChange: { ticketId: effect.ticketId, change: 'rate', ...NOTHING, score: effect.score },
      }
    case 'remind':
    case 'stop reminding':
    case 'watch quota':
    case 'watch application':
    case 'stop watching':
    case 'discard file':
      return { subscription: effect }
  }
}

function ticketRow(
  { about, ...ticket }: Extract<Effect, { do: 'open ticket' }>['ticket'],
  state: State,
  world: World,
  texts: Texts,
): NewTicketRow {
  const category = world.categories.find((one) => one.code === ticket.category)
  const known = about ? [texts.render(OFFICER_LANG, about)] : []
  return {
    ...ticket,
    story: [...known, ticket.story].filter(Boolean).join('\n\n'),
    lang: state.lang,
    servqual: category?.servqual ?? null,
    priority: ticket.priority ?? (ticket.confidential ? 2 : 3),
    openedAt: world.now,
  }
}

type Addition = Pick<TicketChange, 'text' | 'fileIds'>

const NOTHING: Addition = { text: '', fileIds: [] }

/** What a message adds to a ticket: its words, those of a burst together, and its file. */
function additionOf(input: Input): Addition {
  if (input.kind !== 'message') return NOTHING
  const { content } = input
  if (content.kind === 'text') return { text: content.text, fileIds: [] }
  if (content.kind === 'media')
    return { text: content.caption, fileIds: content.file ? [content.file.id] : [] }
  return { text: `[${content.kind === 'unreadable' ? content.what : content.kind}]`, fileIds: [] }
}
