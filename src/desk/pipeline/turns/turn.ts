import { restore, step } from '../../../flows/index.ts'
import { initialState } from '../../../flows/engine/state.ts'
import type { Query, Effect, Input, World } from '../../../flows/engine/conversation.ts'
import type { TurnResult, State } from '../../../flows/engine/state.ts'
import type { ChannelName } from '../../../model/messages/channel.ts'
import { dayIn } from '../../../model/dates/calendar.ts'
import type { CommitTurn, TakenChat, TakenMessage } from '../../ports/ledger.ts'
import { ANSWERS_PER_TURN, TURN_TRIES } from '../limits.ts'
import { inBursts, type Burst } from './burst.ts'
import { joinRows, rowsOf, type RowDeps, type TurnRows } from './turn-rows.ts'
import type { AskQuery } from './queries.ts'

export interface TurnDeps extends RowDeps {
  /** What the conversation reads in this turn; `now` in ms since epoch. */
  readonly world: (chat: TakenChat, now: number) => World
  readonly query: AskQuery
  readonly now: () => number
  /** How long texts of this channel wait for more of the same thought (ms); 0: each is read by itself. */
  readonly burstPause: (channel: ChannelName) => number
  /** Told of an error of ours; the person gets kind words all the same. */
  readonly onFailure: (chat: TakenChat, error: unknown) => void
}

interface TurnContext {
  readonly chat: TakenChat
  readonly world: World
  readonly deps: TurnDeps
}

/**
 * Plans the turn of one chat: its unfinished messages, oldest first and those of one thought as one, through the pure
 * conversation, into one commit.
 * Null when there is nothing to do yet (empty inbox, or the first message still waits for its file).
 */
export async function planTurn(chat: TakenChat, deps: TurnDeps): Promise<CommitTurn | null> {
  const messages = readyMessages(chat.inbox)
  if (messages.length === 0) return null
  const at = deps.now()
  const context = { chat, world: deps.world(chat, at), deps }
  let state = chat.state === null ? initialState() : restore(chat.state, deps.texts.languages)
  const parts: TurnRows[] = []
  for (const burst of inBursts(messages, deps.burstPause(chat.channel), deps.texts.hears)) {
    const result = await respond(burst, state, context)
    const rows = rowsOf({ burst, before: state, result }, chat.channel, context.world, deps)
    parts.push(rows)
    state = result.state
    // a turn ends where an officer's ticket begins or changes: what follows must see the ledger as it then is
    if (rows.newTickets.length > 0 || rows.ticketChanges.length > 0) break
  }
  const { id: chatId, channel, version } = chat
  return { chatId, channel, version, at, state, ...joinRows(parts) }
}

/** Messages up to the first that still waits for its file; one that waited too long goes on without it. */
function readyMessages(inbox: readonly TakenMessage[]): TakenMessage[] {
  const waiting = inbox.findIndex((message) => message.file === 'waits')
  const ready = waiting === -1 ? inbox : inbox.slice(0, waiting)
  return ready.map((message) =>
    message.file === 'none' ? message : { ...message, input: withoutFile(message.input) },
  )
}

function withoutFile(input: Input): Input {
  if (input.kind !== 'message' || input.content.kind !== 'media' || input.content.file) return input
  return { ...input, content: { ...input.content, refused: input.content.refused ?? 'not-fetched' } }
}

/** What the conversation does with what is read as one. An error of ours ends in kind words and a person, never in silence. */
async function respond({ messages, input }: Burst, before: State, context: TurnContext): Promise<TurnResult> {
  try {
    if (messages.some(({ attempts }) => attempts >= TURN_TRIES)) throw new Error('this message failed before')
    return await converseUntilAnswered(input, before, context)
  } catch (error) {
    context.deps.onFailure(context.chat, error)
    return apology(before)
  }
}

/** Steps until nothing more is asked of the desk; each answer is the next input. */
async function converseUntilAnswered(
  input: Input,
  before: State,
  { chat, world, deps }: TurnContext,
): Promise<TurnResult> {
  let turn = step(before, input, world)
  const effects: Effect[] = []
  for (let asked = 0; ; asked++) {
    const ask = turn.effects.find((effect) => effect.do === 'query')
    effects.push(...turn.effects.filter((effect) => effect.do !== 'query'))
    if (!ask) return { state: turn.state, effects }
    if (asked >= ANSWERS_PER_TURN) throw new Error('the conversation keeps asking')
    const result = await deps.query(chat.id, ask.query, dayOf(ask.query, world))
    turn = step(turn.state, { kind: 'query result', result }, world)
  }
}

/** Today where the ticket will be; elsewhere the day of Jakarta, whose day begins last of the country's three zones. */
function dayOf(query: Query, { offices, now }: World): string {
  const office = query.of === 'new ticket' ? offices.find(({ code }) => code === query.office) : undefined
  return dayIn(office?.zone ?? 'Asia/Jakarta', now)
}

/** A fresh start in the person's language, with a way to a person. */
function apology({ lang, lastAt, confidential }: State): TurnResult {
  const state = { ...initialState(lang), greeted: true, lastAt, confidential }
  return { state, effects: [{ do: 'say', text: { key: 'error.ours' }, question: 0 }] }
}
