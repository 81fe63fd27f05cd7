import { moneyMatter, priceSaid, type MoneyMatter } from '../../model/understanding-price.ts'
import { normalise } from '../../model/understanding.ts'
import type { Cost, CostParts } from './price.ts'
import type { Text } from '../engine/conversation.ts'
import { caseHeard } from '../shared/passport-case.ts'
import { listed } from '../shared/facts.ts'
import { go, t, type At, type Move } from '../engine/flow.ts'

/** A question about money as it was first put: which matter it is, and what it tells of the case. */

const STEPS: Readonly<Record<MoneyMatter, string>> = {
  price: 'case',
  where: 'where',
  count: 'count',
  over: 'over',
  unsynced: 'unsynced',
  refund: 'refund',
}

const PARTS = ['who', 'why', 'kind', 'years', 'express'] as const

/** Where the opening words lead; null when they say no more than that it is about money. */
export function moneyAsked(at: At<Cost>): Move | null {
  const { words } = at.data
  const matter = words ? moneyMatter(words) : null
  if (!words || !matter) return null
  // "harga" alone may mean paying as well: the list asks
  if (matter === 'price' && !normalise(words).includes(' ')) return null
  if (matter !== 'price') return go(STEPS[matter], { set: { words: undefined } })
  const heard = partsHeard(at, words)
  const says = toldBack(heard).map((said) => ({ text: t('requirements.heard', { case: { text: said } }) }))
  return go('case', { says, set: { words: undefined, heard } })
}

/** Parts of the price that the words tell. A first passport and an ordinary new one cost the same. */
function partsHeard(at: At<Cost>, words: string): CostParts {
  const { who, answers } = caseHeard(at, words)
  const { disaster, ...parts } = priceSaid(words)
  const { what } = answers
  const fine = what === 'lost' || what === 'damaged' ? (disaster ?? what) : undefined
  const why = fine ?? (what === 'new' || what === 'replace' ? 'none' : undefined)
  return { ...parts, ...(who && { who }), ...(why && { why }) }
}

/** Kind and years stand over the sum; the rest is told back here. */
function toldBack({ who, why }: CostParts): readonly Text[] {
  const parts = [...(who ? [t(`cost.${who}`)] : []), ...(why ? [t(`cost.whys.${why}`)] : [])]
  return parts.length > 0 ? [listed(parts)] : []
}

/** What was heard of the parts still open. */
export function heardParts({ data }: At<Cost>): CostParts {
  const open = PARTS.filter((part) => data[part] === undefined && data.heard?.[part] !== undefined)
  return Object.fromEntries(open.map((part) => [part, data.heard![part]]))
}

/** What is answered now counts, not what was heard before. */
export function answeredNow({ data }: At<Cost>, part: keyof CostParts): Pick<Cost, 'heard'> {
  return { heard: { ...data.heard, [part]: undefined } }
}
