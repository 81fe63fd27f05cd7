import { paymentDeadline } from '../../model/payments/billing.ts'
import { complaintHandle } from '../complaint/handle.ts'
import { end, go, handOver, open, type DecisionStep, type Option } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { FlowTarget } from '../engine/handle.ts'
import { choiceQuestion } from '../engine/question.ts'
import { t } from '../engine/text.ts'
import { formatClock, officeOf, readyAnswerTexts, todayAt } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import { countdownEnd, countdownReminders, minutesLeft, payUntilSlot, STOP_COUNTDOWN } from './countdown.ts'
import type { CostData, CostStep } from './handle.ts'
import { CODE } from './where.ts'

/** Paying in time: by when, and what to do when the time is over or the money is not recorded. */

const MINUTE = 60_000

const UNSYNCED: Option<CostData, CostStep> = {
  id: 'unsynced',
  label: t('cost.unsynced'),
  hears: 'cost.notRecorded',
  to: go('unsynced'),
}
/** Starts the countdown from the moment the code came. */
export const count: DecisionStep<CostData, CostStep> = {
  kind: 'decision',
  decide(at) {
    const { world, data } = at
    const office = officeOf(at)
    const from = data.from ?? world.now
    const deadline = paymentDeadline(from, world.now, world.library.facts, office.code, todayAt(at, office))
    if (!deadline) return handOver('cost')
    const { until, alerts } = deadline
    if (deadline.over) return go('over', { ...STOP_COUNTDOWN, set: { from: undefined } })
    return go('running', {
      set: { from: undefined, until },
      slots: payUntilSlot.set(until),
      effects: countdownReminders(alerts, until),
      says: [{ text: t('pay.running', { time: formatClock(until, office.zone) }) }],
    })
  },
}

export const running = choiceQuestion<CostData, CostStep>({
  prompt: (at) => {
    const until = countdownEnd(at)
    if (until === null) return { text: t('pay.over'), options: [CODE, UNSYNCED] }
    return { text: t('pay.left', { count: minutesLeft(until, at.world.now) }), options: WHILE_RUNNING }
  },
})

const WHILE_RUNNING: readonly Option<CostData, CostStep>[] = [
  { id: 'paid', means: 'yes', label: t('pay.done'), hears: 'cost.paid', to: go('paid', STOP_COUNTDOWN) },
  {
    id: 'stop',
    label: t('pay.stop'),
    hears: 'cost.stop',
    to: end({ ...STOP_COUNTDOWN, says: [{ text: t('cost.stopped') }] }),
  },
  { id: 'since', label: t('cost.earlier'), hears: 'cost.earlier', to: go('since') },
  { id: 'where', label: t('cost.where'), hears: 'cost.whereRunning', to: go('where') },
]

/** The code came before the person told us: half an hour, an hour, an hour and a half. */
export const since = choiceQuestion<CostData, CostStep>({
  prompt: ({ world }) => ({
    text: t('cost.since'),
    options: ([30, 60, 90] as const).map((minutes) => ({
      id: String(minutes),
      label: t(`cost.ago.${minutes}`),
      hears: `cost.minutes.${minutes}` as const,
      to: go('count', { set: { from: world.now - minutes * MINUTE } }),
    })),
  }),
})

export const over = choiceQuestion<CostData, CostStep>({
  prompt: () => ({ text: t('pay.over'), options: [CODE, UNSYNCED] }),
})

export const paid = choiceQuestion<CostData, CostStep>({
  prompt: (at) => ({
    text: lines(t('cost.paid'), ...readyAnswerTexts(at, ['pay-receipt'])),
    options: [
      UNSYNCED,
      { id: 'done', label: t('ticket.enough'), hears: 'cost.done', to: end({ after: 'menu' }) },
    ],
  }),
})

/** Paid, but the app says otherwise: never pay twice, keep the receipt, a complaint already filled in. */
export const unsynced = choiceQuestion<CostData, CostStep>({
  prompt: (at) => ({
    text: t('pay.paidOver'),
    options: [
      {
        id: 'report',
        means: 'yes',
        label: t('cost.report'),
        hears: 'cost.report',
        to: open(complaintOf(at)),
      },
      { id: 'start', means: 'no', label: t('doubt.no'), hears: 'doubt.no', to: go('start') },
    ],
  }),
})

function complaintOf(at: StepContext<CostData>): FlowTarget {
  const about = t('cost.unsyncedStory')
  return complaintHandle.at('check', {
    office: officeOf(at).code,
    group: 'payment',
    category: 'PAY-UNSYNC',
    about,
  })
}
