import { LRUCache } from 'lru-cache'
import { QUESTION_WORDS } from '../../words/question-words.ts'
import { stemsOf } from '../../words/stems.ts'
import { normalise } from '../normalise.ts'
import { FILLING, lengthFeature } from './features.ts'

/** What is weighed of a question, where a single word decides which thing is meant. */

const NAMES = new Set(QUESTION_WORDS.values())
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
    lengthFeature(words.length),
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
