import { digitOf } from '../../words/numerals.ts'
import { parseChoiceNumber } from '../choice-number.ts'
import { plainWords } from './plain.ts'

/** The place of a choice in its list: its number, its letter, "yang kedua", "yang terakhir". */

/** What is counted is no choice: "2 tahun", "3 orang", "1 juta". */
const COUNTED =
  /^(?:tahun|taun|thn|th|bulan|bln|minggu|hari|jam|menit|orang|org|anak|kali|lembar|buku|paspor|ribu|rb|juta|jt|k|years?|months?|days?|people|persen|x|km)$/
/** Before a number these make it one of something else. */
const OF_ELSE =
  /^(?:rp|umur|umurnya|usia|tahun|jam|pukul|tanggal|anak|usianya|bulan|kelas|lantai|loket|rt|rw|hp|wa)$/
/** Before a number these make it the choice's. */
const MARKERS = new Set(
  'nomor no pilih pilihan opsi option angka number jawab jawaban jawabannya milih dipilih ambil ke'.split(
    ' ',
  ),
)

const LETTER = /^(?:(?:yang|saya|mau|pilih|pilihan|opsi|option|huruf|jawaban|jawab|poin|point) )*([a-f])$/
/** Places in words that say so; the digits in words count only by themselves. */
const PLACE = /^ke(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)$|^(?:second|third)$/
const LOCAL_PLACES: ReadonlyMap<string, number> = new Map([
  ['kapindo', 2], ['kapindho', 2], ['kaduo', 2], ['kadua', 2], ['katelu', 3], ['katilu', 3], ['katigo', 3],
]) // prettier-ignore

/** Where in the list the words point. */
interface Place {
  /** The number shown before the choice, or its place counted from the top (0) or, if negative, from the end. */
  readonly by: 'number' | 'index'
  readonly value: number
  /** Nothing else was said. */
  readonly alone: boolean
}

/** The one place the words name; `several` where they name more than one. */
export function placeIn(text: string): Place | 'several' | null {
  const bare = parseChoiceNumber(text)
  if (bare !== null) return { by: 'number', value: bare, alone: true }
  const words = plainWords(text)
  const said = words.join(' ')
  const letter = LETTER.exec(said)?.[1]
  if (letter) return { by: 'index', value: letter.charCodeAt(0) - 'a'.charCodeAt(0), alone: true }
  const marked = markedNumbers(words, text)
  const [value, ...others] = new Set(marked)
  if (others.length > 0) return 'several'
  if (value !== undefined) return { by: 'number', value, alone: false }
  return edgeIn(said)
}

const LAST = /\b(?:terakhir|paling (?:bawah|akhir)|terbawah|last)\b/
const FIRST = /\b(?:pertama|paling atas|teratas|first|kapisan|kahiji)\b/
/** More words than these speak of the first passport, or the last time. */
const BESIDE_EDGE =
  /\b(?:yang|itu|pilih|pilihan|opsi|mau|saya|di|nomor|ke|dari|ambil|milih|the|one|pick|daftar)\b/g

function edgeIn(said: string): Place | null {
  const edge = [LAST, FIRST].find(
    (one) => one.test(said) && said.replace(one, '').replace(BESIDE_EDGE, '').trim() === '',
  )
  return edge ? { by: 'index', value: edge === LAST ? -1 : 0, alone: true } : null
}

/** Numbers that plainly are a choice's: behind "nomor" or "pilih", a place ("kedua"), or what the message begins with ("2. …"). */
function markedNumbers(words: readonly string[], text: string): readonly number[] {
  const leading = /^\D{0,2}(\d{1,2})\s*(?:[.):\-–]\s*\p{L}|(?:yang|yg)\s)/iu.exec(text.trim())?.[1]
  const listed = listedNumbers(words)
  const found = words.flatMap((word, at) => {
    const place = LOCAL_PLACES.get(word) ?? (PLACE.test(word) ? digitOf(word) : null)
    if (place !== null) return [place]
    const value = numberOf(word)
    const isMarked = MARKERS.has(words[at - 1] ?? '') || (words[at - 1] === 'yang' && !words[at + 1])
    return value !== null && isMarked && !COUNTED.test(words[at + 1] ?? '') ? [value] : []
  })
  return [...(leading ? [Number(leading)] : []), ...listed, ...found]
}

/** "1 dan 3", "2 atau 3", "1 2": nothing but numbers. */
function listedNumbers(words: readonly string[]): readonly number[] {
  const rest = words.filter(
    (word) => !/^(?:dan|sama|atau|dengan|and|or|yang|nomor|no|mau|saya|pilih)$/.test(word),
  )
  const numbers = rest.flatMap((word) => numberOf(word) ?? [])
  const isList = numbers.length === rest.length && !words.some((word) => OF_ELSE.test(word))
  return isList ? numbers : []
}

function numberOf(word: string): number | null {
  return /^\d{1,2}$/.test(word) ? Number(word) : digitOf(word)
}
