import { countdown, payChannels, type PayChannel } from '../../model/payment.ts'
import { safeNumber } from '../../model/fact.ts'
import { choose } from '../engine/question.ts'
import type { Cost } from './price.ts'
import { minutesLeft, remindOf, runningUntil, STOP } from './countdown.ts'
import type { Text } from '../engine/conversation.ts'
import { joined } from '../shared/lines.ts'
import { answersTold, clockAt, factFor, officeOf, todayAt } from '../shared/facts.ts'
import { toOfficer } from '../shared/ready-answer.ts'
import { end, go, open, t, type At, type Move, type Option, type Pass } from '../engine/flow.ts'

/** Paying in time: where, by when, and what to do when the time is over or the money is not recorded. */

const MINUTE = 60_000

const CODE: Option = { id: 'count', label: t('pay.start'), words: 'kode, kode bayar, sudah keluar, code' }
const UNSYNCED: Option = {
  id: 'unsynced',
  label: t('cost.unsynced'),
  words: 'belum tercatat, tertulis habis, not recorded',
}

/** Where to pay, easiest first, with the rule on time and refunds before anybody presses anything. */
export const where = choose<Cost>({
  ask: (at) => ({
    text: joined(
      t('pay.channels'),
      ...channels(at).map(channelText),
      ...hurry(at),
      ...answersTold(at, ['pay-back']),
    ),
    options: [CODE, { id: 'start', label: t('cost.back'), words: 'kembali, harga, back, price' }],
  }),
  picked: (_, id) => go(id),
})

/** The time there is to pay; where no figure is safe it is said to be so. */
function hurry(at: At<Cost>): readonly Text[] {
  const picked = factFor(at, 'billing.hours')
  const hours = safeNumber(picked)
  if (hours === null) return answersTold(at, ['pay-time'])
  return [t('pay.before', { hours }), ...(picked.sure ? [] : [t('doubt.contested')])]
}

function channels(at: At<Cost>): readonly PayChannel[] {
  const office = officeOf(at)
  return payChannels(at.world.library.facts, office.code, todayAt(at, office))
}

function channelText({ id, names }: PayChannel): Text {
  const channel = { text: t(`pay.channel.${id}`) }
  return names.length > 0
    ? t('cost.channelNames', { channel, names: names.join(', ') })
    : t('cost.channel', { channel })
}

/** Starts the countdown from the moment the code came; the reminders of an earlier code are forgotten. */
export const count: Pass<Cost> = {
  kind: 'pass',
  move(at): Move {
    const { world, data } = at
    const office = officeOf(at)
    const from = data.from ?? world.now
    const running = countdown(from, world.now, world.library.facts, office.code, todayAt(at, office))
    if (!running) return toOfficer('cost')
    const { until, alerts } = running
    if (running.over) return go('over', { ...STOP, set: { from: undefined } })
    return go('running', {
      set: { from: undefined, until },
      keep: { payUntil: until },
      effects: [...STOP.effects, ...remindOf(alerts, until)],
      says: [{ text: t('pay.running', { time: clockAt(until, office.zone) }) }],
    })
  },
}

export const running = choose<Cost>({
  ask: (at) => {
    const until = runningUntil(at)
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
  picked: (_, id) => {
    if (id === 'paid') return go('paid', STOP)
    if (id === 'stop') return end({ ...STOP, says: [{ text: t('cost.stopped') }] })
    return go(id)
  },
})

/** The code came before the person told us: half an hour, an hour, an hour and a half. */
export const since = choose<Cost>({
  ask: () => ({
    text: t('cost.since'),
    options: [30, 60, 90].map((minutes) => ({ id: String(minutes), label: t(`cost.ago.${minutes}`) })),
  }),
  picked: ({ world }, id) => go('count', { set: { from: world.now - Number(id) * MINUTE } }),
})

export const over = choose<Cost>({
  ask: () => ({ text: t('pay.over'), options: [CODE, UNSYNCED] }),
  picked: (_, id) => go(id),
})

export const paid = choose<Cost>({
  ask: (at) => ({
    text: joined(t('cost.paid'), ...answersTold(at, ['pay-receipt'])),
    options: [
      UNSYNCED,
      { id: 'done', label: t('ticket.enough'), words: 'cukup, selesai, oke, enough, done' },
    ],
  }),
  picked: (_, id) => (id === 'done' ? end({ after: 'menu' }) : go(id)),
})

/** Paid, but the app says otherwise: never pay twice, keep the receipt, a complaint already filled in. */
export const unsynced = choose<Cost>({
  ask: () => ({
    text: t('pay.paidOver'),
    options: [
      { id: 'report', label: t('cost.report'), words: 'ya, lapor, laporkan, yes, report' },
      { id: 'start', label: t('doubt.no'), words: 'tidak, tidak usah, no' },
    ],
  }),
  picked: (at, id) => (id === 'report' ? open(reported(at)) : go(id)),
})

function reported(at: At<Cost>) {
  const about = t('cost.unsyncedStory')
  const data = { office: officeOf(at).code, group: 'payment', category: 'PAY-UNSYNC', about }
  return { flow: 'complaint', step: 'check', data }
}
