import { offeredKinds, type Price } from '../../model/fees.ts'
import { choose, matters } from '../engine/question.ts'
import { priced, priceOf, PRICE_WORDS, total, yearsOffered, type Cost } from './price.ts'
import { count, over, paid, running, since, unsynced, where } from './payment.ts'
import { answeredNow, heardParts, moneyAsked } from './first-message.ts'
import { answersJoined, officeOf, todayAt } from '../shared/facts.ts'
import { runningUntil } from './countdown.ts'
import { toOfficer } from '../shared/ready-answer.ts'
import { go, open, t, type At, type Flow, type Move } from '../engine/flow.ts'

/** What this case costs, part by part; where to pay and by when; what to do when paying went wrong. */

/** Steps that only show something, or wait for a payment. */
const LIGHT = new Set(['start', 'total', 'where', 'running', 'over', 'paid', 'refund', 'unsynced'])

export const cost: Flow<Cost> = {
  name: 'cost',
  first: 'begin',
  light: ({ state }) => LIGHT.has(state.step),
  holds: () => false,
  steps: {
    begin: {
      kind: 'pass',
      move: (at) => moneyAsked(at) ?? go(runningUntil(at) === null ? 'start' : 'running'),
    },
    start: matters<Cost>({
      ask: () => ({
        text: t('cost.ask'),
        options: [
          { id: 'who', label: t('cost.price'), words: 'harga, biaya, berapa, price, cost' },
          { id: 'where', label: t('cost.where'), words: 'bayar, bayar di mana, cara bayar, pay, where' },
          { id: 'count', label: t('pay.start'), words: 'kode bayar, kode, billing, code' },
          { id: 'over', label: t('cost.over'), words: 'habis, expired, kadaluarsa, lewat waktu' },
          { id: 'unsynced', label: t('cost.unsynced'), words: 'belum tercatat, sudah bayar, not recorded' },
          { id: 'refund', label: t('cost.refund'), words: 'uang kembali, refund, ditolak, refused' },
          { id: 'info', label: t('info.ask'), words: 'tanya, tanya jawab, lain, other, questions' },
        ],
      }),
      picked: (_, id) => (id === 'info' ? open({ flow: 'info', data: { subject: 'money' } }) : go(id)),
    }),
    who: choose<Cost>({
      ask: () => ({
        text: t('cost.who'),
        options: ['adult', 'child'].map((id) => ({
          id,
          label: t(`cost.${id}`),
          words: PRICE_WORDS[id] ?? '',
        })),
      }),
      picked: (at, who) => go('case', { set: { who, why: undefined, ...answeredNow(at, 'who') } }),
    }),
    case: { kind: 'pass', move: nextPart },
    why: choose<Cost>({
      ask: () => ({
        text: t('cost.why'),
        options: ['none', 'lost', 'damaged', 'disaster'].map((id) => ({
          id,
          label: t(`cost.whys.${id}`),
          words: PRICE_WORDS[id] ?? '',
        })),
      }),
      picked: (at, why) =>
        go('case', { set: { why, kind: undefined, years: undefined, ...answeredNow(at, 'why') } }),
    }),
    kind: choose<Cost>({
      ask: (at) => ({
        text: t('price.kind.ask'),
        options: kinds(at).map((id) => ({ id, label: t(`price.kind.${id}`), words: PRICE_WORDS[id] ?? '' })),
      }),
      picked: (at, kind) => go('case', { set: { kind, years: undefined, ...answeredNow(at, 'kind') } }),
    }),
    years: choose<Cost>({
      ask: (at) => ({
        text: t('price.years.ask'),
        options: yearsOffered(at).map((years) => ({
          id: String(years),
          label: t(`price.years.${years}`),
          words: PRICE_WORDS[years] ?? '',
        })),
      }),
      picked: (at, years) => go('case', { set: { years: Number(years), ...answeredNow(at, 'years') } }),
    }),
    sum: { kind: 'pass', move: (at) => go(isSure(priceOf(at)) ? 'total' : 'unsure') },
    total,
    unsure: choose<Cost>({
      ask: (at) => ({
        text: priced(at),
        options: [
          { id: 'ask', label: t('doubt.yes'), words: 'ya, mau, boleh, tanyakan, yes' },
          { id: 'start', label: t('doubt.no'), words: 'tidak, tidak usah, no' },
        ],
      }),
      picked: (_, id) => (id === 'ask' ? toOfficer('cost') : go(id)),
    }),
    refund: choose<Cost>({
      ask: (at) => ({
        text: answersJoined(at, ['pay-back', 'refused-why']),
        options: [{ id: 'start', label: t('cost.back'), words: 'kembali, harga, back, price' }],
      }),
      picked: (_, id) => go(id),
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

/** On to the first part that is open; what was heard fills its part, and `kembali` leads there. */
function nextPart(at: At<Cost>): Move {
  const set = heardParts(at)
  const answered = Object.keys(set).filter((part) => part !== 'express')
  return go(missingPart({ ...at, data: { ...at.data, ...set } }), { set, answered })
}

/** The first part of the case that is not known; where only one answer is possible it is not asked. */
function missingPart(at: At<Cost>): string {
  const { data } = at
  if (!data.who) return 'who'
  if (!data.why) return 'why'
  if (!data.kind && kinds(at).length > 1) return 'kind'
  return !data.years && yearsOffered(at).length > 1 ? 'years' : 'sum'
}

function kinds(at: At<Cost>) {
  const office = officeOf(at)
  return offeredKinds(at.world.library.facts, office.code, todayAt(at, office)).kinds
}

function isSure(price: Price): boolean {
  return 'sure' in price && price.sure
}
