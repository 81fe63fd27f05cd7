import type { InboundContent, StoredFile } from '../../model/messages/content.ts'
import type { IntentResult } from '../../model/understanding/intent.ts'
import { truncateText } from '../../model/messages/text.ts'
import { PART_LENGTH } from './limits.ts'
import type { Effect, Say, State, TicketView, World } from './conversation.ts'
import type { StepContext, FlowData, Flow, FlowTarget, QuestionStep } from './flow.ts'

/** What the engine keeps between turns beside the flow itself. All of it may be missing. */
export interface EngineMemory {
  /** ms: when the current question was put. */
  readonly askedAt?: number
  /** ms: when this run of messages began, for a ticket's transcript. */
  readonly sessionStart?: number
  /** A question of the engine's own, put over the flow's. */
  readonly interruption?: Interruption
  /** The person's last words that were not understood: they go to the officer. */
  readonly unclearTexts?: readonly string[]
  readonly flood?: { readonly from: number; readonly count: number }
  /** A file that came before anybody knew what it was about. */
  readonly pendingStory?: { readonly parts: readonly string[]; readonly files: readonly StoredFile[] }
  /** ms: last "added to your report". */
  readonly acknowledgedAt?: number
  /** The saved state was of another version: said once. */
  readonly restarted?: boolean
  /** Closed tickets still to be rated, once the flow under way has ended. */
  readonly unrated?: readonly TicketView[]
  /** What flows keep beyond their end, each under its own name (`Along.keep`, `keptOf`). */
  readonly slots?: FlowData
}

/** Where a person wants to go: a word of the contract, or an opening (an intent, a ticket number). */
export type Destination = 'menu' | 'batal' | FlowTarget

export type Interruption =
  | { readonly name: 'leave'; readonly aim: Destination }
  | { readonly name: 'resume'; readonly held: InboundContent }
  | { readonly name: 'language' }
  /** A question of another matter, in the words it was put. */
  | ({ readonly name: 'side'; readonly text: string } & IntentResult)

/** A menu entry: opens a flow, or a second short list. */
export type MenuEntry =
  | { readonly id: string; readonly opens: FlowTarget }
  | { readonly id: string; readonly entries: readonly MenuEntry[] }

/** The flows this assistant consists of. */
export interface FlowRegistry {
  readonly flows: ReadonlyMap<string, Flow>
  readonly menu: readonly MenuEntry[]
}

/** One turn while it is being played: what it began with, and what has become of it so far. */
export interface TurnContext {
  readonly registry: FlowRegistry
  readonly world: World
  readonly initial: State
  state: State
  readonly says: Say[]
  readonly effects: Effect[]
  /** Steps arrived at in this turn, and whether they were too many once already. */
  stepCount: number
  loopStopped: boolean
  /** The person's message was longer than a part may be. */
  truncated: boolean
}

export function createTurnContext(registry: FlowRegistry, world: World, began: State): TurnContext {
  return {
    registry,
    world,
    initial: began,
    state: began,
    says: [],
    effects: [],
    stepCount: 0,
    loopStopped: false,
    truncated: false,
  }
}

export function updateState(turn: TurnContext, change: Partial<State>): void {
  turn.state = { ...turn.state, ...change }
}

/** A message with its words cut to what a part may hold. What goes to an open ticket is kept whole by the desk. */
export function truncate(turn: TurnContext, content: InboundContent): InboundContent {
  if (content.kind === 'media') return { ...content, caption: truncateText(content.caption, PART_LENGTH) }
  if (content.kind !== 'text') return content
  const text = truncateText(content.text, PART_LENGTH)
  turn.truncated = text !== content.text
  return { ...content, text }
}

export function memoryOf(state: State): EngineMemory {
  return state.memory
}

/** What flows have kept beyond their end, by name. Whoever reads it was not the last to write it: trust no shape. */
export function slotsOf(state: State): FlowData {
  return memoryOf(state).slots ?? {}
}

export function remember(turn: TurnContext, change: EngineMemory): void {
  updateState(turn, { memory: { ...turn.state.memory, ...change } })
}

/** A file that is no answer to what was asked is not kept. */
export function discardFile(turn: TurnContext, content: InboundContent): void {
  if (content.kind === 'media' && content.file)
    turn.effects.push({ do: 'discard file', fileId: content.file.id })
}

/** Says something that asks nothing. */
export function say(turn: TurnContext, ...says: readonly Say[]): void {
  for (const one of says) {
    turn.says.push(one)
    turn.effects.push({ do: 'say', question: 0, ...one })
  }
}

export function flowOf(turn: TurnContext): Flow | undefined {
  return turn.state.flow === null ? undefined : turn.registry.flows.get(turn.state.flow)
}

/** The flow's question now waiting for an answer, if its step is one. */
export function questionOf(turn: TurnContext): QuestionStep | undefined {
  const step = flowOf(turn)?.steps[turn.state.step]
  return step?.kind === 'question' ? step : undefined
}

export function stepContext(turn: TurnContext): StepContext {
  return { state: turn.state, world: turn.world, data: turn.state.data }
}

/** Is something under way that is more than a menu or a rating? */
export function isFlowActive(turn: TurnContext): boolean {
  const flow = flowOf(turn)
  return flow !== undefined && flow.isIdle?.(stepContext(turn)) !== true
}

/** Milliseconds from `then` to now; a clock that was set back counts as no time at all. */
export function elapsed(turn: TurnContext, then: number | undefined): number {
  return then === undefined ? Infinity : Math.max(0, turn.world.now - then)
}

/** Has more than `limit` ms passed since `then`, or did that never happen (or only in a future the clock has left)? */
export function hasElapsed(turn: TurnContext, then: number | undefined, limit: number): boolean {
  return then === undefined || then > turn.world.now || turn.world.now - then > limit
}
