import type { Content, StoredFile } from '../../model/message.ts'
import type { Understood } from '../../model/understanding-intent.ts'
import { cut } from '../../model/text.ts'
import { PART_LENGTH } from './limits.ts'
import type { Effect, Say, State, TicketView, World } from './conversation.ts'
import type { At, Data, Flow, Opening, Question } from './flow.ts'

/** What the engine keeps between turns beside the flow itself. All of it may be missing. */
export interface Memo {
  /** ms: when the current question was put. */
  readonly askedAt?: number
  /** ms: when this run of messages began, for a ticket's transcript. */
  readonly began?: number
  /** A question of the engine's own, put over the flow's. */
  readonly aside?: Aside
  /** The person's last words that were not understood: they go to the officer. */
  readonly missed?: readonly string[]
  readonly flood?: { readonly from: number; readonly count: number }
  /** A file that came before anybody knew what it was about. */
  readonly carried?: { readonly parts: readonly string[]; readonly files: readonly StoredFile[] }
  /** ms: last "added to your report". */
  readonly acknowledgedAt?: number
  /** The saved state was of another version: said once. */
  readonly restarted?: boolean
  /** Closed tickets still to be rated, once the flow under way has ended. */
  readonly toRate?: readonly TicketView[]
  /** What flows keep beyond their end, each under its own name (`Along.keep`, `keptOf`). */
  readonly kept?: Data
}

/** Where a person wants to go: a word of the contract, or an opening (an intent, a ticket number). */
export type Aim = 'menu' | 'batal' | Opening

export type Aside =
  | { readonly name: 'leave'; readonly aim: Aim }
  | { readonly name: 'resume'; readonly held: Content }
  | { readonly name: 'language' }
  /** A question of another matter, in the words it was put. */
  | ({ readonly name: 'side'; readonly text: string } & Understood)

/** A menu entry: opens a flow, or a second short list. */
export type Entry =
  | { readonly id: string; readonly opens: Opening }
  | { readonly id: string; readonly entries: readonly Entry[] }

/** The flows this assistant consists of. */
export interface House {
  readonly flows: ReadonlyMap<string, Flow>
  readonly entries: readonly Entry[]
}

/** One turn while it is being played: what it began with, and what has become of it so far. */
export interface Scene {
  readonly house: House
  readonly world: World
  readonly began: State
  state: State
  readonly says: Say[]
  readonly effects: Effect[]
  /** Steps arrived at in this turn, and whether they were too many once already. */
  moves: number
  stumbled: boolean
  /** The person's message was longer than a part may be. */
  wasCut: boolean
}

export function sceneOf(house: House, world: World, began: State): Scene {
  return {
    house,
    world,
    began,
    state: began,
    says: [],
    effects: [],
    moves: 0,
    stumbled: false,
    wasCut: false,
  }
}

export function patch(scene: Scene, change: Partial<State>): void {
  scene.state = { ...scene.state, ...change }
}

/** A message with its words cut to what a part may hold. What goes to an open ticket is kept whole by the desk. */
export function shortened(scene: Scene, content: Content): Content {
  if (content.kind === 'media') return { ...content, caption: cut(content.caption, PART_LENGTH) }
  if (content.kind !== 'text') return content
  const text = cut(content.text, PART_LENGTH)
  scene.wasCut = text !== content.text
  return { ...content, text }
}

export function memoOf(state: State): Memo {
  return state.memo as Memo
}

/** What flows have kept beyond their end, by name. Whoever reads it was not the last to write it: trust no shape. */
export function keptOf(state: State): Data {
  return memoOf(state).kept ?? {}
}

export function remember(scene: Scene, change: Memo): void {
  patch(scene, { memo: { ...scene.state.memo, ...change } })
}

/** A file that is no answer to what was asked is not kept. */
export function discard(scene: Scene, content: Content): void {
  if (content.kind === 'media' && content.file)
    scene.effects.push({ do: 'discard file', fileId: content.file.id })
}

/** Says something that asks nothing. */
export function say(scene: Scene, ...says: readonly Say[]): void {
  for (const one of says) {
    scene.says.push(one)
    scene.effects.push({ do: 'say', question: 0, ...one })
  }
}

export function flowOf(scene: Scene): Flow | undefined {
  return scene.state.flow === null ? undefined : scene.house.flows.get(scene.state.flow)
}

/** The flow's question now waiting for an answer, if its step is one. */
export function questionOf(scene: Scene): Question | undefined {
  const step = flowOf(scene)?.steps[scene.state.step]
  return step?.kind === 'question' ? step : undefined
}

export function at(scene: Scene): At {
  return { state: scene.state, world: scene.world, data: scene.state.data }
}

/** Is something under way that is more than a menu or a rating? */
export function underWay(scene: Scene): boolean {
  const flow = flowOf(scene)
  return flow !== undefined && flow.light?.(at(scene)) !== true
}

/** Milliseconds from `then` to now; a clock that was set back counts as no time at all. */
export function elapsed(scene: Scene, then: number | undefined): number {
  return then === undefined ? Infinity : Math.max(0, scene.world.now - then)
}

/** Has more than `limit` ms passed since `then`, or did that never happen (or only in a future the clock has left)? */
export function over(scene: Scene, then: number | undefined, limit: number): boolean {
  return then === undefined || then > scene.world.now || scene.world.now - then > limit
}
