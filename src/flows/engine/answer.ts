import type { Content } from '../../model/message.ts'
import { idle } from './idle.ts'
import { notUnderstood } from './fallback.ts'
import { perform } from './transition.ts'
import { putAgain } from './prompt.ts'
import { readReply } from './answer-reader.ts'
import { answersSide } from './side-question.ts'
import { at, discard, questionOf, underWay, type Scene } from './turn-context.ts'

/** An answer to the flow's question. */
export function answer(scene: Scene, content: Content): void {
  const question = questionOf(scene)!
  // at a menu a photo is no answer, but it belongs to the open ticket, or to what is chosen next
  const photo = content.kind === 'media' && content.file !== null
  if (photo && !question.media && !underWay(scene)) return idle(scene, content)
  const reply = readReply(scene, question, content)
  if (!reply) return putAgain(scene)
  const move = question.take(at(scene), reply)
  if (move.kind !== 'miss') return perform(scene, move)
  if (!underWay(scene)) return idle(scene, content)
  if (answersSide(scene, content)) return
  if (reply.kind === 'media') discard(scene, content)
  notUnderstood(scene, content)
}
