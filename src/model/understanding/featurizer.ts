import { LRUCache } from 'lru-cache'
import { QUESTION_WORDS } from '../words/question-words.ts'
import { stemsOf } from '../words/stems.ts'
import { normalise } from './normalise.ts'
import { tokenize } from './tokenizer.ts'

/** What is weighed of a message: its words, neighbours, pieces of words, its length, and whether it asks. */

/** Say nothing of what a message is about. */
const FILLING = new Set(
  'kak ya dong yang nya deh sih kok di dari ke dan untuk the a of is to in on for itu saja aja lah kah nih'.split(
    ' ',
  ),
)
const NAMES = new Set(QUESTION_WORDS.values())
/** Letters of a piece of a word. */
const PIECE = 4

/** Features, each once. A longer message has more of them, and each says less. */
export function extractFeatures(text: string): ReadonlySet<string> {
  const tokens = tokenize(text)
  const telling = tokens.filter((token) => !FILLING.has(token))
  const words = telling.length > 0 ? telling : tokens
  const edged = ['^', ...words, '$']
  return new Set([
    ...words,
    ...edged.slice(1).map((word, at) => `${edged[at]}_${word}`),
    ...words.flatMap(pieces),
    length(words.length),
    ...(text.includes('?') ? ['?'] : []),
  ])
}

/** Longer questions are read up to here (characters). */
const READ = 400

/** For questions, where a single word decides which thing is meant: words under the names of `QUESTION_WORDS`, and as they stand. */
export function extractQuestionFeatures(text: string): ReadonlySet<string> {
  const read = text.slice(0, READ)
  const all = withoutCourtesy(normalise(read))
    .split(' ')
    .filter((word) => word !== '')
  const telling = all.filter((word) => !FILLING.has(word))
  const words = telling.length > 0 ? telling : all
  const names = words.map(nameOf)
  const edged = ['^', ...names, '$']
  return new Set([
    ...names,
    ...words.filter((word, at) => word !== names[at]).map((word) => `=${word}`),
    ...edged.slice(1).map((name, at) => `${edged[at]}_${name}`),
    ...edged.slice(2).map((name, at) => `${edged[at]}__${name}`),
    length(words.length),
    ...(read.includes('?') ? ['?'] : []),
  ])
}

const ASKING = new Set('apa siapa berapa kapan mana bagaimana kenapa bisa harus perlu tanya do'.split(' '))

/** Does a message ask, by a sign or a word? Else it tells or wishes. */
export function isAsking(text: string): boolean {
  const read = text.slice(0, READ)
  return (
    read.includes('?') ||
    normalise(read)
      .split(' ')
      .some((word) => ASKING.has(nameOf(word)))
  )
}

const COURTESY =
  '(?:halo|hai|hi|hello|min|admin|kak|pak|bu|mas|mbak|bang|bro|sis|gan|permisi|misi|punten|maaf|mohon maaf|sori|assalamualaikum|salam|(?:selamat )?(?:pagi|siang|sore|malam)|(?:saya )?(?:mau|ingin|numpang|boleh|izin|ijin) (?:ber)?(?:tanya|nanya)|tanya|makasih|terima kasih|tolong dibantu|mohon (?:infonya|bantuannya|penjelasannya)|ya|dong|nih|sih|please|excuse me)'
const BEFORE = new RegExp(`^(?:${COURTESY} )+(?=\\S)`)
const AFTER = new RegExp(`(?<=\\S)(?: ${COURTESY})+$`)

/** A question without the greeting before it and the thanks after it. */
function withoutCourtesy(said: string): string {
  return said.replace(BEFORE, '').replace(AFTER, '')
}

/** The commonest words, so that they are not taken apart again and again. */
const known = new LRUCache<string, string>({ max: 20_000 })

/** The word under its name in `QUESTION_WORDS`. */
function nameOf(word: string): string {
  if (/^\d+$/.test(word)) return `#${Math.min(word.length, 6)}`
  const name = known.get(word) ?? [word, ...stemsOf(word)].map(listed).find((one) => one !== null) ?? word
  known.set(word, name)
  return name
}

function listed(form: string): string | null {
  return QUESTION_WORDS.get(form) ?? (NAMES.has(form) ? form : null)
}

function pieces(word: string): string[] {
  const edged = `<${word}>`
  return Array.from(
    { length: Math.max(0, edged.length - PIECE + 1) },
    (_, at) => `~${edged.slice(at, at + PIECE)}`,
  )
}

function length(words: number): string {
  if (words <= 1) return `words:${words}`
  if (words <= 3) return 'words:few'
  return words <= 8 ? 'words:some' : 'words:many'
}
