import { remembered } from '../words/remembered.ts'
import { createScales, logistic, loudest } from './classifier/classifier.ts'
import { actScale, extractActFeatures } from './classifier/act-features.ts'
import { ACT_LABELS, type Act } from './labels.ts'
import { ACT_CALIBRATION, LEARNED_ACTS } from './learned/acts.ts'

/** What somebody does by a message besides telling its topic: says yes, asks back, corrects, thanks, is afraid … Several at once. */

/** The acts of one message. */
export interface Acts {
  /** How likely the act is (0–1), calibrated: of the messages with 0.7, seven in ten are it. */
  confidence(act: Act): number
  /** Is the act at least this likely? */
  has(act: Act, least?: number): boolean
  /** Is nothing told or named beside the acts ("halo pak", "sudah, makasih")? */
  readonly isBare: boolean
}

const weigh = createScales(LEARNED_ACTS, ACT_LABELS.length)
const PLACE = new Map<string, number>(ACT_LABELS.map((label, at) => [label, at]))
/** Less likely than this is a guess. */
const SURE = 0.5

/** The acts of a message. Nothing is an act of nothing. */
export const readActs = remembered(read)

function read(text: string): Acts {
  const readings = extractActFeatures(text)
  if (readings.length === 0) return NOTHING
  const sums = loudest(readings.map((features) => weigh(features, actScale(features.size))))
  const shares = sums.map(calibrated)
  const share = (label: string) => shares[PLACE.get(label) ?? -1] ?? 0
  return {
    confidence: share,
    has: (act, least = SURE) => share(act) >= least,
    isBare: share('topic') < SURE,
  }
}

const NOTHING: Acts = { confidence: () => 0, has: () => false, isBare: false }

function calibrated(sum: number, at: number): number {
  const [slope, start] = ACT_CALIBRATION[at] ?? [1, 0]
  return logistic(slope * sum + start)
}
