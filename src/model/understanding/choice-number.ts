import { digitOf } from '../words/numerals.ts'
import { HONORIFICS, MAX_PHRASE_LENGTH, normalise } from './normalise.ts'

/** The number of a choice, as people answer a numbered list. */

// words around a number that carry no meaning: "no 1 pak", "pilih yang ke 2 ya min"
const AROUND = new Set([
  ...HONORIFICS,
  ...'nomor no pilih pilihan angka yang ke ya dong deh saja aja itu tolong mau saya'.split(' '),
  ...'number option choose please sir madam i want the'.split(' '),
])

/** The number a message consists of ("1", "1.", "no 1 pak", "satu", "1️⃣"); `null` when it says more than a number. */
export function parseChoiceNumber(text: string): number | null {
  if (text.length > MAX_PHRASE_LENGTH) return null
  const [word, ...more] = normalise(text)
    .split(' ')
    .filter((one) => !AROUND.has(one))
  return word === undefined || more.length > 0 ? null : numberOf(word)
}

/** Like `parseChoiceNumber`, also for a number followed by a copied label ("1 Benar", "2. Kantor lain"). */
export function parseLeadingNumber(text: string): number | null {
  const bare = parseChoiceNumber(text)
  if (bare !== null || text.length > MAX_PHRASE_LENGTH) return bare
  const [number = '', label = '', ...more] = normalise(text).split(' ')
  return more.length <= 4 && /^\d$/.test(number) && !/^\d/.test(label) ? Number(number) : null
}

function numberOf(word: string): number | null {
  return /^\d{1,2}$/.test(word) ? Number(word) : digitOf(word)
}
