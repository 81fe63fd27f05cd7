import { LRUCache } from 'lru-cache'
import { editDistance } from '../../words/similarity.ts'
import { remembered } from '../../words/remembered.ts'
import { stemsOf } from '../../words/stems.ts'
import { SYNONYMS } from '../synonyms.ts'
import { standard } from './plain.ts'

/** How well words fit each of several choices: shared words weigh by how few of the choices have them. */

/** Words that choose nothing: whoever uses them speaks, the choice is said by the others. */
const FILLERS = new Set(
  'yang paspor saya kami aku mau ingin pilih pilihan milih untuk buat bikin urus umur umurnya usia tahun dengan di ke dari itu ini nya saja deh dong lah kok sih ya oke pak bu bapak ibu kak mas mbak bang min tolong minta lagi juga aja adalah karena jadi dan atau soal tentang paling sudah masih kayaknya kira mungkin sepertinya the a an of i my to is it for one please want choose pick opsi nomor no angka tetapi kalau opo sing ingkang anu nah oh ah eh hmm dek om tante langsung terima kasih makasih'.split(
    ' ',
  ),
)
/** Only a way to speak to us, unless a choice is called so. */
const KIN = new Set(['ibu', 'bapak', 'kakak'])
const NEGATIONS = new Set('tidak bukan belum jangan tanpa'.split(' '))
/** Between a negation and what it denies. */
const BETWEEN = new Set('yang usah perlu mau pernah jadi saya di itu ini karena'.split(' '))
const PAUSE = 'tandajeda'

/** The words of a text that may choose; what is denied is marked ("tidak hilang" → `!hilang`). */
export const choosingWords = remembered(readChoosingWords)

function readChoosingWords(text: string): readonly string[] {
  const words = standard(text.replace(/[,.;!?\n](?!\d)/g, ` ${PAUSE} `))
  const chosen: string[] = []
  let denial: string | null = null
  for (const word of words) {
    if (NEGATIONS.has(word)) denial = word
    else if (word === PAUSE) denial = flush(denial, chosen)
    else if (denial !== null && BETWEEN.has(word)) continue
    else if (denial !== null) denial = push(`!${word}`, chosen)
    else if (!isSum(word)) chosen.push(word)
  }
  flush(denial, chosen)
  return chosen
}

function push(word: string, to: string[]): null {
  to.push(word)
  return null
}

/** A negation that denies nothing stands for itself. */
function flush(denial: string | null, to: string[]): null {
  return denial === null ? null : push(denial, to)
}

/** Prices are read apart. */
function isSum(word: string): boolean {
  return /^\d{3,}$|^rp\d*$/.test(word)
}

export function withoutFillers(words: readonly string[]): readonly string[] {
  const kept = words.filter((word) => !FILLERS.has(word))
  return kept.length > 0 ? kept : words
}

/** A choice as sets of words: everything it may be called, and each of its names apart. */
interface ChoiceWords {
  readonly all: ReadonlySet<string>
  readonly names: readonly (readonly string[])[]
}

/** A list is shown to many. */
const lists = new LRUCache<string, ChoiceWords>({ max: 2_000 })

export function choiceWords(names: readonly string[]): ChoiceWords {
  const key = names.join('\n')
  const known = lists.get(key)
  if (known) return known
  // a name of nothing but fillers ("saya") is known only whole
  const each = names
    .map((name) => withoutFillers(choosingWords(name)))
    .filter((words) => words.some((word) => !FILLERS.has(word) || KIN.has(word)))
  const made = { all: new Set(each.flat()), names: each }
  lists.set(key, made)
  return made
}

/** How a text fits one choice. */
export interface Fit {
  readonly at: number
  /** Weight of the words they share. */
  readonly shared: number
  /** One of its names is there whole. */
  readonly whole: boolean
}

export interface Fits {
  /** Those that share anything, best first. */
  readonly fits: readonly Fit[]
  /** Words no choice knows. */
  readonly strange: number
  /** Weight of a word that only one choice has. */
  readonly most: number
  /** Some word fitted only after a slip of the finger was put right. */
  readonly near: boolean
  /** Some choice's word is denied, which it is not called by; by its place. */
  readonly denied: ReadonlySet<number>
}

export function fitWords(text: string, choices: readonly ChoiceWords[]): Fits {
  const said = withoutFillers(choosingWords(text))
  const known = new Set(choices.flatMap(({ all }) => [...all]))
  const read = said.map((word) => ({ word, as: known.has(word) ? word : asKnown(word, known) }))
  const words = new Set(read.flatMap(({ as }) => as ?? []))
  const most = choices.length > 1 ? Math.log(choices.length) : 1
  const fits = choices
    .map(({ all, names }, at) => ({
      at,
      shared: [...words]
        .filter((word) => all.has(word))
        .reduce((sum, word) => sum + weight(word, choices), 0),
      whole: names.some((name) => name.every((word) => words.has(word))),
    }))
    .filter(({ shared }) => shared > 0)
  return {
    fits: fits.toSorted((a, b) => b.shared - a.shared || Number(b.whole) - Number(a.whole)),
    strange: read.filter(({ as }) => as === null).length,
    most,
    near: read.some(
      ({ word, as }) => as !== null && !word.startsWith(as) && as !== word && !stemsOf(word).includes(as),
    ),
    denied: new Set(
      choices.flatMap(({ all }, at) =>
        said.some((word) => word.startsWith('!') && all.has(word.slice(1)) && !all.has(word)) ? [at] : [],
      ),
    ),
  }
}

/** A word that every choice has tells nothing. */
function weight(word: string, choices: readonly ChoiceWords[]): number {
  const having = choices.filter(({ all }) => all.has(word)).length
  return choices.length > 1 ? Math.log(choices.length / having) : 1
}

/** Does the text say a word, with some weight, that this choice does not have? Then it speaks of another one too. */
export function speaksOfOthers(text: string, choices: readonly ChoiceWords[], at: number): boolean {
  const own = choices[at]?.all
  const others = new Set(choices.flatMap(({ all }) => [...all]))
  return withoutFillers(choosingWords(text))
    .flatMap((word) => (others.has(word) ? word : (asKnown(word, others) ?? [])))
    .some((word) => !own?.has(word))
}

/** The known word that is meant: another form of it, or one slip away (two in long words) unless it is a word itself; null where none or several are. */
function asKnown(word: string, known: ReadonlySet<string>): string | null {
  if (word.startsWith('!')) return deniedForm(word, known)
  const bare = word.replace(/(?:nya|ku)$/, '')
  if (known.has(bare)) return bare
  const stem = stemsOf(word).find((one) => one.length >= 4 && known.has(one))
  if (stem !== undefined) return stem
  if (word.length < 4 || word.length > 20 || /\d/.test(word) || SYNONYMS.has(word)) return null
  const slips = word.length >= 8 ? 2 : 1
  const near = [...known].filter(
    (one) =>
      one.length >= 5 &&
      one[0] === word[0] &&
      Math.abs(one.length - word.length) <= slips &&
      editDistance(one, word) <= slips,
  )
  return near.length === 1 ? (near[0] ?? null) : null
}

function deniedForm(word: string, known: ReadonlySet<string>): string | null {
  const stem = stemsOf(word.slice(1)).find((one) => known.has(`!${one}`))
  return stem === undefined ? null : `!${stem}`
}
