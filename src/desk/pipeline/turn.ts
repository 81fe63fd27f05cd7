import { restore, step } from '../../flows/index.ts'
import { initialState } from '../../flows/engine/state.ts'
import type { Query, QueryResult, Effect, Input, TurnResult, World } from '../../flows/engine/conversation.ts'
import type { State } from '../../flows/engine/state.ts'
import { dayIn } from '../../model/dates/calendar.ts'
import { ANSWERS_PER_TURN, TURN_TRIES } from './limits.ts'
import type { Texts } from '../ports/channel.ts'
import type { CommitTurn, NewTicketRow, TakenChat, TakenMessage, TicketChange } from '../ports/ledger.ts'
import { outboundContents } from './outbound.ts'

export interface TurnDeps {
  readonly world: (chat: TakenChat, now: number) => World
  /** Asks ledger or registry; calls of many chats are gathered into one statement. */
  readonly query: (chatId: string, ask: Query, day: string) => Promise<QueryResult>
  readonly texts: Texts
  readonly newId: () => string
  readonly now: () => number
  /** Is this channel's door in this process? */
  readonly isLocal: (channel: TakenChat['channel']) => boolean
  readonly onFailure: (chat: TakenChat, error: unknown) => void
}

/** Officers read Indonesian, whatever language the person chose. */
const OFFICERS = 'id'

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] }
type Draft = Mutable<CommitTurn>

/**
 * Room 4 for one chat: its unfinished messages, oldest first, through the pure conversation, into one commit.
 * Returns null when there is nothing to do yet (empty inbox, or the first message still waits for its file).
 */
export async function planTurn(chat: TakenChat, deps: TurnDeps): Promise<CommitTurn | null> {
  const now = deps.now()
  const ready = readyMessages(chat.inbox)
  if (ready.length === 0) return null
  let state = chat.state === null ? initialState() : restore(chat.state, deps.texts.languages)
  const world = deps.world(chat, now)
  const draft: Draft = { ...emptyTurn(chat, now), state }
  for (const message of ready) {
    state = await handle(message, state, world, chat, deps, draft)
    // a turn ends where an officer's ticket begins or ends: what follows must see the ledger as it then is
    if (draft.newTickets.length > 0 || draft.ticketChanges.length > 0) break
  }
  return { ...draft, state }
}

function emptyTurn(chat: TakenChat, at: number): Draft {
  const { id: chatId, channel, version } = chat
  return {
    chatId,
    channel,
    version,
    at,
    state: null,
    wrote: false,
    done: [],
    outbound: [],
    newTickets: [],
    ticketChanges: [],
    subscriptions: [],
  }
}

/** Messages up to the first that still waits for its file; one that waited too long goes on without it. */
function readyMessages(inbox: readonly TakenMessage[]): TakenMessage[] {
  const waiting = inbox.findIndex((message) => message.file === 'waits')
  const ready = waiting === -1 ? [...inbox] : inbox.slice(0, waiting)
  return ready.map((message) =>
    message.file === 'none' ? message : { ...message, input: withoutFile(message.input) },
  )
}

function withoutFile(input: Input): Input {
  if (input.kind !== 'message' || input.content.kind !== 'media' || input.content.file) return input
  return { ...input, content: { ...input.content, refused: input.content.refused ?? 'not-fetched' } }
}

async function handle(
  message: TakenMessage,
  before: State,
  world: World,
  chat: TakenChat,
  deps: TurnDeps,
  draft: Draft,
): Promise<State> {
  draft.wrote ||= message.input.kind === 'message'
  const turn = await think(message, before, world, chat, deps)
  const confidential =
    before.confidential || turn.state.confidential || touchesConfidential(turn.effects, world)
  const added = turn.effects.find((effect) => effect.do === 'add to ticket')
  const apart = confidential || turn.effects.some((effect) => effect.do === 'mark sensitive')
  draft.done.push({ inboundId: message.id, confidential: apart, ticketId: added?.ticketId ?? null })
  const says = turn.effects.filter((effect) => effect.do === 'say')
  for (const words of outboundContents(says, turn.state.lang, deps.texts))
    draft.outbound.push({
      id: deps.newId(),
      words,
      confidential: confidential,
      local: deps.isLocal(chat.channel),
    })
  for (const effect of turn.effects) record(effect, message.input, turn.state, world, draft, deps.texts)
  return turn.state
}

/** A turn may open a confidential ticket, or add to one, without its state being confidential before or after. */
function touchesConfidential(effects: readonly Effect[], { openTicket }: World): boolean {
  return effects.some(
    (effect) =>
      (effect.do === 'open ticket' && effect.ticket.confidential) ||
      (effect.do === 'add to ticket' &&
        openTicket?.confidential === true &&
        openTicket.id === effect.ticketId),
  )
}

/** Steps until nothing more is asked. An error of ours ends in kind words and a person, never in silence. */
async function think(
  message: TakenMessage,
  before: State,
  world: World,
  chat: TakenChat,
  deps: TurnDeps,
): Promise<TurnResult> {
  try {
    if (message.attempts >= TURN_TRIES) throw new Error('this message failed before')
    return await settle(message.input, before, world, chat, deps)
  } catch (error) {
    deps.onFailure(chat, error)
    return rescue(before)
  }
}

async function settle(
  input: Input,
  before: State,
  world: World,
  chat: TakenChat,
  deps: TurnDeps,
): Promise<TurnResult> {
  let turn = step(before, input, world)
  const effects: Effect[] = []
  for (let asked = 0; ; asked++) {
    const ask = turn.effects.find((effect) => effect.do === 'query')
    effects.push(...turn.effects.filter((effect) => effect.do !== 'query'))
    if (!ask) return { state: turn.state, effects }
    if (asked >= ANSWERS_PER_TURN) throw new Error('the conversation keeps asking')
    const answer = await deps.query(chat.id, ask.query, dayOf(ask.query, world))
    turn = step(turn.state, { kind: 'query result', result: answer }, world)
  }
}

function dayOf(ask: Query, world: World): string {
  const office = ask.of === 'new ticket' ? world.offices.find((one) => one.code === ask.office) : undefined
  return dayIn(office?.zone ?? 'Asia/Jakarta', world.now)
}

/** A fresh start in the person's language, with a way to a person. */
function rescue(before: State): TurnResult {
  const state = {
    ...initialState(before.lang),
    greeted: true,
    lastAt: before.lastAt,
    confidential: before.confidential,
  }
  return { state, effects: [{ do: 'say', text: { key: 'error.ours' }, question: 0 }] }
}

/** Turns an effect into rows. The switch is exhaustive: a new effect does not compile until it is handled. */
function record(effect: Effect, input: Input, state: State, world: World, draft: Draft, texts: Texts): void {
  switch (effect.do) {
    case 'say':
    case 'query':
    case 'mark sensitive':
      return
    case 'open ticket':
      draft.newTickets.push(ticketRow(effect.ticket, state, world, texts))
      return
    case 'add to ticket':
      draft.ticketChanges.push({ ticketId: effect.ticketId, change: 'message', ...said(input) })
      return
    case 'reopen ticket':
      draft.ticketChanges.push({ ticketId: effect.ticketId, change: 'reopen', text: '', fileIds: [] })
      return
    case 'rate ticket':
      draft.ticketChanges.push({
        ticketId: effect.ticketId,
        change: 'rate',
        text: '',
        fileIds: [],
        score: effect.score,
      })
      return
    case 'remind':
    case 'stop reminding':
    case 'watch quota':
    case 'watch application':
    case 'stop watching':
    case 'discard file':
      draft.subscriptions.push(effect)
      return
    default:
      effect satisfies never
  }
}

function ticketRow(
  { about, ...ticket }: Extract<Effect, { do: 'open ticket' }>['ticket'],
  state: State,
  world: World,
  texts: Texts,
): NewTicketRow {
  const category = world.categories.find((one) => one.code === ticket.category)
  const known = about ? [texts.render(OFFICERS, about)] : []
  return {
    ...ticket,
    story: [...known, ticket.story].filter(Boolean).join('\n\n'),
    lang: state.lang,
    servqual: category?.servqual ?? null,
    priority: ticket.confidential ? 1 : 3,
    openedAt: world.now,
  }
}

/** What a message adds to a ticket: its words and its file. */
function said(input: Input): Pick<TicketChange, 'text' | 'fileIds'> {
  if (input.kind !== 'message') return { text: '', fileIds: [] }
  const { content } = input
  if (content.kind === 'text') return { text: content.text, fileIds: [] }
  if (content.kind === 'media')
    return { text: content.caption, fileIds: content.file ? [content.file.id] : [] }
  return { text: `[${content.kind === 'unreadable' ? content.what : content.kind}]`, fileIds: [] }
}
