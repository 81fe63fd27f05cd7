import { calculatePrice, offeredKinds, type Price } from '../../model/payments/fees.ts'
import { isTellable, safeNumber, type Doubt } from '../../model/facts/fact.ts'
import { gravestDoubt } from '../../model/facts/ready-answer.ts'
import type { PassportKind } from '../../model/facts/values.ts'
import { rupiah } from '../../model/facts/rupiah.ts'
import { go, type Option } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t, type Text } from '../engine/text.ts'
import { doubtNotes, doubtText, findFact, officeOf, readyAnswerTexts, todayAt } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import type { CostData, CostStep } from './handle.ts'

/** The sum for one case with its parts, or the honest words that there is none. */

/** Books of ten years only where the library does not rule them out; children have five. */
export function yearsOffered(at: StepContext<CostData>): readonly (5 | 10)[] {
  const most = findFact(at, 'validity.adult.years')
  const short = isTellable(most) && (safeNumber(most) ?? 10) < 10
  return at.data.who === 'child' || short ? [5] : [5, 10]
}

/** Kinds the office makes, likeliest first. */
export function kindsOffered(at: StepContext<CostData>): ReturnType<typeof offeredKinds> {
  const office = officeOf(at)
  return offeredKinds(at.world.library.facts, office.code, todayAt(at, office))
}

export function priceOf(at: StepContext<CostData>): Price {
  const { why = 'none', express = false } = at.data
  const office = officeOf(at)
  const request = { kind: kindOf(at), years: yearsOf(at), express, fine: why === 'none' ? null : why }
  return calculatePrice(request, at.world.library.facts, office.code, todayAt(at, office))
}

function kindOf(at: StepContext<CostData>): PassportKind {
  return at.data.kind ?? kindsOffered(at).kinds[0] ?? 'electronic'
}

function yearsOf({ data }: StepContext<CostData>): 5 | 10 {
  return data.years ?? 5
}

/** The parts and, only where every one of them is sure, their sum. */
export function priceText(at: StepContext<CostData>): Text {
  const price = priceOf(at)
  if ('impossible' in price) return t(`price.impossible.${price.impossible}`)
  const parts = price.parts.map(({ part, amount }) => t(`price.part.${part}`, { amount: rupiah(amount) }))
  const head = t('cost.for', {
    kind: { text: t(`price.kind.${kindOf(at)}`) },
    years: yearsOf(at),
    office: officeOf(at).name,
  })
  if (!price.sure) {
    const reason = price.uncertainParts[0]?.reason ?? 'missing'
    return lines(head, ...parts, t('price.notSure'), doubtText(reason))
  }
  const sum = t('price.total', { total: rupiah(price.total) })
  return lines(head, ...parts, sum, t('price.channel'), ...priceNotes(at, price.doubt))
}

/** Where offices may have turned to one kind, that is said in plain words of its own. */
function priceNotes(at: StepContext<CostData>, ofPrice: Doubt | null): readonly Text[] {
  const { doubt } = kindsOffered(at)
  if (ofPrice === null && doubt?.reason === 'contested') return [t('price.kind.doubt')]
  return doubtNotes(gravestDoubt([ofPrice, doubt].filter((one) => one !== null)))
}

/** The sum, and what people ask next: faster, where to pay, what if it is refused. */
export const total = choiceQuestion<CostData, CostStep>({
  prompt: (at) => ({ text: priceText(at), options: [...faster(at), ...AFTER] }),
})

/** Another question of the case: the fast lane and what was told before no longer count. */
const CLEARED = { set: { express: false, extracted: undefined } }

const AFTER: readonly Option<CostData, CostStep>[] = [
  { id: 'where', label: t('cost.where'), hears: 'cost.wherePay', to: go('where', CLEARED) },
  { id: 'refund', label: t('cost.refund'), hears: 'cost.refundAfter', to: go('refund', CLEARED) },
  { id: 'again', label: t('cost.again'), hears: 'cost.again', to: go('who', CLEARED) },
]

/** The fast lane is for those without a fine, and offered once. */
function faster(at: StepContext<CostData>): readonly Option<CostData, CostStep>[] {
  const { express, why = 'none' } = at.data
  if (express || why !== 'none') return []
  const says = readyAnswerTexts(at, ['express', 'express-walk-in']).map((text) => ({ text }))
  const to = go<CostData, CostStep>('sum', { set: { express: true }, says })
  return [{ id: 'faster', label: t('cost.faster'), hears: 'cost.faster', to }]
}
