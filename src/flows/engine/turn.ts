import type { InboundContent } from '../../model/messages/content.ts'
import { truncateText } from '../../model/messages/text.ts'
import type { Effect, Say, World } from './conversation.ts'
import type { TurnResult, EngineMemory, State } from './state.ts'
import type { Flow, QuestionStep, Step } from './flow.ts'
import type { StepContext } from './context.ts'
import type { FlowData } from './handle.ts'
import { PART_LENGTH } from './limits.ts'
import { mentionsKey, withoutHeard } from './once.ts'
import type { FlowRegistry } from './registry.ts'
import type { Text } from './text.ts'

/** One turn while it is played: begins with the saved state, gathers what is said and caused, ends as a result. */
export class Turn {
  readonly registry: FlowRegistry
  readonly world: World
  /** The state it began with. */
  readonly initial: State
  readonly says: Say[] = []
  /** Steps entered in this turn, and whether they were too many once already. */
  stepCount = 0
  loopStopped = false
  /** More of the same thought follows at once: what only asks for it need not be said. */
  isFollowed = false
  /** A flow was opened with the person's words. */
  areWordsTaken = false
  /** The person's message was longer than a part may be. */
  truncated = false
  #state: State
  readonly #effects: Effect[] = []

  constructor(registry: FlowRegistry, world: World, initial: State) {
    this.registry = registry
    this.world = world
    this.initial = initial
    this.#state = initial
  }

  get state(): State {
    return this.#state
  }

  get memory(): EngineMemory {
    return this.#state.memory
  }

  get flow(): Flow | undefined {
    return this.#state.flow === null ? undefined : this.registry.flows.get(this.#state.flow)
  }

  get step(): Step | undefined {
    return this.flow?.steps[this.#state.step]
  }

  /** The flow's question now waiting for an answer, if its step is one. */
  get question(): QuestionStep | undefined {
    return this.step?.kind === 'question' ? this.step : undefined
  }

  get context(): StepContext {
    return { state: this.#state, world: this.world, data: this.#state.data }
  }

  /** Is something under way that is more than a menu or a rating? */
  get isFlowActive(): boolean {
    return this.flow !== undefined && this.flow.isIdle?.(this.context) !== true
  }

  get isAtHome(): boolean {
    return this.#state.flow === this.registry.home.flow
  }

  update(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change }
  }

  remember(change: EngineMemory): void {
    this.update({ memory: { ...this.#state.memory, ...change } })
  }

  /** Is this the first time in the conversation? From now on it is not. */
  firstTime(key: string): boolean {
    const { saidOnce = [] } = this.memory
    if (saidOnce.includes(key)) return false
    this.remember({ saidOnce: [...saidOnce, key] })
    return true
  }

  keepSlots(slots: FlowData): void {
    this.remember({ slots: { ...this.memory.slots, ...slots } })
  }

  /** Says something that asks nothing. */
  say(...says: readonly Say[]): void {
    for (const one of says) this.utter(one, 0)
  }

  /** Says it as the question of this number; 0 asks nothing. */
  utter(say: Say, question: number): void {
    const text = this.#saidFirst(say.text)
    if (!text) return
    this.says.push({ ...say, text })
    this.#effects.push({ do: 'say', question, ...say, text })
  }

  /** Without the notes that this conversation has heard already; null where nothing else is left. */
  #saidFirst(text: Text): Text | null {
    const heard = new Set(this.memory.saidOnce)
    const left = withoutHeard(text, heard, this.registry.saidOnce)
    const said = [...this.registry.saidOnce].filter((key) => left && mentionsKey(left, key))
    if (said.length > 0) this.remember({ saidOnce: [...heard, ...said.filter((key) => !heard.has(key))] })
    return left
  }

  /** Says it before everything else of this turn. */
  sayFirst(say: Say): void {
    this.says.unshift(say)
    this.#effects.unshift({ do: 'say', question: 0, ...say })
  }

  cause(...effects: readonly Effect[]): void {
    this.#effects.push(...effects)
    // what was told stands in the ticket now, and in no other
    if (effects.some((effect) => effect.do === 'open ticket')) this.remember({ told: undefined })
  }

  /** A file that is no answer to what was asked is not kept. */
  discardFile(content: InboundContent): void {
    if (content.kind === 'media' && content.file) this.cause({ do: 'discard file', fileId: content.file.id })
  }

  /** A message with its words cut to what a part may hold. What goes to an open ticket is kept whole by the desk. */
  shortened(content: InboundContent): InboundContent {
    if (content.kind === 'media') return { ...content, caption: truncateText(content.caption, PART_LENGTH) }
    if (content.kind !== 'text') return content
    const text = truncateText(content.text, PART_LENGTH)
    this.truncated = text !== content.text
    return { ...content, text }
  }

  /** Milliseconds from `then` to now; a clock that was set back counts as no time at all. */
  elapsed(then: number | undefined): number {
    return then === undefined ? Infinity : Math.max(0, this.world.now - then)
  }

  /** Has more than `limit` ms passed since `then`, or did that never happen (or only in a future the clock has left)? */
  hasElapsed(then: number | undefined, limit: number): boolean {
    return then === undefined || then > this.world.now || this.world.now - then > limit
  }

  get result(): TurnResult {
    const spoken = this.says.length > 0 ? { lastSaid: this.says } : {}
    return { state: { ...this.#state, ...spoken }, effects: this.#effects }
  }
}
