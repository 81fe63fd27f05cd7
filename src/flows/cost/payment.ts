import { paymentDeadline, paymentChannels, type PaymentChannel } from '../../model/payments/billing.ts'
import { safeNumber } from '../../model/facts/fact.ts'
import { choiceQuestion } from '../engine/question.ts'
import type { CostData } from './price.ts'
import { minutesLeft, countdownReminders, countdownEnd, STOP_COUNTDOWN } from './countdown.ts'
import type { Text } from '../engine/conversation.ts'
import { lines } from '../shared/lines.ts'
import { readyAnswerTexts, formatClock, findFact, officeOf, todayAt } from '../shared/facts.ts'
import { handOver } from '../shared/ready-answer.ts'
import {
  end,
  go,
  open,
  t,
  type StepContext,
  type Transition,
  type Option,
  type DecisionStep,
} from '../engine/flow.ts'

/** Paying in time: where, by when, and what to do when the time is over or the money is not recorded. */

const MINUTE = 60_000

const CODE: Option = { id: 'count', label: t('pay.start'), words: 'kode, kode bayar, sudah keluar, code' }
const UNSYNCED: Option = {
  id: 'unsynced',
  label: t('cost.unsynced'),
  words: 'belum tercatat, tertulis habis, not recorded',
}

/** Where to pay, easiest first, with the rule on time and refunds before anybody presses anything. */
export const where = choiceQuestion<CostData>({
  prompt: (at) => ({
    text: lines(
      t('pay.channels'),
      ...channels(at).map(channelText),
      ...hurry(at),
      ...readyAnswerTexts(at, ['pay-back']),
    ),
    options: [CODE, { id: 'start', label: t('cost.back'), words: 'kembali, harga, back, price' }],
  }),
  onPick: (_, id) => go(id),
})

/** The time there is to pay; where no figure is safe it is said to be so. */
function hurry(at: StepContext<CostData>): readonly Text[] {
  const picked = findFact(at, 'billing.hours')
  const hours = safeNumber(picked)
  if (hours === null) return readyAnswerTexts(at, ['pay-time'])
  return [t('pay.before', { hours }), ...(picked.sure ? [] : [t('doubt.contested')])]
}

function channels(at: StepContext<CostData>): readonly PaymentChannel[] {
  const office = officeOf(at)
  return paymentChannels(at.world.library.facts, office.code, todayAt(at, office))
}

function channelText({ id, names }: PaymentChannel): Text {
  const channel = { text: t(`pay.channel.${id}`) }
  return names.length > 0
    ? t('cost.channelNames', { channel, names: names.join(', ') })
    : t('cost.channel', { channel })
}

/** Starts the countdown from the moment the code came; the reminders of an earlier code are forgotten. */
export const count: DecisionStep<CostData> = {
  kind: 'decision',
  decide(at): Transition {
    const { world, data } = at
    const office = officeOf(at)
    const from = data.from ?? world.now
    const running = paymentDeadline(from, world.now, world.library.facts, office.code, todayAt(at, office))
    if (!running) return handOver('cost')
    const { until, alerts } = running
    if (running.over) return go('over', { ...STOP_COUNTDOWN, set: { from: undefined } })
    return go('running', {
      set: { from: undefined, until },
      slots: { payUntil: until },
      effects: [...STOP_COUNTDOWN.effects, ...countdownReminders(alerts, until)],
      says: [{ text: t('pay.running', { time: formatClock(until, office.zone) }) }],
    })
  },
}

export const running = choiceQuestion<CostData>({
  prompt: (at) => {
    const until = countdownEnd(at)
    if (until === null) return { text: t('pay.over'), options: [CODE, UNSYNCED] }
    return {
      text: t('pay.left', { minutes: minutesLeft(until, at.world.now) }),
      options: [
        { id: 'paid', label: t('pay.done'), words: 'sudah, sudah bayar, lunas, ya, paid, yes' },
        { id: 'stop', label: t('pay.stop'), words: 'jangan, jangan ingatkan, stop, berhenti' },
        { id: 'since', label: t('cost.earlier'), words: 'lebih dulu, tadi, earlier' },
        { id: 'where', label: t('cost.where'), words: 'bayar di mana, where' },
      ],
    }
  },
  onPick: (_, id) => {
    if (id === 'paid') return go('paid', STOP_COUNTDOWN)
    if (id === 'stop') return end({ ...STOP_COUNTDOWN, says: [{ text: t('cost.stopped') }] })
    return go(id)
  },
})

/** The code came before the person told us: half an hour, an hour, an hour and a half. */
export const since = choiceQuestion<CostData>({
  prompt: () => ({
    text: t('cost.since'),
    options: [30, 60, 90].map((minutes) => ({ id: String(minutes), label: t(`cost.ago.${minutes}`) })),
  }),
  onPick: ({ world }, id) => go('count', { set: { from: world.now - Number(id) * MINUTE } }),
})

export const over = choiceQuestion<CostData>({
  prompt: () => ({ text: t('pay.over'), options: [CODE, UNSYNCED] }),
  onPick: (_, id) => go(id),
})

export const paid = choiceQuestion<CostData>({
  prompt: (at) => ({
    text: lines(t('cost.paid'), ...readyAnswerTexts(at, ['pay-receipt'])),
    options: [
      UNSYNCED,
      { id: 'done', label: t('ticket.enough'), words: 'cukup, selesai, oke, enough, done' },
    ],
  }),
  onPick: (_, id) => (id === 'done' ? end({ after: 'menu' }) : go(id)),
})

/** Paid, but the app says otherwise: never pay twice, keep the receipt, a complaint already filled in. */
export const unsynced = choiceQuestion<CostData>({
  prompt: () => ({
    text: t('pay.paidOver'),
    options: [
      { id: 'report', label: t('cost.report'), words: 'ya, lapor, laporkan, yes, report' },
      { id: 'start', label: t('doubt.no'), words: 'tidak, tidak usah, no' },
    ],
  }),
  onPick: (at, id) => (id === 'report' ? open(reported(at)) : go(id)),
})

function reported(at: StepContext<CostData>) {
  const about = t('cost.unsyncedStory')
  const data = { office: officeOf(at).code, group: 'payment', category: 'PAY-UNSYNC', about }
  return { flow: 'complaint', step: 'check', data }
}
