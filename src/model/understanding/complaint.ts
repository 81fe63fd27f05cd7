import { COMPLAINT_LABELS, type ComplaintLabel, type ServqualDimension } from './labels.ts'
import { LEARNED_COMPLAINTS } from './learned/complaints.ts'
import { servqualDimension } from './servqual.ts'
import { tokenize } from './tokenizer.ts'
import { createClassifier } from './classifier.ts'

/** What a told complaint is about. */

export interface ComplaintResult {
  readonly category: ComplaintLabel
  /** All that fit, best first; the first is `category`. */
  readonly categories: readonly ComplaintLabel[]
  readonly servqual: ServqualDimension
  /** How likely `category` is (0–1). */
  readonly confidence: number
}

const weigh = createClassifier({ labels: COMPLAINT_LABELS, lines: LEARNED_COMPLAINTS })

/** A further category fits from this likelihood on, and from this part of the best one's. */
const FITS = 0.12
const BESIDE = 0.3
const MOST = 3

/** Always an answer, also to nothing (`other`, confidence 0). */
export function classifyComplaint(text: string): ComplaintResult {
  const words = tokenize(text)
  if (words.length === 0)
    return {
      category: 'other',
      categories: ['other'],
      servqual: servqualDimension('other', []),
      confidence: 0,
    }
  const ranked = weigh(text)
  const best = ranked[0]!
  const fitting = ranked
    .filter(({ confidence: likely }) => likely >= Math.max(FITS, best.confidence * BESIDE))
    .slice(0, MOST)
  const category = best.label
  return {
    category,
    categories: [category, ...fitting.slice(1).map(({ label }) => label)],
    servqual: servqualDimension(category, words),
    confidence: best.confidence,
  }
}
