import { STEPS_PER_TURN } from './limits.ts'
import { closeQuestion, askQuestion, reprompt } from './prompt.ts'
import {
  stepContext,
  flowOf,
  memoryOf,
  updateState,
  questionOf,
  remember,
  say,
  type TurnContext,
} from './turn-context.ts'
import { t, type TransitionOptions, type Transition, type FlowTarget } from './flow.ts'
import { interruptedFlow, handoverTarget, type SuspendedFlow } from './handover.ts'

/** Making the moves that flows ask for. */

export function applyTransition(
  turn: TurnContext,
  move: Exclude<Transition, { kind: 'not understood' }>,
): void {
  takeAlong(turn, move)
  switch (move.kind) {
    case 'stay':
      updateState(turn, { misses: 0 })
      return reprompt(turn)
    case 'go':
      return goTo(turn, move.step)
    case 'open':
      return startFlow(turn, withPlace(turn, move.opening), move.confidential)
    case 'end':
      return endFlow(turn, move.after)
  }
}

/** Begins a flow; what was under way is over. Confidential messages stay confidential only where the opening says so. */
export function startFlow(turn: TurnContext, opening: FlowTarget, confidential = false): void {
  const flow = turn.registry.flows.get(opening.flow)!
  remember(turn, { interruption: undefined })
  updateState(turn, {
    flow: flow.name,
    step: opening.step ?? flow.first,
    data: { ...(flow.collectsStory && memoryOf(turn.state).pendingStory), ...opening.data },
    back: [],
    misses: 0,
    confidential: confidential,
    since: turn.world.now,
  })
  if (flow.collectsStory) remember(turn, { pendingStory: undefined })
  enterStep(turn)
}

/** From a question in between to another: the place it was asked at goes along. */
function withPlace(turn: TurnContext, opening: FlowTarget): FlowTarget {
  const under = interruptedFlow(turn.state)
  return under ? { ...opening, data: { ...opening.data, suspended: under } } : opening
}

/** Takes up again what was left. */
export function resumeFlow(
  turn: TurnContext,
  { flow, step, data, back, confidential, since }: SuspendedFlow,
): void {
  updateState(turn, { flow, step, data, back, confidential: confidential, since, misses: 0 })
  if (questionOf(turn)) askQuestion(turn)
  else reprompt(turn)
}

/**
 * Nothing is under way any more: what a question in between was put over goes on, what waited for the end (a rating)
 * has its turn, else the menu if wanted.
 */
export function endFlow(turn: TurnContext, after?: 'menu'): void {
  const under = interruptedFlow(turn.state)
  if (under) {
    remember(turn, { interruption: undefined })
    return resumeFlow(turn, under)
  }
  closeQuestion(turn)
  remember(turn, { interruption: undefined, unclearTexts: undefined })
  updateState(turn, { flow: null, step: '', data: {}, back: [], misses: 0, confidential: false })
  const [ticket, ...later] = memoryOf(turn.state).unrated ?? []
  if (ticket) {
    remember(turn, { unrated: later })
    startFlow(turn, { flow: 'rating', data: { ticket } })
  } else if (after === 'menu') startFlow(turn, { flow: 'menu' })
}

/** One question back; `false` when there is none before this one. */
export function goBack(turn: TurnContext): boolean {
  const step = turn.state.back.at(-1)
  if (step === undefined) return false
  updateState(turn, { step, back: turn.state.back.slice(0, -1) })
  enterStep(turn)
  return true
}

/** Does what the present step is there for: asks, looks up, or passes on. */
export function enterStep(turn: TurnContext): void {
  const step = flowOf(turn)!.steps[turn.state.step]!
  if (++turn.stepCount > STEPS_PER_TURN) return stumble(turn)
  if (step.kind === 'question') askQuestion(turn)
  else if (step.kind === 'query') turn.effects.push({ do: 'query', query: step.query(stepContext(turn)) })
  else
    applyTransition(turn, step.decide(stepContext(turn)) as Exclude<Transition, { kind: 'not understood' }>)
}

function goTo(turn: TurnContext, step: string): void {
  const { back, step: here } = turn.state
  const asked = questionOf(turn) !== undefined && here !== step
  updateState(turn, { step, misses: 0, back: asked ? [...others(back, [here]), here] : back })
  enterStep(turn)
}

function others(steps: readonly string[], these: readonly string[]): readonly string[] {
  return steps.filter((one) => !these.includes(one))
}

function takeAlong(turn: TurnContext, along: TransitionOptions): void {
  if (along.set) updateState(turn, { data: { ...turn.state.data, ...along.set } })
  if (along.slots) remember(turn, { slots: { ...memoryOf(turn.state).slots, ...along.slots } })
  if (along.prefilled)
    updateState(turn, { back: [...others(turn.state.back, along.prefilled), ...along.prefilled] })
  if (along.confidential !== undefined) updateState(turn, { confidential: along.confidential })
  say(turn, ...(along.says ?? []))
  turn.effects.push(...(along.effects ?? []))
}

/** A conversation that runs in circles ends with a person. */
function stumble(turn: TurnContext): void {
  say(turn, { text: t('error.circles') })
  if (turn.loopStopped) return endFlow(turn)
  turn.loopStopped = true
  turn.stepCount = 0
  startFlow(turn, handoverTarget(turn, 'circles'), turn.state.confidential)
}
