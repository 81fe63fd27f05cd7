import type { InboundContent } from '../../../model/messages/content.ts'
import { mentionsMisconduct } from '../../../model/understanding/intent.ts'
import { handoverTarget } from '../handover.ts'
import { PERSON_AT } from '../limits.ts'
import { rephrase } from '../prompt.ts'
import { t } from '../text.ts'
import { startFlow } from '../transition.ts'
import type { Turn } from '../turn.ts'

/** Counts an answer that was not understood: simpler the second time, a person the third. */
export function fallBack(turn: Turn, content: InboundContent): void {
  const text = content.kind === 'text' && !turn.question?.sensitive ? [content.text] : []
  const unclearTexts = [...(turn.memory.unclearTexts ?? []), ...text].slice(-PERSON_AT)
  const misses = turn.state.misses + 1
  turn.remember({ unclearTexts })
  turn.update({ misses })
  if (misses < PERSON_AT) return rephrase(turn)
  turn.say({ text: t('ask.person') })
  const confidential = turn.state.confidential || unclearTexts.some(mentionsMisconduct)
  startFlow(turn, ...handoverTarget(turn, 'misses', confidential))
}
