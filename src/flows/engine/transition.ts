import { STEPS_PER_TURN } from './limits.ts'
import { close, put, putAgain } from './prompt.ts'
import { at, flowOf, memoOf, patch, questionOf, remember, say, type Scene } from './turn-context.ts'
import { t, type Along, type Move, type Opening } from './flow.ts'
import { leftAside, personOpening, type Frame } from './handover.ts'

/** Making the moves that flows ask for. */

export function perform(scene: Scene, move: Exclude<Move, { kind: 'miss' }>): void {
  takeAlong(scene, move)
  switch (move.kind) {
    case 'stay':
      patch(scene, { misses: 0 })
      return putAgain(scene)
    case 'go':
      return goTo(scene, move.step)
    case 'open':
      return begin(scene, withPlace(scene, move.opening), move.sealed)
    case 'end':
      return finishFlow(scene, move.after)
  }
}

/** Begins a flow; what was under way is over. Sealed messages stay sealed only where the opening says so. */
export function begin(scene: Scene, opening: Opening, sealed = false): void {
  const flow = scene.house.flows.get(opening.flow)!
  remember(scene, { aside: undefined })
  patch(scene, {
    flow: flow.name,
    step: opening.step ?? flow.first,
    data: { ...(flow.takesStory && memoOf(scene.state).carried), ...opening.data },
    back: [],
    misses: 0,
    sealed,
    since: scene.world.now,
  })
  if (flow.takesStory) remember(scene, { carried: undefined })
  arrive(scene)
}

/** From a question in between to another: the place it was asked at goes along. */
function withPlace(scene: Scene, opening: Opening): Opening {
  const under = leftAside(scene.state)
  return under ? { ...opening, data: { ...opening.data, under } } : opening
}

/** Takes up again what was left. */
export function resumeFrame(scene: Scene, { flow, step, data, back, sealed, since }: Frame): void {
  patch(scene, { flow, step, data, back, sealed, since, misses: 0 })
  if (questionOf(scene)) put(scene)
  else putAgain(scene)
}

/**
 * Nothing is under way any more: what a question in between was put over goes on, what waited for the end (a rating)
 * has its turn, else the menu if wanted.
 */
export function finishFlow(scene: Scene, after?: 'menu'): void {
  const under = leftAside(scene.state)
  if (under) {
    remember(scene, { aside: undefined })
    return resumeFrame(scene, under)
  }
  close(scene)
  remember(scene, { aside: undefined, missed: undefined })
  patch(scene, { flow: null, step: '', data: {}, back: [], misses: 0, sealed: false })
  const [ticket, ...later] = memoOf(scene.state).toRate ?? []
  if (ticket) {
    remember(scene, { toRate: later })
    begin(scene, { flow: 'rating', data: { ticket } })
  } else if (after === 'menu') begin(scene, { flow: 'menu' })
}

/** One question back; `false` when there is none before this one. */
export function goBack(scene: Scene): boolean {
  const step = scene.state.back.at(-1)
  if (step === undefined) return false
  patch(scene, { step, back: scene.state.back.slice(0, -1) })
  arrive(scene)
  return true
}

/** Does what the present step is there for: asks, looks up, or passes on. */
export function arrive(scene: Scene): void {
  const step = flowOf(scene)!.steps[scene.state.step]!
  if (++scene.moves > STEPS_PER_TURN) return stumble(scene)
  if (step.kind === 'question') put(scene)
  else if (step.kind === 'query') scene.effects.push({ do: 'ask', ask: step.ask(at(scene)) })
  else perform(scene, step.move(at(scene)) as Exclude<Move, { kind: 'miss' }>)
}

function goTo(scene: Scene, step: string): void {
  const { back, step: here } = scene.state
  const asked = questionOf(scene) !== undefined && here !== step
  patch(scene, { step, misses: 0, back: asked ? [...others(back, [here]), here] : back })
  arrive(scene)
}

function others(steps: readonly string[], these: readonly string[]): readonly string[] {
  return steps.filter((one) => !these.includes(one))
}

function takeAlong(scene: Scene, along: Along): void {
  if (along.set) patch(scene, { data: { ...scene.state.data, ...along.set } })
  if (along.keep) remember(scene, { kept: { ...memoOf(scene.state).kept, ...along.keep } })
  if (along.answered) patch(scene, { back: [...others(scene.state.back, along.answered), ...along.answered] })
  if (along.sealed !== undefined) patch(scene, { sealed: along.sealed })
  say(scene, ...(along.says ?? []))
  scene.effects.push(...(along.effects ?? []))
}

/** A conversation that runs in circles ends with a person. */
function stumble(scene: Scene): void {
  say(scene, { text: t('error.circles') })
  if (scene.stumbled) return finishFlow(scene)
  scene.stumbled = true
  scene.moves = 0
  begin(scene, personOpening(scene, 'circles'), scene.state.sealed)
}
