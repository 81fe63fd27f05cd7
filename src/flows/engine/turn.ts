import type { Answer, Input, State, TicketView, Turn, World } from './conversation.ts'
import { hear } from './message.ts'
import { begin, perform } from './transition.ts'
import { hearNews } from './notice.ts'
import { at, flowOf, memoOf, remember, sceneOf, underWay, type House, type Scene } from './turn-context.ts'

/**
 * One push of the conversation: saved state + what happened + what may be known of the outside → new state + effects.
 * Pure: the same three give the same turn, always.
 */
export function play(house: House, state: State, input: Input, world: World): Turn {
  const scene = sceneOf(house, world, state)
  if (input.kind === 'message') hear(scene, input.content)
  else if (input.kind === 'answer') answered(scene, input.answer)
  else if (input.kind === 'ticket changed') closed(scene, input.ticket)
  else hearNews(scene, input)
  const said = scene.says.length > 0 ? { said: scene.says } : {}
  return { state: { ...scene.state, ...said }, effects: scene.effects }
}

/** The desk answers what a step has asked; an answer nobody waits for changes nothing. */
function answered(scene: Scene, answer: Answer): void {
  const step = flowOf(scene)?.steps[scene.state.step]
  if (step?.kind !== 'query' || step.ask(at(scene)).of !== answer.of) return
  const move = step.answered(at(scene), answer)
  if (move.kind !== 'miss') perform(scene, move)
}

/** An officer closed a ticket: asks for a rating, now or when what is under way has ended. Once a ticket. */
function closed(scene: Scene, ticket: TicketView): void {
  const asked = scene.state.flow === 'rating' ? (scene.state.data['ticket'] as TicketView).id : undefined
  if (ticket.rating !== null || asked === ticket.id) return
  if (!underWay(scene) && scene.state.flow !== 'rating')
    return begin(scene, { flow: 'rating', data: { ticket } })
  const waiting = memoOf(scene.state).toRate ?? []
  remember(scene, { toRate: [...waiting.filter((one) => one.id !== ticket.id), ticket] })
}
