import { wordCount } from '../../../model/messages/text.ts'
import { classifyIntent, classifyTopic, type IntentResult } from '../../../model/understanding/intent.ts'
import { normalise } from '../../../model/understanding/normalise.ts'
import { RESUME_AFTER } from '../limits.ts'
import type { Turn } from '../turn.ts'

/** What a message is about, as sure as the place it stands in demands: few words after an answer are seldom a new matter. */

/** In the middle of a talk: how likely a topic must be (0–1) that so many words name; the last holds for more. */
const WITHIN_TALK = [1, 1, 0.85, 0.65, 0.55]
/** As likely as this another matter may be offered over a question that waits for its answer. */
const OVER_QUESTION = 0.75

/** While nothing is under way. Null where the words are not clear, or are about what is shown already. */
export function clearIntent(turn: Turn, text: string): IntentResult | null {
  const result = classifyIntent(text)
  if (!result || result.confidential || !isTalking(turn)) return result
  const { confidence } = classifyTopic(text)
  const words = wordCount(normalise(text))
  const least = WITHIN_TALK[Math.min(words, WITHIN_TALK.length - 1)] ?? 1
  return isSocial(result) || confidence >= least ? result : null
}

/** Over a question of a flow: social words as they are, a topic only where it is plain. */
export function intentOverQuestion(turn: Turn, text: string): IntentResult | null {
  const result = clearIntent(turn, text)
  if (!result || result.confidential || isSocial(result)) return result
  return classifyTopic(text).confidence >= OVER_QUESTION ? result : null
}

function isSocial({ intent }: IntentResult): boolean {
  return ['greeting', 'help', 'thanks', 'okay', 'human'].includes(intent)
}

/** Was something shown or asked a moment ago? */
export function isTalking(turn: Turn): boolean {
  const { flow, memory } = turn.initial
  const shown = (memory.subjects ?? []).length > 0 || (flow !== null && flow !== turn.registry.home.flow)
  return shown && turn.elapsed(turn.initial.lastAt || undefined) <= RESUME_AFTER
}
