import type { Content } from '../model/message.ts'
import { idle } from './idle.ts'
import { notUnderstood } from './miss.ts'
import { perform } from './moves.ts'
import { putAgain } from './put.ts'
import { readReply } from './read.ts'
import { at, flowOf, questionOf, type Scene } from './scene.ts'

/** An answer to the flow's question. */
export function answer(scene: Scene, content: Content): void {
  const question = questionOf(scene)!
  const reply = readReply(scene, question, content)
  if (!reply) return putAgain(scene)
  const move = question.take(at(scene), reply)
  if (move.kind !== 'miss') return perform(scene, move)
  if (flowOf(scene)!.light) return idle(scene, content)
  notUnderstood(scene, content)
}
