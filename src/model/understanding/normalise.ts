import { foldText } from '../words/fold.ts'
import { remembered } from '../words/remembered.ts'
import { SPELLINGS } from '../words/spellings.ts'

/** Short chat messages in one spelling, and set phrases among them. Nothing is guessed beyond a table. */

/** Small letters, plain spelling, one blank between words, no punctuation: the form all word tables are written in. */
export const normalise = remembered(
  (text) =>
    foldText(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .split(' ')
      .map(spell)
      .filter((word) => word !== '')
      .join(' '),
  2_000,
)

function spell(word: string): string {
  const listed = SPELLINGS.get(word)
  if (listed !== undefined) return listed
  // "iyaaa", "tolooong": letters held down
  // and "jadi2": a word said twice
  const short = word.replace(/([a-z])\1{2,}/g, '$1').replace(/^([a-z]{3,})2$/, '$1')
  return SPELLINGS.get(short) ?? short
}

/** Longest message that can be a set phrase, a number or a name of a choice (characters); what is longer is a story. */
export const MAX_PHRASE_LENGTH = 200

const lists = new Map<string, ReadonlySet<string>>()

/** A comma-separated list as a set of phrases, for word tables; each list is read once. */
export function phraseSet(list: string): ReadonlySet<string> {
  const known = lists.get(list)
  if (known) return known
  const made = new Set(list.split(',').map(normalise))
  lists.set(list, made)
  return made
}

/** How people here speak to somebody; says nothing of what they want. */
export const HONORIFICS = ['pak', 'bu', 'bapak', 'ibu', 'kak', 'mas', 'mbak', 'bang', 'min']

// said to somebody, not of something
const ADDRESS = new Set([...HONORIFICS, ...'dong deh kok sih saja ya please'.split(' ')])

/** Normalised words without the "pak", "bu", "dong" around them; a lone "ya pak" stays "ya". */
export function withoutHonorifics(said: string): string {
  const words = said.split(' ')
  const kept = words.filter((word) => !ADDRESS.has(word))
  if (kept.length > 0) return kept.join(' ')
  return words.includes('ya') ? 'ya' : said
}

/** Does one of these phrases (normalised) stand anywhere in the message? */
export function matchesAnyWord(text: string, wanted: ReadonlySet<string>): boolean {
  const said = ` ${normalise(text.slice(0, MAX_PHRASE_LENGTH))} `
  return [...wanted].some((phrase) => said.includes(` ${phrase} `))
}

/** Is the message one of these phrases (normalised), apart from "pak", "bu", "ya", "dong"? */
export function matchesPhrase(text: string, wanted: ReadonlySet<string>): boolean {
  if (text.length > MAX_PHRASE_LENGTH) return false
  const said = normalise(text)
  return wanted.has(said) || wanted.has(withoutHonorifics(said))
}
