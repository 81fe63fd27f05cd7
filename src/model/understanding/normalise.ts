import { SPELLINGS } from './spellings.ts'

/** Deterministic reading of short chat messages: spelling, numbers, set phrases. No guessing beyond a table and one typo. */

/** Small letters, plain spelling, one blank between words, no punctuation: the form all word tables are written in. */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\u20E3/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map(spell)
    .filter((word) => word !== '')
    .join(' ')
}

function spell(word: string): string {
  const listed = SPELLINGS[word]
  if (listed !== undefined) return listed
  // "iyaaa", "tolooong": letters held down
  // and "jadi2": a word said twice
  const short = word.replace(/([a-z])\1{2,}/g, '$1').replace(/^([a-z]{3,})2$/, '$1')
  return SPELLINGS[short] ?? short
}

// words around a number that carry no meaning: "no 1 pak", "pilih yang ke 2 ya min"
const AROUND = new Set(
  (
    'nomor no pilih pilihan angka yang ke pak bu bapak ibu kak mas mbak bang min ya dong deh saja aja itu tolong mau saya ' +
    'number option choose please sir madam i want the'
  ).split(' '),
)

const NUMBERS: Readonly<Record<string, number>> = {
  nol: 0, kosong: 0, zero: 0,
  satu: 1, pertama: 1, kesatu: 1, one: 1, first: 1,
  dua: 2, kedua: 2, two: 2, second: 2,
  tiga: 3, ketiga: 3, three: 3, third: 3,
  empat: 4, keempat: 4, four: 4,
  lima: 5, kelima: 5, five: 5,
  enam: 6, keenam: 6, six: 6,
  tujuh: 7, ketujuh: 7, seven: 7,
  delapan: 8, kedelapan: 8, eight: 8,
  sembilan: 9, kesembilan: 9, nine: 9,
} // prettier-ignore

/** The number a message consists of ("1", "1.", "no 1 pak", "satu", "1️⃣"); `null` when it says more than a number. */
export function parseChoiceNumber(text: string): number | null {
  if (text.length > MAX_PHRASE_LENGTH) return null
  const words = normalise(text)
    .split(' ')
    .filter((word) => !AROUND.has(word))
  return words.length === 1 ? numberOf(words[0]!) : null
}

/** Like `bareNumber`, also for a number followed by a copied label ("1 Benar", "2. Kantor lain"). */
export function parseLeadingNumber(text: string): number | null {
  const bare = parseChoiceNumber(text)
  if (bare !== null || text.length > MAX_PHRASE_LENGTH) return bare
  const words = normalise(text).split(' ')
  return words.length <= 6 && /^\d$/.test(words[0]!) && !/^\d/.test(words[1] ?? '') ? Number(words[0]) : null
}

function numberOf(word: string): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word)
  return NUMBERS[word] ?? null
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

// said to somebody, not of something
const ADDRESS = new Set('pak bu bapak ibu kak mas mbak bang min dong deh kok sih saja ya please'.split(' '))

/** Normalised words without the "pak", "bu", "dong" around them; a lone "ya pak" stays "ya". */
export function withoutHonorifics(said: string): string {
  const words = said.split(' ')
  const kept = words.filter((word) => !ADDRESS.has(word))
  if (kept.length > 0) return kept.join(' ')
  return words.includes('ya') ? 'ya' : said
}

/** Is the message one of these phrases (normalised), apart from "pak", "bu", "ya", "dong"? */
export function matchesPhrase(text: string, wanted: ReadonlySet<string>): boolean {
  if (text.length > MAX_PHRASE_LENGTH) return false
  const said = normalise(text)
  return wanted.has(said) || wanted.has(withoutHonorifics(said))
}
