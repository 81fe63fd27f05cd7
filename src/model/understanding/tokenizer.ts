import { LRUCache } from 'lru-cache'
import { remembered } from '../words/remembered.ts'
import { stemsOf } from '../words/stems.ts'
import { SYNONYMS } from './synonyms.ts'
import { SPELLINGS } from '../words/spellings.ts'
import { normalise } from './normalise.ts'

/** A message as words of known families, for weighing. What is in no family stays as it was written. */

/** Longer messages are read up to here (characters): who writes more has said it by then. */
const READ = 1500
/** Longest run of letters that is looked into (characters). */
const LONGEST = 48

const EMOJI: readonly (readonly [RegExp, string])[] = [
  [/[\u{1F64F}\u2764\u{1F970}\u{1F60D}]/gu, ' makasih '],
  [/[\u{1F44D}\u{1F44F}\u{1F44C}\u{1F4AF}\u2B50]/gu, ' bagus '],
  [/[\u{1F621}\u{1F620}\u{1F92C}\u{1F595}\u{1F44E}\u{1F624}\u{1F62D}\u{1F644}]/gu, ' marahmarah '],
  [/[\u{1F44B}\u{1F60A}\u{1F642}\u{1F600}]/gu, ' halo '],
]

/** A sign that people press when they look for a menu. */
const MENU_SIGN = /^\s*[#*/\\]+\s*$/

/** Words of the message, each under the name of its family. */
export const tokenize = remembered(readTokens)

function readTokens(text: string): readonly string[] {
  let seen = text.slice(0, READ)
  if (MENU_SIGN.test(seen)) return ['menu']
  for (const [signs, word] of EMOJI) seen = seen.replace(signs, word)
  return normalise(seen).split(' ').flatMap(familyOf)
}

/** The commonest words, so that they are not taken apart again and again. */
const families = new LRUCache<string, readonly string[]>({ max: 20_000 })

function familyOf(word: string): readonly string[] {
  const known = families.get(word)
  if (known) return known
  const family = familyOfNew(word)
  families.set(word, family)
  return family
}

function familyOfNew(word: string): readonly string[] {
  if (word === '') return []
  if (/\d/.test(word)) return numberTokens(word)
  return named(word) ?? joined(word) ?? [word]
}

/** Amounts, and numbers by their length: which number it is says little. */
function numberTokens(word: string): readonly string[] {
  if (/^\d+(?:rb|ribu|rbu|k)(?:an)?$/.test(word)) return ['#', 'ribu']
  if (/^\d+(?:jt|juta)(?:an)?$/.test(word)) return ['#', 'juta']
  if (/^\d+$/.test(word))
    return [/^(?:350|600|650|950|1000|1650)$/.test(word) ? '#harga' : `#${Math.min(word.length, 6)}`]
  const letters = word.replace(/\d+/g, '')
  return letters === '' ? ['#'] : (named(letters) ?? ['#', letters])
}

function named(word: string): readonly string[] | null {
  const family = SYNONYMS.get(word)
  if (family) return family.split(' ')
  for (const stem of stemsOf(word)) {
    const known = SYNONYMS.get(stem)?.split(' ') ?? spelled(stem)
    if (known) return known
  }
  return bySkeleton(word)
}

/** The family of a chat spelling. */
function spelled(word: string): readonly string[] | null {
  const plain = SPELLINGS.get(word)
  return plain === undefined ? null : (named(plain) ?? plain.split(' '))
}

/** Words and their families by their consonants, for those written without vowels ("bnyk", "dtng"). */
const SKELETONS = new Map<string, [form: string, family: string][]>()
for (const [form, family] of new Map([...SPELLINGS, ...SYNONYMS])) {
  const bones = skeleton(form)
  if (form.length >= 5 && bones.length >= 3)
    SKELETONS.set(bones, [...(SKELETONS.get(bones) ?? []), [form, family]])
}

function skeleton(word: string): string {
  return word.slice(0, 1) + word.slice(1).replace(/[aiueo]/g, '')
}

/** The family of the one word that this is a shortening of; null where several families fit. */
function bySkeleton(word: string): readonly string[] | null {
  const vowels = word.replace(/[^aiueo]/g, '').length
  if (word.length < 3 || vowels > word.length / 4) return null
  const forms = (SKELETONS.get(skeleton(word)) ?? []).filter(([form]) => isWithin(word, form))
  const [family, ...others] = new Set(forms.map(([, name]) => name))
  return family === undefined || others.length > 0 ? null : family.split(' ')
}

/** Do the letters of the short word stand in the long one, in their order? */
function isWithin(short: string, long: string): boolean {
  let at = -1
  return [...short].every((letter) => (at = long.indexOf(letter, at + 1)) >= 0)
}

/** Words written as one ("pasporsudahjadi"): the fewest known words that fill it. */
function joined(word: string): readonly string[] | null {
  if (word.length < 8 || word.length > LONGEST) return null
  const best: (readonly string[] | null)[] = [[]]
  for (let end = 1; end <= word.length; end++) {
    best[end] = null
    for (let start = Math.max(0, end - 14); start <= end - 2; start++) {
      const before = best[start]
      if (!before || before.length + 1 >= (best[end]?.length ?? Infinity)) continue
      const part = word.slice(start, end)
      if (isWord(part)) best[end] = [...before, part]
    }
  }
  return best[word.length]?.flatMap((part) => named(SPELLINGS.get(part) ?? part) ?? [part]) ?? null
}

const SHORT = new Set('di ke ya yg nya ga gk tp'.split(' '))

function isWord(part: string): boolean {
  if (part.length < 3) return SHORT.has(part)
  return SYNONYMS.has(part) || SPELLINGS.has(part) || COMMON.has(part)
}

const COMMON = new Set('yang untuk dengan dari biasa saja oke karena kalau atau dan'.split(' '))
