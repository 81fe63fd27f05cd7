import { z } from 'zod'
import { classifyIntent, predictIntent } from '../../model/understanding/intent.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { classifyPaymentTopic, extractPrice, type PaymentTopic } from '../../model/understanding/price.ts'
import { go, type NotUnderstood, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { FlowTarget } from '../engine/handle.ts'
import { passportCaseIn } from '../shared/passport-case.ts'
import { costHandle, PriceParts, type CostData, type CostStep } from './handle.ts'

/** A question about money as it was put: which matter it is, and what it tells of the case. */

type Next = Exclude<Transition<CostData, CostStep>, NotUnderstood>

const STEPS: Readonly<Record<PaymentTopic, CostStep>> = {
  price: 'price',
  where: 'where',
  count: 'count',
  over: 'over',
  unsynced: 'unsynced',
  refund: 'refund',
}

/** Where the opening words lead; null when they say no more than that it is about money. */
export function routeFirstMessage(at: StepContext<CostData>): Next | null {
  const { words } = at.data
  return words ? route(at, words, topicOf(words)) : null
}

/** Where words lead that are said at the list of what is about money; null where they may mean anything else. */
export function routeWords(at: StepContext<CostData>, text: string): Next | null {
  const isOfMoney = classifyIntent(text)?.intent === costHandle.name
  return route(at, text, classifyPaymentTopic(text) ?? (isOfMoney ? asksPrice(text) : null))
}

function route(at: StepContext<CostData>, words: string, topic: PaymentTopic | null): Next | null {
  // "bayar" alone may mean where as well as how much: the list asks
  if (!topic || (topic === 'where' && !normalise(words).includes(' '))) return null
  const set = { words: undefined, ...(topic === 'price' && partsIn(at, words)) }
  return go(STEPS[topic], { set })
}

function topicOf(words: string): PaymentTopic | null {
  return classifyPaymentTopic(words) ?? asksPrice(words)
}

/** What a passport costs, in words that no pattern knows ("bara harago"). */
function asksPrice(words: string): PaymentTopic | null {
  return predictIntent(words).intent === 'cost' ? 'price' : null
}

/** Parts of the price that words tell. A first passport and an ordinary new one cost the same. */
function partsIn(at: StepContext<unknown>, words: string): PriceParts {
  const { who, answers } = passportCaseIn(at, words)
  const { disaster, ...parts } = extractPrice(words)
  const what = answers['what']
  const fine = what === 'lost' || what === 'damaged' ? (disaster ?? what) : disaster
  const why = fine ?? fineShown(at, words) ?? (what === 'new' || what === 'replace' ? 'none' : undefined)
  return { ...parts, ...(who && { who }), ...(why && { why }) }
}

const ShownCase = z.object({ answers: z.object({ what: z.enum(['lost', 'damaged']) }) })

/** "Kena denda tidak?" after a list of papers is about its case. */
function fineShown({ state }: StepContext<unknown>, words: string): 'lost' | 'damaged' | undefined {
  if (!/\b(?:denda|fine)\b/.test(normalise(words))) return undefined
  return state.memory.subjects?.flatMap(({ data }) => ShownCase.safeParse(data).data?.answers.what ?? [])[0]
}

/** "Kalau yang 10 tahun?", "kalau hilang": the price shown last with these parts in place of its own. */
export function priceFollowUp(at: StepContext<CostData>, text: string): FlowTarget | null {
  const intent = classifyIntent(text)?.intent
  if (intent && intent !== 'cost') return null
  if (intent && asksAnew(at, text)) return costHandle.start({ words: text })
  if (!['price', 'total', 'unsure'].includes(at.state.step)) return null
  const parts = partsIn(at, text)
  if (Object.keys(parts).length === 0) return null
  const before = PriceParts.parse(at.data)
  return costHandle.at('price', fitting({ ...before, ...parts }, parts))
}

/** "Harga paspor anak berapa": a whole question, to which nothing of the price before belongs, or another matter of money. */
function asksAnew({ state }: StepContext<CostData>, text: string): boolean {
  const topic = topicOf(text)
  if (topic !== 'price') return topic !== null && topic !== 'count' && STEPS[topic] !== state.step
  const said = normalise(text)
  return /\b(?:paspor|passport)/.test(said) && !/^(?:kalau|kalo|what about)\b/.test(said)
}

/** A fine and the fast lane rule each other out: what was said now counts. */
function fitting(all: PriceParts, now: PriceParts): PriceParts {
  const fined = now.why !== undefined && now.why !== 'none'
  return { ...all, ...(fined && { express: false }), ...(now.express && { why: 'none' }) }
}
