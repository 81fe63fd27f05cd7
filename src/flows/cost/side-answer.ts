import { z } from 'zod'
import type { IntentResult } from '../../model/understanding/intent.ts'
import { classifyPaymentTopic } from '../../model/understanding/price.ts'
import type { StepContext } from '../engine/context.ts'
import type { Text } from '../engine/text.ts'
import { readyAnswerTexts } from '../shared/facts.ts'
import { passportCaseIn } from '../shared/passport-case.ts'
import { hurry } from './where.ts'

/** A question about money in the middle of another flow. */

/** What any flow under way may have gathered about the case. */
const CaseData = z.object({ answers: z.object({ what: z.string().optional() }) })

/** The price of all kinds; of a case that has a fine, the fine as well. */
export function costSideAnswer(at: StepContext, text: string, { intent }: IntentResult): readonly Text[] {
  if (intent !== 'cost') return []
  const topic = classifyPaymentTopic(text)
  if (topic === 'where') return [...readyAnswerTexts(at, ['pay-where']), ...hurry(at)]
  if (topic === 'refund') return readyAnswerTexts(at, ['pay-back'])
  if (topic !== 'price' && topic !== null) return []
  const what = passportCaseIn(at, text).answers['what'] ?? CaseData.safeParse(at.data).data?.answers.what
  const fine = what === 'lost' || what === 'damaged'
  return readyAnswerTexts(at, ['fee-table', ...(fine ? ['fee-fines'] : [])])
}
