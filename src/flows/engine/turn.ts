import type { QueryResult, Input, State, TicketView, TurnResult, World } from './conversation.ts'
import { receiveMessage } from './message.ts'
import { startFlow, applyTransition } from './transition.ts'
import { deliverNotice } from './notice.ts'
import {
  stepContext,
  flowOf,
  memoryOf,
  remember,
  createTurnContext,
  isFlowActive,
  type FlowRegistry,
  type TurnContext,
} from './turn-context.ts'

/**
 * One push of the conversation: saved state + what happened + what may be known of the outside → new state + effects.
 * Pure: the same three give the same turn, always.
 */
export function playTurn(registry: FlowRegistry, state: State, input: Input, world: World): TurnResult {
  const turn = createTurnContext(registry, world, state)
  if (input.kind === 'message') receiveMessage(turn, input.content)
  else if (input.kind === 'query result') answered(turn, input.result)
  else if (input.kind === 'ticket changed') closed(turn, input.ticket)
  else deliverNotice(turn, input)
  const spoken = turn.says.length > 0 ? { lastSaid: turn.says } : {}
  return { state: { ...turn.state, ...spoken }, effects: turn.effects }
}

/** The desk answers what a step has asked; an answer nobody waits for changes nothing. */
function answered(turn: TurnContext, answer: QueryResult): void {
  const step = flowOf(turn)?.steps[turn.state.step]
  if (step?.kind !== 'query' || step.query(stepContext(turn)).of !== answer.of) return
  const move = step.resolve(stepContext(turn), answer)
  if (move.kind !== 'not understood') applyTransition(turn, move)
}

/** An officer closed a ticket: asks for a rating, now or when what is under way has ended. Once a ticket. */
function closed(turn: TurnContext, ticket: TicketView): void {
  const asked = turn.state.flow === 'rating' ? (turn.state.data['ticket'] as TicketView).id : undefined
  if (ticket.rating !== null || asked === ticket.id) return
  if (!isFlowActive(turn) && turn.state.flow !== 'rating')
    return startFlow(turn, { flow: 'rating', data: { ticket } })
  const waiting = memoryOf(turn.state).unrated ?? []
  remember(turn, { unrated: [...waiting.filter((one) => one.id !== ticket.id), ticket] })
}
