import type { InboundContent } from '../../model/messages/content.ts'
import { mentionsMisconduct } from '../../model/understanding/intent.ts'
import { PERSON_AT } from './limits.ts'
import { startFlow } from './transition.ts'
import { handoverTarget } from './handover.ts'
import { rephrase } from './prompt.ts'
import { memoryOf, updateState, questionOf, remember, say, type TurnContext } from './turn-context.ts'
import { t } from './flow.ts'

/** Counts an answer that was not understood: simpler the second time, a person the third. */
export function fallBack(turn: TurnContext, content: InboundContent): void {
  const text = content.kind === 'text' && !questionOf(turn)?.sensitive ? [content.text] : []
  const misses = turn.state.misses + 1
  remember(turn, { unclearTexts: [...(memoryOf(turn.state).unclearTexts ?? []), ...text].slice(-PERSON_AT) })
  updateState(turn, { misses })
  if (misses < PERSON_AT) return rephrase(turn)
  say(turn, { text: t('ask.person') })
  const confidential = turn.state.confidential || memoryOf(turn.state).unclearTexts?.some(mentionsMisconduct)
  startFlow(turn, handoverTarget(turn, 'misses'), confidential)
}
