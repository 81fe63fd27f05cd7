import { SYNONYMS } from './synonyms.ts'
import { SPELLINGS } from './spellings.ts'
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
export function tokenize(text: string): string[] {
  let seen = text.slice(0, READ)
  if (MENU_SIGN.test(seen)) return ['menu']
  for (const [signs, word] of EMOJI) seen = seen.replace(signs, word)
  return normalise(seen).split(' ').flatMap(familyOf)
}

const MEMORY = 20_000
const known = new Map<string, readonly string[]>()

function familyOf(word: string): readonly string[] {
  const found = known.get(word)
  if (found) return found
  const read = readWord(word)
  if (known.size >= MEMORY) known.clear()
  known.set(word, read)
  return read
}

function readWord(word: string): readonly string[] {
  if (word === '') return []
  if (/\d/.test(word)) return number(word)
  return named(word) ?? joined(word) ?? [word]
}

/** Amounts, and numbers by their length: which number it is says little. */
function number(word: string): readonly string[] {
  const amount = /^(\d+)(rb|ribu|rbu|k|jt|juta)(?:an)?$/.exec(word)
  if (amount) return ['#', amount[2]!.startsWith('j') ? 'juta' : 'ribu']
  if (/^\d+$/.test(word))
    return [/^(?:350|600|650|950|1000|1650)$/.test(word) ? '#harga' : `#${Math.min(word.length, 6)}`]
  const letters = word.replace(/\d+/g, '')
  return letters === '' ? ['#'] : (named(letters) ?? ['#', letters])
}

function named(word: string): readonly string[] | null {
  const family = SYNONYMS.get(word)
  if (family) return family.split(' ')
  const stem = stems(word).find((one) => SYNONYMS.has(one) || SPELLINGS[one] !== undefined)
  if (stem !== undefined)
    return (SYNONYMS.get(stem) ?? named(SPELLINGS[stem]!)?.join(' ') ?? SPELLINGS[stem]!).split(' ')
  return bySkeleton(word)
}

const SUFFIX = /(?:nya|nyo|ny|na|ku|mu|lah|kah|kan|an|in|i|e|mi|ji|ki|ka)$/
const PREFIX: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:meng|peng|ng)(?=[aiueo])/, ['', 'k']],
  [/^(?:mem|pem|m)(?=[aiueo])/, ['p']],
  [/^(?:men|pen|n)(?=[aiueo])/, ['t']],
  [/^(?:meny|peny|ny)/, ['s']],
  [/^(?:menge|nge)/, ['']],
  [/^(?:meng|mem|men|me|ng|di|ke|ter|ber|ba|ta|se|pe|dipe|memper|diper)/, ['']],
]

/** What may be left of a word without its endings and beginnings, least taken off first. */
function stems(word: string): string[] {
  if (word.length < 4) return []
  const once = word.replace(/^([a-z]{3,})\1$/, '$1')
  // "kakk", "bangett"
  const single = once.replace(/(.)\1+/g, '$1')
  const bare = [once, single, ...cut(once), ...cut(once).flatMap(cut)]
  return bare
    .flatMap((one) => [
      one,
      ...PREFIX.flatMap(([start, put]) => (start.test(one) ? put.map((by) => one.replace(start, by)) : [])),
    ])
    .filter((one) => one.length > 2)
}

function cut(word: string): string[] {
  const shorter = word.replace(SUFFIX, '')
  return shorter === word || shorter.length < 3 ? [] : [shorter]
}

/** Words by their consonants, for those written without vowels ("bnyk", "dtng"). */
const SKELETONS = new Map<string, string[]>()
for (const form of [...SYNONYMS.keys(), ...Object.keys(SPELLINGS)]) {
  const bones = skeleton(form)
  if (form.length >= 5 && bones.length >= 3) SKELETONS.set(bones, [...(SKELETONS.get(bones) ?? []), form])
}

function skeleton(word: string): string {
  return word[0]! + word.slice(1).replace(/[aiueo]/g, '')
}

/** The family of the one word that this is a shortening of; null where several families fit. */
function bySkeleton(word: string): readonly string[] | null {
  const vowels = word.replace(/[^aiueo]/g, '').length
  if (word.length < 3 || vowels > word.length / 4) return null
  const forms = (SKELETONS.get(skeleton(word)) ?? []).filter((form) => isWithin(word, form))
  const families = new Set(forms.map((form) => SYNONYMS.get(form) ?? SPELLINGS[form]!))
  return families.size === 1 ? [...families][0]!.split(' ') : null
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
      if (!before || (best[end] && before.length + 1 >= best[end]!.length)) continue
      const part = word.slice(start, end)
      if (isWord(part)) best[end] = [...before, part]
    }
  }
  return best[word.length]?.flatMap((part) => named(SPELLINGS[part] ?? part) ?? [part]) ?? null
}

const SHORT = new Set('di ke ya yg nya ga gk tp'.split(' '))

function isWord(part: string): boolean {
  if (part.length < 3) return SHORT.has(part)
  return SYNONYMS.has(part) || SPELLINGS[part] !== undefined || COMMON.has(part)
}

const COMMON = new Set('yang untuk dengan dari biasa saja oke karena kalau atau dan'.split(' '))
