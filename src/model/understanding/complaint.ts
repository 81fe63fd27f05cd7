import { COMPLAINT_LABELS, type ComplaintLabel, type ServqualDimension } from './labels.ts'
import { LEARNED_COMPLAINTS } from './learned/complaints.ts'
import { servqualDimension } from './servqual.ts'
import { tokenize } from './tokenizer.ts'
import { createClassifier } from './classifier/classifier.ts'

/** What a told complaint is about. */

interface ComplaintResult {
  readonly category: ComplaintLabel
  /** All that fit, best first; the first is `category`. */
  readonly categories: readonly ComplaintLabel[]
  readonly servqual: ServqualDimension
  /** How likely `category` is (0–1). */
  readonly confidence: number
}

const classify = createClassifier({ labels: COMPLAINT_LABELS, lines: LEARNED_COMPLAINTS })

/** A further category fits from this likelihood on, and from this part of the best one's. */
const FITS = 0.12
const BESIDE = 0.3
const MOST = 3

const NOTHING: ComplaintResult = {
  category: 'other',
  categories: ['other'],
  servqual: servqualDimension('other', []),
  confidence: 0,
}

/** Always an answer, also to nothing (`other`, confidence 0). */
export function classifyComplaint(text: string): ComplaintResult {
  const words = tokenize(text)
  const [best, ...others] = words.length === 0 ? [] : classify(text)
  if (best === undefined) return NOTHING
  const least = Math.max(FITS, best.confidence * BESIDE)
  const beside = others.filter(({ confidence }) => confidence >= least).slice(0, MOST - 1)
  return {
    category: best.label,
    categories: [best.label, ...beside.map(({ label }) => label)],
    servqual: servqualDimension(best.label, words),
    confidence: best.confidence,
  }
}
