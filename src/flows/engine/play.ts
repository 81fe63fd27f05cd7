import type { Input, QueryResult, World } from './conversation.ts'
import type { TurnResult, State } from './state.ts'
import { receiveMessage } from './input/message.ts'
import { deliverNews } from './input/notice.ts'
import { keepSubject } from './input/subject.ts'
import type { FlowRegistry } from './registry.ts'
import { applyTransition } from './transition.ts'
import { Turn } from './turn.ts'

/**
 * One push of the conversation: saved state + what happened + what may be known of the outside → new state + effects.
 * Pure: the same three give the same turn, always.
 */
export function playTurn(registry: FlowRegistry, state: State, input: Input, world: World): TurnResult {
  const turn = new Turn(registry, world, state)
  turn.isFollowed = input.kind === 'message' && input.followed === true
  if (input.kind === 'message') receiveMessage(turn, input.content)
  else if (input.kind === 'query result') resolveQuery(turn, input.result)
  else deliverNews(turn, input)
  keepSubject(turn)
  return turn.result
}

/** The desk answers what a step has asked; an answer nobody waits for changes nothing. */
function resolveQuery(turn: Turn, result: QueryResult): void {
  const { step } = turn
  if (step?.kind !== 'query' || step.query(turn.context).of !== result.of) return
  const transition = step.resolve(turn.context, result)
  if (transition.kind !== 'not understood') applyTransition(turn, transition)
}
