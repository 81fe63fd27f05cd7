import { extractFeatures, extractQuestionFeatures } from '../src/model/understanding/featurizer.ts'
import { encodeWeight, featureScale, softmax, BIAS } from '../src/model/understanding/classifier.ts'
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

/** What differs from one table to another. */
interface LearningWay {
  readonly extract: (text: string) => ReadonlySet<string>
  /** How much a feature counts beside others. */
  readonly part: (feature: string) => number
  /** Part of an example's features (0–1) that is left out in each round. */
  readonly dropped: number
}

const INTENTS_WAY: LearningWay = { extract: extractFeatures, part: () => 1, dropped: 0 }
/** There are many labels and few examples of each: a word tells more than its neighbours. */
export const QUESTIONS_WAY: LearningWay = {
  extract: extractQuestionFeatures,
  part: (feature) => (feature.includes('__') ? 0.5 : feature.includes('_') ? 0.7 : 1),
  dropped: 0.2,
}

interface Row {
  readonly features: readonly string[]
  readonly target: Float64Array
  readonly weight: number
}

/** Softmax regression with a step of its own for each weight (AdaGrad); features seen once are left out. Entries `feature letters`. */
export function learn(
  examples: readonly Example[],
  labels: readonly string[],
  { extract, part, dropped }: LearningWay = INTENTS_WAY,
): string[] {
  const sizes = new Map<string, number>()
  for (const { labels } of examples) sizes.set(labels[0]!, (sizes.get(labels[0]!) ?? 0) + 1)
  const rows = examples.map((one) => {
    const rareness = examples.length / sizes.get(one.labels[0]!)!
    return {
      ...targetOf(one, labels),
      features: [...extract(one.text)],
      weight: Math.sqrt(rareness / labels.length),
    }
  })
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
    for (const at of order) learnFrom(without(rows[at]!, dropped, pick), { weights, past, part })
  }
  return [...weights]
    .map(
      ([feature, row]) =>
        [feature, [...row].map((one) => encodeWeight(one * part(feature))).join('')] as const,
    )
    .filter(([, letters]) => !/^\.+$/.test(letters))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, letters]) => `${feature} ${letters}`)
}

function targetOf(example: Example, labels: readonly string[]): Pick<Row, 'target'> {
  const target = new Float64Array(labels.length)
  const [best, ...others] = example.labels.map((label) => labels.indexOf(label))
  target[best!] = others.length > 0 ? FIRST : 1
  for (const other of others) target[other]! += (1 - FIRST) / others.length
  return { target }
}

/** The row without a part of its features, so that no one feature is relied on alone. */
function without(row: Row, dropped: number, pick: Chance): Row {
  if (dropped === 0) return row
  return { ...row, features: row.features.filter(() => pick(1000) >= dropped * 1000) }
}

type Table = ReadonlyMap<string, Float64Array>

interface Tables {
  readonly weights: Table
  /** Squared slopes so far. */
  readonly past: Table
  readonly part: LearningWay['part']
}

function learnFrom(row: Row, { weights, past, part }: Tables): void {
  const scale = featureScale(row.features.length)
  const sums = Float64Array.from(weights.get(BIAS)!)
  for (const feature of row.features) {
    const row = weights.get(feature)
    const share = scale * part(feature)
    if (row) for (let at = 0; at < row.length; at++) sums[at]! += row[at]! * share
  }
  const off = softmax(sums).map((share, at) => (share - row.target[at]!) * row.weight)
  for (const feature of row.features)
    change(weights.get(feature), past.get(feature), off, scale * part(feature))
  change(weights.get(BIAS), past.get(BIAS), off, 0.1)
}

function change(
  weights: Float64Array | undefined,
  past: Float64Array | undefined,
  off: Float64Array,
  scale: number,
): void {
  if (!weights || !past) return
  for (let at = 0; at < weights.length; at++) {
    const slope = off[at]! * scale + REST * weights[at]!
    past[at]! += slope * slope
    weights[at]! -= (PACE * slope) / Math.sqrt(past[at]! + 0.01)
  }
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
