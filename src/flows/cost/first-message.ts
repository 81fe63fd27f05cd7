import { normalise } from '../../model/understanding/normalise.ts'
import { classifyPaymentTopic, extractPrice, type PaymentTopic } from '../../model/understanding/price.ts'
import { go, type NotUnderstood, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import { commaList } from '../shared/facts.ts'
import { passportCaseIn } from '../shared/passport-case.ts'
import { PriceParts, type CostData, type CostStep } from './handle.ts'

/** A question about money as it was first put: which matter it is, and what it tells of the case. */

type Next = Exclude<Transition<CostData, CostStep>, NotUnderstood>

const STEPS: Readonly<Record<PaymentTopic, CostStep>> = {
  price: 'case',
  where: 'where',
  count: 'count',
  over: 'over',
  unsynced: 'unsynced',
  refund: 'refund',
}

const PARTS = ['who', 'why', 'kind', 'years', 'express'] as const satisfies readonly (keyof PriceParts)[]

/** Where the opening words lead; null when they say no more than that it is about money. */
export function routeFirstMessage(at: StepContext<CostData>): Next | null {
  const { words } = at.data
  const topic = words ? classifyPaymentTopic(words) : null
  if (!words || !topic) return null
  // "harga" alone may mean paying as well: the list asks
  if (topic === 'price' && !normalise(words).includes(' ')) return null
  if (topic !== 'price') return go(STEPS[topic], { set: { words: undefined } })
  const extracted = extractParts(at, words)
  const says = readBack(extracted).map((text) => ({ text: t('requirements.heard', { case: { text } }) }))
  return go('case', { says, set: { words: undefined, extracted } })
}

/** Parts of the price that the words tell. A first passport and an ordinary new one cost the same. */
function extractParts(at: StepContext<CostData>, words: string): PriceParts {
  const { who, answers } = passportCaseIn(at, words)
  const { disaster, ...parts } = extractPrice(words)
  const what = answers['what']
  const fine = what === 'lost' || what === 'damaged' ? (disaster ?? what) : undefined
  const why = fine ?? (what === 'new' || what === 'replace' ? 'none' : undefined)
  return { ...parts, ...(who && { who }), ...(why && { why }) }
}

/** Kind and years stand over the sum; the rest is told back here. */
function readBack({ who, why }: PriceParts): readonly Text[] {
  const parts = [...(who ? [t(`cost.${who}`)] : []), ...(why ? [t(`cost.whys.${why}`)] : [])]
  return parts.length > 0 ? [commaList(parts)] : []
}

/** What was extracted of the parts still open. */
export function extractedParts({ data }: StepContext<CostData>): PriceParts {
  const { extracted = {} } = data
  const open = PARTS.filter((part) => data[part] === undefined && extracted[part] !== undefined)
  return PriceParts.parse(Object.fromEntries(open.map((part) => [part, extracted[part]])))
}

/** What is answered now counts, not what was extracted before. */
export function withoutExtracted(
  { data }: StepContext<CostData>,
  part: keyof PriceParts,
): Pick<CostData, 'extracted'> {
  return { extracted: { ...data.extracted, [part]: undefined } }
}
