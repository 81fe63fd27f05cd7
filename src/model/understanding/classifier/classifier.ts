import { remembered } from '../../words/remembered.ts'
import { extractFeatures } from './features.ts'

/** Weighs a message by a table of learned weights: the same words always get the same answer, and each weight can be read. */

/** One label and how likely it is (0–1). */
interface Prediction<Label extends string> {
  readonly label: Label
  readonly confidence: number
}

/**
 * A learned table as it is kept: the labels in their order, and lines of `feature letters`, one letter a label.
 * A capital speaks for the label, a small letter against it, a full stop not at all; later letters speak louder.
 * Where labels are many, a letter stands behind the number of its label (`3C41a`), and labels without one are left out.
 */
interface ClassifierModel<Label extends string> {
  readonly labels: readonly Label[]
  readonly lines: readonly string[]
  /** What is weighed of a message, where it is not what an intent weighs. */
  readonly extract?: (text: string) => ReadonlySet<string>
  /** What is less likely is left out (0–1): worth it where labels are many. */
  readonly least?: number
}

/** What one step of a letter weighs. */
const WEIGHT_STEP = 0.125
/** The line of this name is what holds before anything is read. */
export const BIAS = '*start*'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const WEIGHTS = new Map(
  [...LETTERS].flatMap((letter, at): [string, number][] => [
    [letter, (at + 1) * WEIGHT_STEP],
    [letter.toLowerCase(), -(at + 1) * WEIGHT_STEP],
  ]),
)

/** How much each of `count` features counts: long messages are not surer than short ones. */
export function featureScale(count: number): number {
  return 2 / Math.sqrt(Math.max(count, 1))
}

type Classifier<Label extends string> = (text: string) => readonly Prediction<Label>[]

/** A function from a message to its labels, the likeliest first. */
export function createClassifier<Label extends string>({
  labels,
  lines,
  extract = extractFeatures,
  least = 0,
}: ClassifierModel<Label>): Classifier<Label> {
  const weigh = createScales(lines, labels.length)
  return remembered((text) => {
    const features = extract(text)
    return ranked(labels, weigh(features, featureScale(features.size)), least)
  })
}

/** A function from features to the sum of their weights for each of `count` labels. */
export function createScales(
  lines: readonly string[],
  count: number,
): (features: ReadonlySet<string>, scale: number) => Float64Array {
  const { places, at, weight } = readTable(lines)
  const add = (sums: Float64Array, feature: string, scale: number) => {
    const place = places.get(feature)
    if (!place) return
    for (let one = place.from; one < place.to; one++) sums[at[one]!]! += weight[one]! * scale
  }
  return (features, scale) => {
    const sums = new Float64Array(count)
    add(sums, BIAS, 1)
    for (const feature of features) add(sums, feature, scale)
    return sums
  }
}

/** A whole table in one row, so that weighing stays in one place of memory. */
interface Table {
  /** Where in the row the weights of a feature stand that are not nothing. */
  readonly places: ReadonlyMap<string, { readonly from: number; readonly to: number }>
  /** The label each weight belongs to. */
  readonly at: Uint16Array
  readonly weight: Float64Array
}

function readTable(lines: readonly string[]): Table {
  const places = new Map<string, { from: number; to: number }>()
  const row: Row = { at: [], weight: [] }
  for (const line of lines) {
    const words = line.split(' ')
    for (let one = 0; one + 1 < words.length; one += 2) {
      const from = row.at.length
      readLetters(words[one + 1]!, row)
      places.set(words[one]!, { from, to: row.at.length })
    }
  }
  return { places, at: Uint16Array.from(row.at), weight: Float64Array.from(row.weight) }
}

interface Row {
  readonly at: number[]
  readonly weight: number[]
}

/** Puts the weights of a feature that are not nothing behind the others, each with the place of its label. */
function readLetters(letters: string, { at, weight }: Row): void {
  const pairs = /\d/.test(letters)
    ? Array.from(letters.matchAll(/(\d+)(\D)/g), ([, label, letter = '']) => [Number(label), letter] as const)
    : Array.from(letters, (letter, label) => [label, letter] as const)
  for (const [label, letter] of pairs) {
    if (letter === '.') continue
    at.push(label)
    weight.push(WEIGHTS.get(letter) ?? 0)
  }
}

function ranked<Label extends string>(
  labels: readonly Label[],
  sums: Float64Array,
  least: number,
): Prediction<Label>[] {
  const shares = softmax(sums)
  const found: Prediction<Label>[] = []
  for (let at = 0; at < labels.length; at++)
    if (shares[at]! >= least) found.push({ label: labels[at]!, confidence: shares[at]! })
  return found.sort((a, b) => b.confidence - a.confidence)
}

/** Weights as shares of 1. */
export function softmax(sums: Float64Array): Float64Array {
  const parts = new Float64Array(sums.length)
  let most = -Infinity
  let whole = 0
  for (let at = 0; at < sums.length; at++) most = Math.max(most, sums[at]!)
  for (let at = 0; at < sums.length; at++) whole += parts[at] = Math.exp(sums[at]! - most)
  for (let at = 0; at < sums.length; at++) parts[at]! /= whole
  return parts
}

/** Shares of 1 with the likely ones likelier: each to the power of `sharpness`, and shares of 1 again. */
export function sharpened(shares: readonly number[], sharpness: number): readonly number[] {
  const powers = shares.map((share) => share ** sharpness)
  const whole = powers.reduce((total, one) => total + one, 0)
  return powers.map((one) => one / whole)
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

/** Letters of a row with only those labels that have one. */
export function sparseLetters(letters: string): string {
  return Array.from(letters, (letter, at) => (letter === '.' ? '' : `${at}${letter}`)).join('')
}

/** The letter nearest to a weight. */
export function encodeWeight(weight: number): string {
  const steps = Math.min(LETTERS.length, Math.round(Math.abs(weight) / WEIGHT_STEP))
  if (steps === 0) return '.'
  const letter = LETTERS.charAt(steps - 1)
  return weight > 0 ? letter : letter.toLowerCase()
}
