import type { Price } from '../../model/payments/fees.ts'
import { go, handOver, open, type Flow } from '../engine/flow.ts'
import { choiceQuestion, topicQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { infoHandle } from '../info/handle.ts'
import { readyAnswerText } from '../shared/facts.ts'
import { countdownEnd, countdownNotice, payUntilSlot } from './countdown.ts'
import { kind, nextPart, who, why, years } from './case.ts'
import { routeFirstMessage } from './first-message.ts'
import { CostData, costHandle, type CostStep } from './handle.ts'
import { count, over, paid, running, since, unsynced } from './payment.ts'
import { costPreviews } from './previews.ts'
import { priceOf, priceText, total } from './price.ts'
import { costSideAnswer } from './side-answer.ts'
import { BACK, where } from './where.ts'

/** What this case costs, part by part; where to pay and by when; what to do when paying went wrong. */

/** Steps that only show something, or wait for a payment. */
const LIGHT = new Set(['start', 'total', 'where', 'running', 'over', 'paid', 'refund', 'unsynced'])

export const cost: Flow<CostData, CostStep> = {
  name: costHandle.name,
  first: 'begin',
  data: CostData,
  isIdle: ({ state }) => LIGHT.has(state.step),
  hasProgress: () => false,
  slots: [payUntilSlot],
  reminders: { pay: countdownNotice },
  sideAnswer: costSideAnswer,
  previews: costPreviews,
  steps: {
    begin: {
      kind: 'decision',
      decide: (at) => routeFirstMessage(at) ?? go(countdownEnd(at) === null ? 'start' : 'running'),
    },
    start: topicQuestion<CostData, CostStep>({
      prompt: () => ({
        text: t('cost.ask'),
        options: [
          { id: 'who', label: t('cost.price'), hears: 'cost.price', to: go('who') },
          { id: 'where', label: t('cost.where'), hears: 'cost.where', to: go('where') },
          { id: 'count', label: t('pay.start'), hears: 'cost.code', to: go('count') },
          { id: 'over', label: t('cost.over'), hears: 'cost.over', to: go('over') },
          { id: 'unsynced', label: t('cost.unsynced'), hears: 'cost.unsynced', to: go('unsynced') },
          { id: 'refund', label: t('cost.refund'), hears: 'cost.refund', to: go('refund') },
          {
            id: 'info',
            label: t('info.ask'),
            hears: 'cost.info',
            to: open(infoHandle.start({ subject: 'money' })),
          },
        ],
      }),
    }),
    who,
    case: { kind: 'decision', decide: nextPart },
    why,
    kind,
    years,
    sum: { kind: 'decision', decide: (at) => go(isSure(priceOf(at)) ? 'total' : 'unsure') },
    total,
    unsure: choiceQuestion<CostData, CostStep>({
      prompt: (at) => ({
        text: priceText(at),
        options: [
          { id: 'ask', label: t('doubt.yes'), hears: 'doubt.yes', to: handOver('cost') },
          { id: 'start', label: t('doubt.no'), hears: 'doubt.no', to: go('start') },
        ],
      }),
    }),
    refund: choiceQuestion<CostData, CostStep>({
      prompt: (at) => ({ text: readyAnswerText(at, ['pay-back', 'refused-why']), options: [BACK] }),
    }),
    where,
    count,
    since,
    running,
    over,
    paid,
    unsynced,
  },
}

function isSure(price: Price): boolean {
  return 'sure' in price && price.sure
}
