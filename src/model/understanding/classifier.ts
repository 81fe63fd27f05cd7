import { extractFeatures } from './featurizer.ts'

/** Weighs a message by a table of learned weights: the same words always get the same answer, and each weight can be read. */

/** One label and how likely it is (0–1). */
interface Prediction<Label extends string> {
  readonly label: Label
  readonly confidence: number
}

/**
 * A learned table as it is kept: the labels in their order, and lines of `feature letters`, one letter a label.
 * A capital speaks for the label, a small letter against it, a full stop not at all; later letters speak louder.
 */
interface ClassifierModel<Label extends string> {
  readonly labels: readonly Label[]
  readonly lines: readonly string[]
}

/** What one step of a letter weighs. */
const WEIGHT_STEP = 0.125
/** The line of this name is what holds before anything is read. */
export const BIAS = '*start*'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** How much each of `count` features counts: long messages are not surer than short ones. */
export function featureScale(count: number): number {
  return 2 / Math.sqrt(Math.max(count, 1))
}

type Classifier<Label extends string> = (text: string) => readonly Prediction<Label>[]

/** A function from a message to all labels, the likeliest first. */
export function createClassifier<Label extends string>({
  labels,
  lines,
}: ClassifierModel<Label>): Classifier<Label> {
  const weigh = createScales(lines, labels.length)
  return (text) => {
    const features = extractFeatures(text)
    return ranked(labels, weigh(features, featureScale(features.size)))
  }
}

/** A function from features to the sum of their weights for each of `count` labels. */
export function createScales(
  lines: readonly string[],
  count: number,
): (features: ReadonlySet<string>, scale: number) => Float64Array {
  const table = new Map(lines.flatMap((line) => entries(line)))
  const start = table.get(BIAS) ?? new Float32Array(count)
  return (features, scale) => {
    const sums = Float64Array.from(start)
    for (const feature of features) {
      const weights = table.get(feature)
      weights?.forEach((weight, at) => (sums[at]! += weight * scale))
    }
    return sums
  }
}

function entries(line: string): [string, Float32Array][] {
  const pairs = [...line.matchAll(/(\S+) (\S+)/g)]
  return pairs.map(([, feature = '', letters = '']) => [feature, Float32Array.from(letters, weightOf)])
}

function ranked<Label extends string>(labels: readonly Label[], sums: Float64Array): Prediction<Label>[] {
  const shares = softmax(sums)
  return labels
    .map((label, at) => ({ label, confidence: shares[at] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence)
}

/** Weights as shares of 1. */
export function softmax(sums: Float64Array): Float64Array {
  const most = Math.max(...sums)
  const parts = sums.map((sum) => Math.exp(sum - most))
  const whole = parts.reduce((total, part) => total + part, 0)
  return parts.map((part) => part / whole)
}

/** The loudest of several sums, label by label. */
export function loudest(sums: readonly Float64Array[]): Float64Array {
  const [first, ...others] = sums
  return others.reduce(
    (best, other) => best.map((sum, at) => Math.max(sum, other[at]!)),
    first ?? new Float64Array(),
  )
}

/** A weight as a share of 1, for labels that may hold together. */
export function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum))
}

function weightOf(letter: string): number {
  if (letter === '.') return 0
  const steps = LETTERS.indexOf(letter.toUpperCase()) + 1
  return (LETTERS.includes(letter) ? steps : -steps) * WEIGHT_STEP
}

/** The letter nearest to a weight. */
export function encodeWeight(weight: number): string {
  const steps = Math.min(LETTERS.length, Math.round(Math.abs(weight) / WEIGHT_STEP))
  if (steps === 0) return '.'
  const letter = LETTERS.charAt(steps - 1)
  return weight > 0 ? letter : letter.toLowerCase()
}
