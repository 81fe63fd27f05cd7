import { LRUCache } from 'lru-cache'
import { namesByForm } from '../../words/groups.ts'
import { stemsOf } from '../../words/stems.ts'
import { normalise } from '../normalise.ts'
import { ACT_SYNONYMS } from '../synonyms/acts.ts'
import { SYNONYMS } from '../synonyms.ts'
import { lengthFeature, pieces } from './features.ts'

/** What is weighed of a message for what somebody does by it: words as they stand, their families, and short parts whole. */

/** Said to somebody, and nothing else; "ya" only behind other words. */
const SPOKEN_TO = new Set('pak bu kak kaka mas mbak bang min bos gan dong deh nih ki'.split(' '))
/** Where one part of a message ends; not within "1,5 juta". */
const PART_END = /(?:[;:!?()\n\u2026]|[,.](?!\d)|(?<!\d)[,.])+/
const EMOJI = /\p{Extended_Pictographic}/gu
/** Longer messages are read up to here (characters). */
const READ = 1500
/** Words of a part that is weighed whole as well ("itu saja"). */
const SHORT_PART = 4

const ACT_FAMILIES = namesByForm(ACT_SYNONYMS)

/** The features of a message for what somebody does by it: of the whole first, then of each part when there are several. */
export function extractActFeatures(text: string): readonly ReadonlySet<string>[] {
  const seen = text.slice(0, READ).replace(EMOJI, (sign) => `,${sign},`)
  const parts = seen.split(PART_END).flatMap(actPart)
  if (parts.length === 0) return seen.includes('?') ? [new Set(['?'])] : []
  if (parts.length < 2) return parts.map((part) => featuresOf([part], seen))
  return [featuresOf(parts, seen), ...parts.map((part) => featuresOf([part], ''))]
}

/** Words and their families as they stand, where each part begins and ends, and short parts whole. */
function featuresOf(parts: readonly ActPart[], seen: string): ReadonlySet<string> {
  const features = new Set<string>()
  for (const mark of ['', '='] as const) {
    const lists = parts.map((part) => (mark === '' ? part.words : part.families))
    const row = ['^', ...lists.flatMap((list, at) => (at === 0 ? list : [',', ...list])), '$']
    row.slice(1).forEach((word, at) => features.add(`${mark}${row[at]}_${word}`))
    for (const word of row) features.add(`${mark}${word}`)
    for (const list of lists) if (list.length <= SHORT_PART) features.add(`${mark}[${list.join('_')}]`)
  }
  for (const { words } of parts)
    for (const word of words) for (const piece of pieces(word)) features.add(piece)
  features.add(lengthFeature(parts.reduce((sum, { words }) => sum + words.length, 0)))
  if (seen.includes('?')) features.add('?')
  return features
}

interface ActPart {
  readonly words: readonly string[]
  /** The family of each word, or the word itself. */
  readonly families: readonly string[]
}

/** How much each of `count` features counts: an act stands in a few words, however long the rest. */
export function actScale(count: number): number {
  return 2 / Math.max(count, 1) ** 0.4
}

function actPart(part: string): ActPart[] {
  const [sign] = part.match(EMOJI) ?? []
  if (sign) return [{ words: [sign], families: [familyOf(sign)] }]
  const said = normalise(part)
  if (said === '') return []
  const all = said.split(' ').map((word) => word.replace(/^\d+$/, `#${Math.min(word.length, 6)}`))
  const telling = all.filter((word, at) => !SPOKEN_TO.has(word) && (at === 0 || word !== 'ya'))
  const words = telling.length > 0 ? telling : all
  return [{ words, families: words.map(familyOf) }]
}

/** The commonest words, so that they are not taken apart again and again. */
const families = new LRUCache<string, string>({ max: 10_000 })

function familyOf(word: string): string {
  const known = families.get(word)
  if (known !== undefined) return known
  const family = familyOfNew(word)
  families.set(word, family)
  return family
}

function familyOfNew(word: string): string {
  const once = word.replace(/(.)\1+/g, '$1')
  for (const form of [word, once, ...stemsOf(word)]) {
    const name = ACT_FAMILIES.get(form)
    if (name !== undefined) return name
  }
  const common = SYNONYMS.get(word) ?? SYNONYMS.get(once) ?? word
  return ACT_FAMILIES.get(common) ?? common.replaceAll(' ', '_')
}
