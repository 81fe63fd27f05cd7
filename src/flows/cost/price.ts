import { offeredKinds, calculatePrice, type Fine, type Price } from '../../model/payments/fees.ts'
import { rupiah } from '../../model/facts/rupiah.ts'
import type { PassportKind } from '../../model/facts/values.ts'
import { choiceQuestion } from '../engine/question.ts'
import type { Text } from '../engine/conversation.ts'
import { lines } from '../shared/lines.ts'
import { readyAnswerTexts, findFact, officeOf, todayAt, doubtText } from '../shared/facts.ts'
import { go, t, type StepContext, type Option } from '../engine/flow.ts'

/** The sum for one case with its parts, or the honest words that there is none. */

export type PriceSlots = {
  readonly who?: string
  /** `none`, or what made the old passport useless. */
  readonly why?: string
  readonly kind?: PassportKind
  readonly years?: number
  readonly express?: boolean
}

export type CostData = PriceSlots & {
  /** ms: when the payment code came. */
  readonly from?: number
  /** ms: the last moment to pay. */
  readonly until?: number
  /** The words that opened the conversation. */
  readonly words?: string | undefined
  /** Parts of the price they told. */
  readonly extracted?: { readonly [part in keyof PriceSlots]: PriceSlots[part] | undefined } | undefined
}

/** What people type for a choice instead of its number. */
export const PRICE_WORDS: Readonly<Record<string, string>> = {
  adult: 'dewasa, saya, adult',
  child: 'anak, anak saya, child',
  none: 'baru, ganti, perpanjang, biasa, new, renewal',
  lost: 'hilang, lost',
  damaged: 'rusak, damaged',
  disaster: 'musibah, bencana, banjir, kebakaran, disaster',
  electronic: 'e paspor, epaspor, elektronik, e passport, chip, cip',
  plain: 'biasa, paspor biasa, plain, ordinary',
  5: 'lima, lima tahun, 5 tahun, five',
  10: 'sepuluh, 10, sepuluh tahun, 10 tahun, ten',
}

/** Books of ten years only where the library does not rule them out; children have five. */
export function yearsOffered(at: StepContext<CostData>): readonly (5 | 10)[] {
  const most = findFact(at, 'validity.adult.years')
  const short = most.sure && typeof most.value === 'number' && most.value < 10
  return at.data.who === 'child' || short ? [5] : [5, 10]
}

export function priceOf(at: StepContext<CostData>): Price {
  const { why, express = false } = at.data
  const office = officeOf(at)
  const fine = why === undefined || why === 'none' ? null : (why as Fine)
  const of = { kind: kindOf(at), years: yearsOf(at), express, fine }
  return calculatePrice(of, at.world.library.facts, office.code, todayAt(at, office))
}

function kindOf(at: StepContext<CostData>): PassportKind {
  return at.data.kind ?? offered(at).kinds[0]!
}

function yearsOf(at: StepContext<CostData>): 5 | 10 {
  return at.data.years === 10 ? 10 : 5
}

function offered(at: StepContext<CostData>) {
  const office = officeOf(at)
  return offeredKinds(at.world.library.facts, office.code, todayAt(at, office))
}

/** The parts and, only where every one of them is sure, their sum. */
export function priceText(at: StepContext<CostData>): Text {
  const found = priceOf(at)
  if ('impossible' in found) return t(`price.impossible.${found.impossible}`)
  const parts = found.parts.map(({ part, amount }) => t(`price.part.${part}`, { amount: rupiah(amount) }))
  const head = t('cost.for', {
    kind: { text: t(`price.kind.${kindOf(at)}`) },
    years: yearsOf(at),
    office: officeOf(at).name,
  })
  if (!found.sure)
    return lines(head, ...parts, t('price.notSure'), doubtText(found.uncertainParts[0]!.reason))
  const doubt = found.announced ? t('doubt.announced') : offered(at).sure ? null : t('price.kind.doubt')
  return lines(head, ...parts, t('price.total', { total: rupiah(found.total) }), t('price.channel'), doubt)
}

/** The sum, and what people ask next: faster, where to pay, what if it is refused. */
export const total = choiceQuestion<CostData>({
  prompt: (at) => ({ text: priceText(at), options: [...speed(at), ...AFTER] }),
  onPick: (at, id) => {
    if (id !== 'faster')
      return go(id === 'again' ? 'who' : id, { set: { express: false, extracted: undefined } })
    const told = readyAnswerTexts(at, ['express', 'express-walk-in'])
    return go('sum', { set: { express: true }, says: told.map((text) => ({ text })) })
  },
})

const AFTER: readonly Option[] = [
  { id: 'where', label: t('cost.where'), words: 'bayar, bayar di mana, pay, where' },
  { id: 'refund', label: t('cost.refund'), words: 'uang kembali, ditolak, refund' },
  { id: 'again', label: t('cost.again'), words: 'hitung lagi, lain, again' },
]

/** The fast lane is for those without a fine, and offered once. */
function speed({ data }: StepContext<CostData>): readonly Option[] {
  if (data.express || (data.why ?? 'none') !== 'none') return []
  return [
    { id: 'faster', label: t('cost.faster'), words: 'sehari jadi, cepat, kilat, buru buru, express, faster' },
  ]
}
