import { go, notUnderstood, open, type Flow } from '../engine/flow.ts'
import { choiceQuestion, topicQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { infoHandle } from '../info/handle.ts'
import { readyAnswerText } from '../shared/facts.ts'
import { countdownEnd, countdownNotice, payUntilSlot } from './countdown.ts'
import { priceFollowUp, routeFirstMessage, routeWords } from './first-message.ts'
import { CostData, costHandle, type CostStep } from './handle.ts'
import { count, over, paid, running, since, unsynced } from './payment.ts'
import { costPreviews } from './previews.ts'
import { isSure, total, unsure } from './price.ts'
import { costSideAnswer } from './side-answer.ts'
import { BACK, where } from './where.ts'

/** What a case costs, at once; where to pay and by when; what to do when paying went wrong. */

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
  followUp: priceFollowUp,
  previews: costPreviews,
  steps: {
    begin: {
      kind: 'decision',
      decide: (at) => routeFirstMessage(at) ?? go(countdownEnd(at) === null ? 'start' : 'running'),
    },
    start: topicQuestion<CostData, CostStep>(
      {
        prompt: () => ({
          text: t('cost.ask'),
          options: [
            { id: 'who', label: t('cost.price'), hears: 'cost.price', to: go('price') },
            { id: 'where', label: t('cost.where'), hears: 'cost.where', to: go('where') },
            { id: 'over', label: t('cost.over'), hears: 'cost.over', to: go('over') },
            { id: 'unsynced', label: t('cost.unsynced'), hears: 'cost.unsynced', to: go('unsynced') },
            {
              id: 'info',
              label: t('info.ask'),
              hears: 'cost.info',
              to: open(infoHandle.start({ subject: 'money' })),
            },
          ],
        }),
        onText: (at, text) => routeWords(at, text) ?? notUnderstood,
      },
      'cost',
    ),
    price: { kind: 'decision', decide: (at) => go(isSure(at) ? 'total' : 'unsure') },
    total,
    unsure,
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
