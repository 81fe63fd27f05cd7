import { createClassifier, sharpened } from '../src/model/understanding/classifier/classifier.ts'
import { learn, MANY_ANSWERS, type Example } from './learn-weights.ts'

/**
 * How far the learned questions can be trusted: each fifth of the examples is held out once and asked of what the other
 * four taught. From here come `SHARPNESS` and `SURE` of src/model/understanding/question.ts. Run: `npm run learn -- check`.
 */

const FOLDS = 5
const NONE = 'none'

interface Held {
  readonly meant: string
  readonly found: string
  /** Likelihoods of all labels, the best first. */
  readonly shares: readonly number[]
  /** Where the meant label stands in `shares`. */
  readonly at: number
}

export function checkQuestions(rows: readonly Example[]): void {
  const labels = [...new Set(rows.flatMap((row) => row.labels))]
  const held = Array.from({ length: FOLDS }, (_, fold) => heldOut(rows, labels, fold)).flat()
  const steps = [0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2]
  const sharpness = steps.reduce((best, one) => (surprise(held, one) < surprise(held, best) ? one : best))
  console.log(`sharpness ${sharpness}`)
  for (const least of [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8])
    console.log(line(held, sharpness, least))
}

function heldOut(rows: readonly Example[], labels: readonly string[], fold: number): Held[] {
  const isHeld = (_: Example, at: number) => (at * 7919 + fold) % FOLDS === 0
  const taught = rows.filter((row, at) => !isHeld(row, at))
  const classify = createClassifier({
    labels,
    lines: learn(taught, labels, MANY_ANSWERS),
    extract: MANY_ANSWERS.features,
  })
  return rows.filter(isHeld).map(({ text, labels: [meant = NONE] }) => {
    const all = classify(text)
    return {
      meant,
      found: all[0]!.label,
      shares: all.map(({ confidence }) => confidence),
      at: all.findIndex(({ label }) => label === meant),
    }
  })
}

function surprise(held: readonly Held[], sharpness: number): number {
  return held.reduce((sum, one) => sum - Math.log(sharpened(one.shares, sharpness)[one.at] ?? 0), 0)
}

function line(held: readonly Held[], sharpness: number, least: number): string {
  const answered = held.filter((one) => one.found !== NONE && sharpened(one.shares, sharpness)[0]! >= least)
  const right = answered.filter(({ meant, found }) => meant === found).length
  const able = held.filter(({ meant }) => meant !== NONE).length
  return `from ${least}: right ${share(right, answered.length)} of what is answered, ${share(right, able)} of what could be`
}

function share(part: number, whole: number): string {
  return (part / whole).toFixed(3)
}
