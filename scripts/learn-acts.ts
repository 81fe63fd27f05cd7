import { createScales, logistic, loudest } from '../src/model/understanding/classifier.ts'
import { actScale, extractActFeatures } from '../src/model/understanding/featurizer.ts'
import { mixActs } from './learn-mix-acts.ts'
import { learn, MANY_LABELS, type Example } from './learn-weights.ts'

/** Parts of the examples that are held out in turn, to see how sure a weight may be. */
const PARTS = 4
const STEPS = 40

/** A slope and a start for each label, so that a share of 0.7 is right seven times of ten (Platt's scaling). */
export type Calibration = readonly (readonly [slope: number, start: number])[]

export function calibrate(examples: readonly Example[], labels: readonly string[]): Calibration {
  const judged = Array.from({ length: PARTS }, (_, part) => heldOut(examples, labels, part)).flat()
  return labels.map((label, at) =>
    fit(judged.map(({ example, sums }) => [sums[at]!, example.labels.includes(label)])),
  )
}

interface Judged {
  readonly example: Example
  readonly sums: Float64Array
}

/** What the others teach of a part. */
function heldOut(examples: readonly Example[], labels: readonly string[], part: number): Judged[] {
  const taught = mixActs(examples.filter((_, at) => at % PARTS !== part))
  const weigh = createScales(learn(taught, labels, MANY_LABELS), labels.length)
  return mixActs(examples.filter((_, at) => at % PARTS === part)).flatMap((example) => {
    const readings = extractActFeatures(example.text)
    const sums = loudest(readings.map((features) => weigh(features, actScale(features.size))))
    return sums.length > 0 ? [{ example, sums }] : []
  })
}

/** By Newton's steps; each side is held a little from 0 and 1, as Platt does. */
function fit(rows: readonly (readonly [sum: number, holds: boolean])[]): readonly [number, number] {
  const [yes, no] = [true, false].map((side) => rows.filter(([, holds]) => holds === side).length)
  const targets = { true: (yes! + 1) / (yes! + 2), false: 1 / (no! + 2) }
  let [slope, start] = [1, 0]
  for (let step = 0; step < STEPS; step++) {
    const [a, b, aa, ab, bb] = [0, 0, 1e-6, 0, 1e-6]
    const total = { a, b, aa, ab, bb }
    for (const [sum, holds] of rows) {
      const share = logistic(slope * sum + start)
      const off = share - (holds ? targets.true : targets.false)
      const bend = share * (1 - share)
      total.a += off * sum
      total.b += off
      total.aa += bend * sum * sum
      total.ab += bend * sum
      total.bb += bend
    }
    const whole = total.aa * total.bb - total.ab * total.ab
    slope -= limited((total.bb * total.a - total.ab * total.b) / whole)
    start -= limited((total.aa * total.b - total.ab * total.a) / whole)
  }
  return [round(slope), round(start)]
}

/** Steps of a half at most: from far away, Newton's would leap. */
function limited(step: number): number {
  return Math.max(-0.5, Math.min(0.5, step))
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
