import {
  doubtOf,
  isTellable,
  lookUpFact,
  safeList,
  safeNumber,
  type Doubt,
  type UncertaintyReason,
  type Fact,
  type FactLookup,
} from '../facts/fact.ts'
import { gravestDoubt } from '../facts/ready-answer.ts'
import { PASSPORT_KINDS, isPassportKind, type PassportKind } from '../facts/values.ts'

/** What a passport costs, in whole rupiah, from the answer library (PP 45/2024). Never a sum with a guessed part. */

/** `disaster`: lost or damaged through no fault of one's own, with a letter of the authority. */
export type Fine = 'lost' | 'damaged' | 'disaster'

interface PriceRequest {
  readonly kind: PassportKind
  readonly years: 5 | 10
  readonly express: boolean
  readonly fine: Fine | null
}

interface PricePart {
  readonly part: 'passport' | 'express' | 'fine'
  /** Key of the fact it comes from. */
  readonly key: string
  readonly amount: number
}

type PriceRefusal = 'express-with-fine' | 'kind-not-offered' | 'too-many-years'

interface UncertainPart {
  readonly key: string
  readonly reason: UncertaintyReason
}

/** A sum in whole rupiah with its parts, or why there is none. */
export type Price =
  /** `doubt`: what has to be told with the sum, as a change of some part that is said to have begun. */
  | {
      readonly sure: true
      readonly total: number
      readonly parts: readonly PricePart[]
      readonly doubt: Doubt | null
    }
  /** Some part is in doubt: the others may be told, the sum not. */
  | {
      readonly sure: false
      readonly parts: readonly PricePart[]
      readonly uncertainParts: readonly UncertainPart[]
    }
  | { readonly impossible: PriceRefusal }

/** Total for one person at an office on a day (`YYYY-MM-DD` in its zone), with its parts. */
export function calculatePrice(
  of: PriceRequest,
  facts: readonly Fact[],
  office: string | null,
  day: string,
): Price {
  const look = (key: string) => lookUpFact(facts, key, office, day)
  const impossible = whyImpossible(of, look)
  if (impossible) return { impossible }
  const looked = wanted(of).map(({ part, key }) => ({ part, key, picked: look(key) }))
  const parts = looked.flatMap(({ part, key, picked }) => {
    const amount = isUsable(picked) ? safeNumber(picked) : null
    return amount === null ? [] : [{ part, key, amount }]
  })
  const needed = [...looked, ...yearsAsked(of, look)]
  const uncertainParts = needed.flatMap(({ key, picked }) =>
    picked.sure || isUsable(picked) ? [] : [{ key, reason: picked.reason }],
  )
  if (uncertainParts.length > 0) return { sure: false, parts, uncertainParts }
  const total = parts.reduce((sum, { amount }) => sum + amount, 0)
  const doubt = gravestDoubt(needed.flatMap(({ picked }) => doubtOf(picked) ?? []))
  return { sure: true, total, parts, doubt }
}

/** A price whose sources disagree is never part of a sum. */
function isUsable(picked: FactLookup): boolean {
  return isTellable(picked) || (!picked.sure && picked.reason === 'announced')
}

type Look = (key: string) => FactLookup

function whyImpossible(of: PriceRequest, look: Look): PriceRefusal | null {
  // the fast lane takes new and expired passports only
  if (of.express && of.fine !== null) return 'express-with-fine'
  const kinds = look('kinds.offered')
  if (isTellable(kinds) && !safeList(kinds).includes(of.kind)) return 'kind-not-offered'
  const years = look('validity.adult.years')
  return isTellable(years) && (safeNumber(years) ?? 0) < of.years ? 'too-many-years' : null
}

function wanted(of: PriceRequest): readonly Pick<PricePart, 'part' | 'key'>[] {
  return [
    { part: 'passport', key: `fee.passport.${of.kind}.${of.years}y` },
    ...(of.express ? [{ part: 'express', key: 'fee.express' } as const] : []),
    ...(of.fine ? [{ part: 'fine', key: `fee.${of.fine}` } as const] : []),
  ]
}

/** Ten years stand or fall with the rule on validity. */
function yearsAsked(of: PriceRequest, look: Look) {
  return of.years === 10 ? [{ key: 'validity.adult.years', picked: look('validity.adult.years') }] : []
}

const UNKNOWN: Doubt = { reason: 'contested', year: null }

/** Kinds an office offers, likeliest first, with what has to be said beside them. */
export function offeredKinds(
  facts: readonly Fact[],
  office: string | null,
  day: string,
): { readonly doubt: Doubt | null; readonly kinds: readonly PassportKind[] } {
  const picked = lookUpFact(facts, 'kinds.offered', office, day)
  const kinds = safeList(picked).filter(isPassportKind)
  // where nothing is known either kind may be offered, as where sources disagree
  const doubt = picked.sure ? null : (doubtOf(picked) ?? UNKNOWN)
  return { doubt, kinds: kinds.length > 0 ? kinds : PASSPORT_KINDS }
}
