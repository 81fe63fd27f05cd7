import { go, type NotUnderstood, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { extractedParts, withoutExtracted } from './first-message.ts'
import type { CostData, CostStep } from './handle.ts'
import { kindsOffered, yearsOffered } from './price.ts'

/** The parts of a case that its price depends on; only those that are open are asked. */

export const who = choiceQuestion<CostData, CostStep>({
  prompt: (at) => ({
    text: t('cost.who'),
    options: (['adult', 'child'] as const).map((who) => ({
      id: who,
      label: t(`cost.${who}`),
      hears: `case.${who}`,
      to: go('case', { set: { who, why: undefined, ...withoutExtracted(at, 'who') } }),
    })),
  }),
})

export const why = choiceQuestion<CostData, CostStep>({
  prompt: (at) => ({
    text: t('cost.why'),
    options: (['none', 'lost', 'damaged', 'disaster'] as const).map((why) => {
      const set = { why, kind: undefined, years: undefined, ...withoutExtracted(at, 'why') }
      return {
        id: why,
        label: t(`cost.whys.${why}`),
        hears: `cost.why.${why}`,
        to: go('case', { set }),
      }
    }),
  }),
})

export const kind = choiceQuestion<CostData, CostStep>({
  prompt: (at) => ({
    text: t('price.kind.ask'),
    options: kindsOffered(at).kinds.map((kind) => ({
      id: kind,
      label: t(`price.kind.${kind}`),
      hears: `cost.kind.${kind}`,
      to: go('case', { set: { kind, years: undefined, ...withoutExtracted(at, 'kind') } }),
    })),
  }),
})

export const years = choiceQuestion<CostData, CostStep>({
  prompt: (at) => ({
    text: t('price.years.ask'),
    options: yearsOffered(at).map((years) => ({
      id: String(years),
      label: t(`price.years.${years}`),
      hears: `cost.years.${years}`,
      to: go('case', { set: { years, ...withoutExtracted(at, 'years') } }),
    })),
  }),
})

/** On to the first part that is open; what was extracted fills its part, and `kembali` leads there. */
export function nextPart(at: StepContext<CostData>): Exclude<Transition<CostData, CostStep>, NotUnderstood> {
  const set = extractedParts(at)
  const prefilled = Object.keys(set).filter((part) => part !== 'express')
  return go(missingPart({ ...at, data: { ...at.data, ...set } }), { set, prefilled })
}

/** The first part of the case that is not known; where only one answer is possible it is not asked. */
function missingPart(at: StepContext<CostData>): CostStep {
  const { data } = at
  if (!data.who) return 'who'
  if (!data.why) return 'why'
  if (!data.kind && kindsOffered(at).kinds.length > 1) return 'kind'
  return !data.years && yearsOffered(at).length > 1 ? 'years' : 'sum'
}
