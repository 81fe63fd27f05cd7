import { offeredKinds, type Price } from '../../model/payments/fees.ts'
import { choiceQuestion, topicQuestion } from '../engine/question.ts'
import { priceText, priceOf, PRICE_WORDS, total, yearsOffered, type CostData } from './price.ts'
import { count, over, paid, running, since, unsynced, where } from './payment.ts'
import { withoutExtracted, extractedParts, routeFirstMessage } from './first-message.ts'
import { readyAnswerText, officeOf, todayAt } from '../shared/facts.ts'
import { countdownEnd } from './countdown.ts'
import { handOver } from '../shared/ready-answer.ts'
import { go, open, t, type StepContext, type Flow, type Transition } from '../engine/flow.ts'

/** What this case costs, part by part; where to pay and by when; what to do when paying went wrong. */

/** Steps that only show something, or wait for a payment. */
const LIGHT = new Set(['start', 'total', 'where', 'running', 'over', 'paid', 'refund', 'unsynced'])

export const cost: Flow<CostData> = {
  name: 'cost',
  first: 'begin',
  isIdle: ({ state }) => LIGHT.has(state.step),
  hasProgress: () => false,
  steps: {
    begin: {
      kind: 'decision',
      decide: (at) => routeFirstMessage(at) ?? go(countdownEnd(at) === null ? 'start' : 'running'),
    },
    start: topicQuestion<CostData>({
      prompt: () => ({
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
      onPick: (_, id) => (id === 'info' ? open({ flow: 'info', data: { subject: 'money' } }) : go(id)),
    }),
    who: choiceQuestion<CostData>({
      prompt: () => ({
        text: t('cost.who'),
        options: ['adult', 'child'].map((id) => ({
          id,
          label: t(`cost.${id}`),
          words: PRICE_WORDS[id] ?? '',
        })),
      }),
      onPick: (at, who) => go('case', { set: { who, why: undefined, ...withoutExtracted(at, 'who') } }),
    }),
    case: { kind: 'decision', decide: nextPart },
    why: choiceQuestion<CostData>({
      prompt: () => ({
        text: t('cost.why'),
        options: ['none', 'lost', 'damaged', 'disaster'].map((id) => ({
          id,
          label: t(`cost.whys.${id}`),
          words: PRICE_WORDS[id] ?? '',
        })),
      }),
      onPick: (at, why) =>
        go('case', { set: { why, kind: undefined, years: undefined, ...withoutExtracted(at, 'why') } }),
    }),
    kind: choiceQuestion<CostData>({
      prompt: (at) => ({
        text: t('price.kind.ask'),
        options: kinds(at).map((id) => ({ id, label: t(`price.kind.${id}`), words: PRICE_WORDS[id] ?? '' })),
      }),
      onPick: (at, kind) => go('case', { set: { kind, years: undefined, ...withoutExtracted(at, 'kind') } }),
    }),
    years: choiceQuestion<CostData>({
      prompt: (at) => ({
        text: t('price.years.ask'),
        options: yearsOffered(at).map((years) => ({
          id: String(years),
          label: t(`price.years.${years}`),
          words: PRICE_WORDS[years] ?? '',
        })),
      }),
      onPick: (at, years) => go('case', { set: { years: Number(years), ...withoutExtracted(at, 'years') } }),
    }),
    sum: { kind: 'decision', decide: (at) => go(isSure(priceOf(at)) ? 'total' : 'unsure') },
    total,
    unsure: choiceQuestion<CostData>({
      prompt: (at) => ({
        text: priceText(at),
        options: [
          { id: 'ask', label: t('doubt.yes'), words: 'ya, mau, boleh, tanyakan, yes' },
          { id: 'start', label: t('doubt.no'), words: 'tidak, tidak usah, no' },
        ],
      }),
      onPick: (_, id) => (id === 'ask' ? handOver('cost') : go(id)),
    }),
    refund: choiceQuestion<CostData>({
      prompt: (at) => ({
        text: readyAnswerText(at, ['pay-back', 'refused-why']),
        options: [{ id: 'start', label: t('cost.back'), words: 'kembali, harga, back, price' }],
      }),
      onPick: (_, id) => go(id),
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
function nextPart(at: StepContext<CostData>): Transition {
  const set = extractedParts(at)
  const answered = Object.keys(set).filter((part) => part !== 'express')
  return go(missingPart({ ...at, data: { ...at.data, ...set } }), { set, prefilled: answered })
}

/** The first part of the case that is not known; where only one answer is possible it is not asked. */
function missingPart(at: StepContext<CostData>): string {
  const { data } = at
  if (!data.who) return 'who'
  if (!data.why) return 'why'
  if (!data.kind && kinds(at).length > 1) return 'kind'
  return !data.years && yearsOffered(at).length > 1 ? 'years' : 'sum'
}

function kinds(at: StepContext<CostData>) {
  const office = officeOf(at)
  return offeredKinds(at.world.library.facts, office.code, todayAt(at, office)).kinds
}

function isSure(price: Price): boolean {
  return 'sure' in price && price.sure
}
