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
  /** Features that fewer examples have are left out. */
  readonly least: number
  /** What an example counts. */
  weight(example: Example, labels: readonly string[], all: readonly Example[]): number
}

/** One label a message: they share 1 among them. */
const ONE_LABEL: Method = {
  least: 2,
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
  // each example comes three times
  least: 4,
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

/** Logistic regression with a step of its own for each weight (AdaGrad); rare features are left out. Entries `feature letters`. */
export function learn(
  examples: readonly Example[],
  labels: readonly string[],
  method: Method = ONE_LABEL,
): string[] {
  const rows = examples.map((one) => rowOf(one, labels, examples, method))
  const counts = new Map<string, number>()
  for (const { features } of rows)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const kept = [...counts].flatMap(([feature, count]) => (count >= method.least ? [feature] : []))
  const table = new Map([BIAS, ...kept].map((feature) => [feature, emptyCell(labels.length)]))
  const cells = rows.map((row) => ({ ...row, cells: row.features.flatMap((one) => table.get(one) ?? []) }))
  const start = table.get(BIAS)!
  let order: readonly number[] = rows.map((_, at) => at)
  const pick = chance(42)
  for (let round = 0; round < ROUNDS; round++) {
    order = shuffled(order, pick)
    for (const at of order) learnFrom(cells[at]!, start, method)
  }
  return [...table]
    .map(([feature, { weights }]) => [feature, [...weights].map(encodeWeight).join('')] as const)
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

/** What a feature weighs for each label, and how much that has been changed. */
interface Cell {
  readonly weights: Float64Array
  readonly past: Float64Array
}

function emptyCell(labels: number): Cell {
  return { weights: new Float64Array(labels), past: new Float64Array(labels) }
}

function learnFrom(row: Row & { cells: readonly Cell[] }, start: Cell, method: Method): void {
  const sums = Float64Array.from(start.weights)
  for (const { weights } of row.cells)
    for (let at = 0; at < sums.length; at++) sums[at]! += weights[at]! * row.scale
  const off = method.shares(sums).map((share, at) => (share - row.target[at]!) * row.weight)
  for (const cell of row.cells) change(cell, off, row.scale)
  change(start, off, 0.1)
}

function change({ weights, past }: Cell, off: Float64Array, scale: number): void {
  for (let at = 0; at < off.length; at++) {
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
