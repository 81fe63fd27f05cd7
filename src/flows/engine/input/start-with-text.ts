import { wordCount } from '../../../model/messages/text.ts'
import type { IntentResult } from '../../../model/understanding/intent.ts'
import { normalise } from '../../../model/understanding/normalise.ts'
import { tellLikelyAnswer } from './side-question.ts'
import { targetOf } from '../registry.ts'
import type { SuspendedFlow } from '../state.ts'
import { t } from '../text.ts'
import { startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'

/** Words short enough to be a request rather than a story. */
const REQUEST_WORDS = 3

/** Opens what the words speak of, with the words; a whole sentence goes along as the beginning of a story. */
export function startWithText(
  turn: Turn,
  { intent, confidential }: IntentResult,
  text: string,
  suspended: SuspendedFlow | null,
): void {
  const target = targetOf(turn.registry, intent)
  if (turn.truncated) turn.say({ text: t('story.cut') })
  const told = wordCount(normalise(text)) > REQUEST_WORDS
  const words = turn.registry.flows.get(target.flow)?.collectsStory ? {} : { words: text }
  const data = {
    ...target.data,
    ...words,
    ...(turn.memory.recentWords && { before: turn.memory.recentWords }),
    ...(told && { parts: [text] }),
    ...(confidential && { group: 'integrity' }),
  }
  turn.areWordsTaken = true
  if (!confidential) tellLikelyAnswer(turn, text)
  startFlow(turn, { ...target, data }, { confidential, suspended })
}
