import { actScale, extractActFeatures, extractFeatures } from '../src/model/understanding/featurizer.ts'
import { encodeWeight, featureScale, logistic, softmax, BIAS } from '../src/model/understanding/classifier.ts'
import { shuffled } from '../src/model/quota/shuffle.ts'

/** A message and its labels, the best first. */
export interface Example {
  readonly text: string
  readonly labels: readonly string[]
}

const ROUNDS = 15
const PACE = 0.5
/** Holds weights down that few examples speak for. */
const REST = 0.001
/** Of an example with several labels, the part of the first. */
const FIRST = 0.7

/** How a message is taken apart and weighed, and what it should come to. */
interface Method {
  features(text: string): ReadonlySet<string>
  scale(features: number): number
  shares(sums: Float64Array): Float64Array
  target(example: Example, labels: readonly string[]): Float64Array
  /** What an example counts. */
  weight(example: Example, labels: readonly string[], all: readonly Example[]): number
}

/** One label a message: they share 1 among them. */
const ONE_LABEL: Method = {
  features: extractFeatures,
  scale: featureScale,
  shares: softmax,
  target: sharedTarget,
  weight(example, labels, all) {
    const same = all.filter((other) => other.labels[0] === example.labels[0]).length
    return Math.sqrt(all.length / labels.length / same)
  },
}

/** Labels that hold or not, each for itself. */
export const MANY_LABELS: Method = {
  features: (text) => extractActFeatures(text)[0] ?? new Set(),
  scale: actScale,
  shares: (sums) => sums.map(logistic),
  target: (example, labels) => Float64Array.from(labels, (label) => (example.labels.includes(label) ? 1 : 0)),
  weight: () => 1,
}

interface Row {
  readonly features: readonly string[]
  readonly scale: number
  readonly target: Float64Array
  readonly weight: number
}

/** Logistic regression with a step of its own for each weight (AdaGrad); features seen once are left out. Entries `feature letters`. */
export function learn(
  examples: readonly Example[],
  labels: readonly string[],
  method: Method = ONE_LABEL,
): string[] {
  const rows = examples.map((one) => rowOf(one, labels, examples, method))
  const counts = new Map<string, number>()
  for (const { features } of rows)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const kept = [...counts].flatMap(([feature, count]) => (count > 1 ? [feature] : []))
  const weights = new Map([BIAS, ...kept].map((feature) => [feature, new Float64Array(labels.length)]))
  const past = new Map([BIAS, ...kept].map((feature) => [feature, new Float64Array(labels.length)]))
  let order: readonly number[] = rows.map((_, at) => at)
  const pick = chance(42)
  for (let round = 0; round < ROUNDS; round++) {
    order = shuffled(order, pick)
    for (const at of order) learnFrom(rows[at]!, weights, past, method)
  }
  return [...weights]
    .map(([feature, row]) => [feature, [...row].map(encodeWeight).join('')] as const)
    .filter(([, letters]) => !/^\.+$/.test(letters))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, letters]) => `${feature} ${letters}`)
}

function rowOf(example: Example, labels: readonly string[], all: readonly Example[], method: Method): Row {
  const features = [...method.features(example.text)]
  return {
    features,
    scale: method.scale(features.length),
    target: method.target(example, labels),
    weight: method.weight(example, labels, all),
  }
}

function sharedTarget(example: Example, labels: readonly string[]): Float64Array {
  const target = new Float64Array(labels.length)
  const [best, ...others] = example.labels.map((label) => labels.indexOf(label))
  target[best!] = others.length > 0 ? FIRST : 1
  for (const other of others) target[other]! += (1 - FIRST) / others.length
  return target
}

type Table = ReadonlyMap<string, Float64Array>

function learnFrom(row: Row, weights: Table, past: Table, method: Method): void {
  const sums = Float64Array.from(weights.get(BIAS)!)
  for (const feature of row.features)
    weights.get(feature)?.forEach((weight, at) => (sums[at]! += weight * row.scale))
  const off = method.shares(sums).map((share, at) => (share - row.target[at]!) * row.weight)
  for (const feature of row.features) change(weights.get(feature), past.get(feature), off, row.scale)
  change(weights.get(BIAS), past.get(BIAS), off, 0.1)
}

function change(
  weights: Float64Array | undefined,
  past: Float64Array | undefined,
  off: Float64Array,
  scale: number,
): void {
  if (!weights || !past) return
  off.forEach((error, at) => {
    const slope = error * scale + REST * weights[at]!
    past[at]! += slope * slope
    weights[at]! -= (PACE * slope) / Math.sqrt(past[at]! + 0.01)
  })
}

export type Chance = (below: number) => number

/** The same row of "random" numbers below `n` at every run. */
export function chance(seed: number): Chance {
  let state = seed
  return (n) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * n)
  }
}
