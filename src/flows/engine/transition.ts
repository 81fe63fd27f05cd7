import { handoverTarget, interruptedFlow } from './handover.ts'
import type { NotUnderstood, Transition, TransitionOptions } from './flow.ts'
import type { FlowTarget } from './handle.ts'
import { STEPS_PER_TURN } from './limits.ts'
import { askQuestion, closeQuestion, reprompt } from './prompt.ts'
import type { SuspendedFlow } from './state.ts'
import { t } from './text.ts'
import type { Turn } from './turn.ts'

/** Making the transitions that flows ask for. */

export function applyTransition(turn: Turn, transition: Exclude<Transition, NotUnderstood>): void {
  applyOptions(turn, transition)
  switch (transition.kind) {
    case 'stay':
      turn.update({ misses: 0 })
      // more of the story is there already: it is asked for after that
      if (turn.isFollowed && turn.flow?.collectsStory) return
      return reprompt(turn)
    case 'go':
      return goTo(turn, transition.step)
    case 'open':
      return openFlow(turn, transition.opening, transition.confidential)
    case 'hand over':
      return openFlow(turn, personTarget(turn, transition), transition.confidential)
    case 'end':
      return endFlow(turn, transition.after)
  }
}

function personTarget(
  { registry }: Turn,
  { topic, question }: Extract<Transition, { kind: 'hand over' }>,
): FlowTarget {
  const { asked, direct } = registry.handover
  return question === undefined
    ? { ...asked, data: { topic } }
    : { ...direct, data: { topic, parts: [question] } }
}

/** From a question in between to another flow: the place it was asked at goes along. */
function openFlow(turn: Turn, target: FlowTarget, confidential = false): void {
  startFlow(turn, target, { confidential, suspended: interruptedFlow(turn.state) })
}

interface StartOptions {
  /** Messages stay confidential only where the opening says so. */
  readonly confidential?: boolean
  readonly suspended?: SuspendedFlow | null
}

/** Begins a flow; what was under way is over, or left for it. A target that is no more leads home. */
export function startFlow(turn: Turn, wanted: FlowTarget, options: StartOptions = {}): void {
  const { flows, home } = turn.registry
  const target = flows.has(wanted.flow) ? wanted : home
  const flow = flows.get(target.flow)
  if (!flow) return
  turn.remember({ interruption: undefined })
  turn.update({
    flow: flow.name,
    step: target.step ?? flow.first,
    data: { ...(flow.collectsStory && turn.memory.pendingStory), ...target.data },
    suspended: options.suspended ?? null,
    back: [],
    misses: 0,
    confidential: options.confidential ?? false,
    since: turn.world.now,
  })
  if (flow.collectsStory) turn.remember({ pendingStory: undefined })
  enterStep(turn)
}

/** Takes up again what was left. */
export function resumeFlow(turn: Turn, left: SuspendedFlow): void {
  const { flow, step, data, back, confidential, since, suspended } = left
  turn.update({ flow, step, data, back, confidential, since, suspended, misses: 0 })
  if (turn.question) askQuestion(turn)
  else reprompt(turn)
}

/**
 * Nothing is under way any more: what a question in between was put over goes on, what waited for the end (a rating)
 * has its turn, else the menu if wanted.
 */
export function endFlow(turn: Turn, after?: 'menu'): void {
  const interrupted = interruptedFlow(turn.state)
  if (interrupted) {
    turn.remember({ interruption: undefined })
    return resumeFlow(turn, interrupted)
  }
  closeQuestion(turn)
  turn.remember({ interruption: undefined, unclearTexts: undefined })
  turn.update({ flow: null, step: '', data: {}, suspended: null, back: [], misses: 0, confidential: false })
  const [next, ...later] = turn.memory.waiting ?? []
  if (next) {
    turn.remember({ waiting: later })
    startFlow(turn, next.target)
  } else if (after === 'menu') startFlow(turn, turn.registry.home)
}

/** One question back; `false` when there is none before this one. */
export function goBack(turn: Turn): boolean {
  const step = turn.state.back.at(-1)
  if (step === undefined) return false
  turn.update({ step, back: turn.state.back.slice(0, -1) })
  enterStep(turn)
  return true
}

/** Does what the present step is there for: asks, looks up, or decides. */
export function enterStep(turn: Turn): void {
  const { step } = turn
  if (!step || ++turn.stepCount > STEPS_PER_TURN) return stopLoop(turn)
  if (step.kind === 'question') askQuestion(turn)
  else if (step.kind === 'query') turn.cause({ do: 'query', query: step.query(turn.context) })
  else applyTransition(turn, step.decide(turn.context))
}

function goTo(turn: Turn, step: string): void {
  const { back, step: here } = turn.state
  const asked = turn.question !== undefined && here !== step
  turn.update({ step, misses: 0, back: asked ? [...without(back, [here]), here] : back })
  enterStep(turn)
}

function without(steps: readonly string[], these: readonly string[]): readonly string[] {
  return steps.filter((one) => !these.includes(one))
}

/** What a transition brings besides where it leads. */
export function applyOptions(
  turn: Turn,
  options: TransitionOptions<Readonly<Record<string, unknown>>>,
): void {
  const { set, slots, prefilled, confidential, says = [], effects = [] } = options
  if (set) turn.update({ data: { ...turn.state.data, ...set } })
  if (slots) turn.keepSlots(slots)
  if (prefilled) turn.update({ back: [...without(turn.state.back, prefilled), ...prefilled] })
  if (confidential !== undefined) turn.update({ confidential })
  turn.say(...says)
  turn.cause(...effects)
}

/** A conversation that runs in circles ends with a person. */
function stopLoop(turn: Turn): void {
  turn.say({ text: t('error.circles') })
  if (turn.loopStopped) return endFlow(turn)
  turn.loopStopped = true
  turn.stepCount = 0
  const { confidential } = turn.state
  startFlow(turn, ...handoverTarget(turn, 'circles', confidential))
}
