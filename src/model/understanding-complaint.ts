import { COMPLAINTS, type ComplaintLabel, type Dimension } from './understanding-labels.ts'
import { LEARNED_COMPLAINTS } from './understanding-learned-complaints.ts'
import { dimensionOf } from './understanding-servqual.ts'
import { tokensOf } from './understanding-tokens.ts'
import { weighing } from './understanding-weigh.ts'

/** What a told complaint is about. */

export interface ComplaintRead {
  readonly category: ComplaintLabel
  /** All that fit, best first; the first is `category`. */
  readonly categories: readonly ComplaintLabel[]
  readonly servqual: Dimension
  /** How likely `category` is (0–1). */
  readonly confidence: number
}

const weigh = weighing({ labels: COMPLAINTS, lines: LEARNED_COMPLAINTS })

/** A further category fits from this likelihood on, and from this part of the best one's. */
const FITS = 0.12
const BESIDE = 0.3
const MOST = 3

/** Always an answer, also to nothing (`other`, confidence 0). */
export function complaintIn(text: string): ComplaintRead {
  const words = tokensOf(text)
  if (words.length === 0)
    return { category: 'other', categories: ['other'], servqual: dimensionOf('other', []), confidence: 0 }
  const ranked = weigh(text)
  const best = ranked[0]!
  const fitting = ranked.filter(({ likely }) => likely >= Math.max(FITS, best.likely * BESIDE)).slice(0, MOST)
  const category = best.label
  return {
    category,
    categories: [category, ...fitting.slice(1).map(({ label }) => label)],
    servqual: dimensionOf(category, words),
    confidence: best.likely,
  }
}
