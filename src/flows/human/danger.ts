import type { Say } from '../engine/conversation.ts'
import type { StepContext } from '../engine/context.ts'
import { t } from '../engine/text.ts'
import { readyAnswerTexts } from '../shared/facts.ts'
import type { HumanData } from './handle.ts'

/** Who is in danger reads first that they are heard, then whom to call. */
export function dangerTexts(at: StepContext<HumanData>): readonly Say[] {
  const [numbers] = readyAnswerTexts(at, ['outside-danger'])
  return [{ text: t('danger.heard') }, ...(numbers ? [{ text: numbers }] : [])]
}
