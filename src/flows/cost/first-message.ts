import { classifyPaymentTopic, extractPrice, type PaymentTopic } from '../../model/understanding/price.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import type { CostData, PriceSlots } from './price.ts'
import type { Text } from '../engine/conversation.ts'
import { passportCaseIn } from '../shared/passport-case.ts'
import { commaList } from '../shared/facts.ts'
import { go, t, type StepContext, type Transition } from '../engine/flow.ts'

/** A question about money as it was first put: which matter it is, and what it tells of the case. */

const STEPS: Readonly<Record<PaymentTopic, string>> = {
  price: 'case',
  where: 'where',
  count: 'count',
  over: 'over',
  unsynced: 'unsynced',
  refund: 'refund',
}

const PARTS = ['who', 'why', 'kind', 'years', 'express'] as const

/** Where the opening words lead; null when they say no more than that it is about money. */
export function routeFirstMessage(at: StepContext<CostData>): Transition | null {
  const { words } = at.data
  const matter = words ? classifyPaymentTopic(words) : null
  if (!words || !matter) return null
  // "harga" alone may mean paying as well: the list asks
  if (matter === 'price' && !normalise(words).includes(' ')) return null
  if (matter !== 'price') return go(STEPS[matter], { set: { words: undefined } })
  const heard = partsHeard(at, words)
  const says = toldBack(heard).map((said) => ({ text: t('requirements.heard', { case: { text: said } }) }))
  return go('case', { says, set: { words: undefined, extracted: heard } })
}

/** Parts of the price that the words tell. A first passport and an ordinary new one cost the same. */
function partsHeard(at: StepContext<CostData>, words: string): PriceSlots {
  const { who, answers } = passportCaseIn(at, words)
  const { disaster, ...parts } = extractPrice(words)
  const { what } = answers
  const fine = what === 'lost' || what === 'damaged' ? (disaster ?? what) : undefined
  const why = fine ?? (what === 'new' || what === 'replace' ? 'none' : undefined)
  return { ...parts, ...(who && { who }), ...(why && { why }) }
}

/** Kind and years stand over the sum; the rest is told back here. */
function toldBack({ who, why }: PriceSlots): readonly Text[] {
  const parts = [...(who ? [t(`cost.${who}`)] : []), ...(why ? [t(`cost.whys.${why}`)] : [])]
  return parts.length > 0 ? [commaList(parts)] : []
}

/** What was heard of the parts still open. */
export function extractedParts({ data }: StepContext<CostData>): PriceSlots {
  const open = PARTS.filter((part) => data[part] === undefined && data.extracted?.[part] !== undefined)
  return Object.fromEntries(open.map((part) => [part, data.extracted![part]]))
}

/** What is answered now counts, not what was heard before. */
export function withoutExtracted(
  { data }: StepContext<CostData>,
  part: keyof PriceSlots,
): Pick<CostData, 'extracted'> {
  return { extracted: { ...data.extracted, [part]: undefined } }
}
