import { safeNumber } from '../../model/facts/fact.ts'
import { paymentChannels, type PaymentChannel } from '../../model/payments/billing.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { go, notUnderstood, type Option } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t, type Text } from '../engine/text.ts'
import { factNotes, findFact, officeOf, readyAnswerTexts, todayAt } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import type { CostData, CostStep } from './handle.ts'

/** Where to pay, and how soon. */

/** The payment code has come: its countdown begins. */
export const CODE: Option<CostData, CostStep> = {
  id: 'count',
  label: t('pay.start'),
  hears: 'cost.codeCame',
  to: go('count'),
}
/** Out of what was only shown, to the list of matters. */
export const BACK: Option<CostData, CostStep> = {
  id: 'start',
  label: t('cost.back'),
  hears: 'cost.back',
  to: go('start'),
}

/** Where to pay, easiest first, and how long there is before anybody presses anything. */
export const where = choiceQuestion<CostData, CostStep>({
  topics: true,
  prompt: (at) => ({
    text: lines(t('pay.channels', { channels: { list: easiest(at).map(nameText) } }), ...hurry(at)),
    options: [CODE, ...phoneOption(at), BACK],
  }),
  // "Indomaret bisa? atau BRI": a place that is named
  onText: (at, text) => {
    const said = ` ${normalise(text)} `
    const named = channels(at).filter(({ names }) =>
      names.some((name) => said.includes(` ${normalise(name)} `)),
    )
    return named.length > 0
      ? go('where', { says: [{ text: lines(...named.map(channelText)) }] })
      : notUnderstood
  },
})

/** The time there is to pay; where no figure is safe it is said to be so. */
export function hurry(at: StepContext<unknown>): readonly Text[] {
  const fact = findFact(at, 'billing.hours')
  const hours = safeNumber(fact)
  if (hours === null) return readyAnswerTexts(at, ['pay-time'])
  return [t('pay.before', { hours }), ...factNotes(fact)]
}

function channels(at: StepContext<CostData>): readonly PaymentChannel[] {
  const office = officeOf(at)
  return paymentChannels(at.world.library.facts, office.code, todayAt(at, office))
}

/** Ways named at once. */
const NAMED = 5

function easiest(at: StepContext<CostData>): readonly PaymentChannel[] {
  return channels(at).slice(0, NAMED)
}

/** Ways on the phone and in shops, by the names of their apps. */
function phoneOption(at: StepContext<CostData>): readonly Option<CostData, CostStep>[] {
  const told = channels(at).filter(({ names }, place) => names.length > 0 || place >= NAMED)
  if (told.length === 0) return []
  const says = [{ text: lines(...told.map(channelText)) }]
  return [{ id: 'names', label: t('cost.names'), hears: 'cost.names', to: go('where', { says }) }]
}

function nameText({ id }: PaymentChannel): Text {
  return t(`pay.channel.${id}`)
}

function channelText({ id, names }: PaymentChannel): Text {
  const channel = { text: t(`pay.channel.${id}`) }
  return names.length > 0
    ? t('cost.channelNames', { channel, names: names.join(', ') })
    : t('cost.channel', { channel })
}
