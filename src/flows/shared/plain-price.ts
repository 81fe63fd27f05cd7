import { calculatePrice, offeredKinds } from '../../model/payments/fees.ts'
import { rupiah } from '../../model/facts/rupiah.ts'
import type { StepContext } from '../engine/context.ts'
import { t, type Text } from '../engine/text.ts'
import { officeOf, todayAt } from './facts.ts'
import { lines } from './lines.ts'

/** The official price of today at the person's office, usual and in one day: told beside what a broker asks. */
export function plainPrice(at: StepContext<unknown>): Text {
  const office = officeOf(at)
  const [facts, day] = [at.world.library.facts, todayAt(at, office)]
  const total = (kind: 'electronic' | 'plain', express: boolean) => {
    const price = calculatePrice({ kind, years: 5, express, fine: null }, facts, office.code, day)
    return 'total' in price ? rupiah(price.total) : null
  }
  const told = offeredKinds(facts, office.code, day).kinds.flatMap((kind) => {
    const [usual, express] = [total(kind, false), total(kind, true)]
    return usual && express
      ? [t('price.official', { kind: { text: t(`price.kind.${kind}`) }, usual, express })]
      : []
  })
  return told.length > 0 ? lines(t('price.officialTitle'), ...told) : t('price.notSure')
}
