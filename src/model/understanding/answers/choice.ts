import { LRUCache } from 'lru-cache'
import { MAX_PHRASE_LENGTH, normalise, withoutHonorifics } from '../normalise.ts'
import { readRupiah } from './amount.ts'
import { placeIn } from './choice-position.ts'
import {
  choiceWords,
  choosingWords,
  fitWords,
  speaksOfOthers,
  withoutFillers,
  type Fit,
  type Fits,
} from './choice-words.ts'
import { plainWords } from './plain.ts'
import { readYesNo, saysBoth } from './yes-no.ts'

/** Which of several choices is meant, where somebody writes instead of tapping. */

export interface ChoiceOption {
  readonly id: string
  /** The number it is shown with. */
  readonly number: number
  /** What it is called in the list, in every language people may answer in. */
  readonly labels: readonly string[]
  /** What people say for it (normalised). */
  readonly phrases: ReadonlySet<string>
  /** What it amounts to, where another question's words for the same would do. */
  readonly means?: 'yes' | 'no' | 'done' | 'unknown' | 'none'
}

export interface ChoiceContext {
  /** The person may be writing a story: only a number or a name by itself is a choice. */
  readonly freeText?: boolean
  /** The choices are matters to ask about: a question names one. */
  readonly topics?: boolean
}

interface Choice {
  readonly id: string
  /** From 0 to 1. */
  readonly confidence: number
  readonly how: 'number' | 'label' | 'phrase' | 'polarity' | 'near'
}

/** More words tell a story; it may name a choice in passing (words). */
const MOST_WORDS = 12
/** Words that no choice knows, beside those that choose (words). */
const MOST_STRANGE = 4
/** A strange word counts this much of one that chooses. */
const STRANGE = 0.35
/** Below this share of what was said the choice was only mentioned. */
const LEAST_SHARE = 0.5

/** The choice that is plainly meant; null where it is none, several, denied, or only asked about. */
export function readChoice(
  text: string,
  options: readonly ChoiceOption[],
  context: ChoiceContext = {},
): Choice | null {
  if (text.length > MAX_PHRASE_LENGTH || options.length === 0 || saysBoth(text)) return null
  const named = byName(text, options)
  if (named) return named
  if (isAboutSeveral(text, options) && !byMeaning(text, options)) return null
  const place = placeIn(text)
  if (place === 'several' || (context.freeText && !place?.alone)) return null
  const placed = place && at(options, place.by, place.value)
  if (placed && (place.alone || agrees(text, options, placed)))
    return { id: placed.id, confidence: place.alone ? 1 : 0.95, how: 'number' }
  if (placed || (asks(text) && !context.topics)) return null
  return choose(text, options)
}

/** Words and meaning have to agree where both speak. */
function choose(text: string, options: readonly ChoiceOption[]): Choice | null {
  const words = byWords(text, options) ?? bySum(text, options)
  const meaning = byMeaning(text, options)
  if (!words || !meaning) return words ?? meaning
  return words.id === meaning.id
    ? { ...words, confidence: Math.max(words.confidence, meaning.confidence) }
    : null
}

/** The whole message is a name of one choice: as it was said before what is left of it without the words around. */
function byName(text: string, options: readonly ChoiceOption[]): Choice | null {
  for (const said of formsOf(text)) {
    const [fit, ...others] = namedBy(said, options)
    if (fit) return others.length > 0 ? null : { ...fit, confidence: text.includes('?') ? 0.6 : 1 }
  }
  return null
}

function namedBy(said: string, options: readonly ChoiceOption[]): readonly Pick<Choice, 'id' | 'how'>[] {
  return options.flatMap(({ id, labels, phrases }) => {
    const byLabel = labels.some((label) => labelForms(label).includes(said))
    return byLabel || phrases.has(said) ? [{ id, how: byLabel ? 'label' : 'phrase' } as const] : []
  })
}

/** The message as it may stand in a table: as typed, without address, in standard words, without words around it. */
function formsOf(text: string): ReadonlySet<string> {
  const said = normalise(text)
  const bare = withoutHonorifics(said)
  return new Set(
    [said, bare, plainWords(text).join(' '), withoutFillers(bare.split(' ')).join(' ')].filter(Boolean),
  )
}

/** A list is shown to many. */
const forms = new LRUCache<string, readonly string[]>({ max: 2_000 })

/** A label also without what stands in brackets. */
function labelForms(label: string): readonly string[] {
  const known = forms.get(label)
  if (known) return known
  const short = label.replace(/\([^)]*\)/g, ' ')
  const bare = withoutFillers(normalise(short).split(' ')).join(' ')
  const made = [...new Set([normalise(label), normalise(short), bare])]
  forms.set(label, made)
  return made
}

const SEVERAL = /\b(?:(?:ke)?dua ?dua(?:nya)?|keduanya|kedua duanya|ketiganya|semua|both|all|atau|or)\b/
/** "Dua duanya", "hilang atau rusak"; not where a choice is called so ("lihat semua"). */
function isAboutSeveral(text: string, options: readonly ChoiceOption[]): boolean {
  const [word] = SEVERAL.exec(plainWords(text).join(' ')) ?? []
  if (word === undefined) return false
  const names = options.flatMap(({ labels, phrases }) => [...labels.map(normalise), ...phrases])
  return !names.some((name) => ` ${name} `.includes(` ${word} `))
}

const ASKS =
  /\b(?:apa|apakah|apaan|opo|naon|bagaimana|gimana|kenapa|mengapa|berapa|kapan|mana|siapa|kalau|beda|bedanya|maksud|maksudnya|artinya|what|how|why|which|when|where|who|difference)\b|\b(?:bisa|boleh|harus|perlu|ada) .*\b(?:tidak|belum|kah)$/

/** Is something asked about the choices? */
function asks(text: string): boolean {
  return text.includes('?') || ASKS.test(plainWords(text).join(' '))
}

function at(
  options: readonly ChoiceOption[],
  by: 'number' | 'index',
  value: number,
): ChoiceOption | undefined {
  return by === 'index' ? options.at(value) : options.find(({ number }) => number === value)
}

/** "2 yang rusak" while 2 is another one: the words speak against the number. */
function agrees(text: string, options: readonly ChoiceOption[], placed: ChoiceOption): boolean {
  if (asks(text) || /\b(?:bukan|jangan|tidak)\b/.test(plainWords(text).join(' '))) return false
  const words = byWords(text, options)
  return words === null || words.id === placed.id
}

function byWords(text: string, options: readonly ChoiceOption[]): Choice | null {
  if (plainWords(text).length > MOST_WORDS) return null
  const choices = options.map(({ labels, phrases }) => choiceWords([...labels, ...phrases]))
  const found = fitWords(text, choices)
  const [best] = found.fits
  const option = best && options[best.at]
  if (!option || found.strange > MOST_STRANGE || found.denied.has(best.at)) return null
  const share = best.shared / (best.shared + STRANGE * found.most * found.strange)
  if (!isAhead(found, best) || share < LEAST_SHARE || speaksOfOthers(text, choices, best.at)) return null
  return { id: option.id, confidence: (found.near ? 0.8 : 0.95) * share, how: found.near ? 'near' : 'label' }
}

/** Plainly better than the next one, or the only one of two whose whole name was said. */
function isAhead({ fits, most }: Fits, best: Fit): boolean {
  const second = fits[1]
  if (!second) return best.shared >= most / 3 || best.whole
  return best.shared > second.shared * 1.3 || (best.whole && !second.whole)
}

/** "Yang 350rb": the one price it stands for. */
function bySum(text: string, options: readonly ChoiceOption[]): Choice | null {
  const sum = readRupiah(text)
  if (sum === null || choosingWords(text).length > MOST_WORDS) return null
  const [option, ...others] = options.filter(({ labels }) =>
    labels.some((label) => readRupiah(label) === sum),
  )
  return option && others.length === 0 ? { id: option.id, confidence: 0.9, how: 'label' } : null
}

const DONE =
  /^(?:(?:ya|oke) )*(?:(?:tidak|belum) ada lagi|(?:sudah|selesai|cukup|beres|enough|sekian|rampung|kelar)(?: (?:sudah|semua|selesai|cukup|lengkap|segitu|sekian|begitu))*|segitu|that is all)$/
const THAT = /^(?:sudah |cukup |ya |hanya |cuma )*(?:itu|begitu|segitu) (?:saja|dulu|pak|bu|kak)(?: \w+)?$/
const NONE =
  /^(?:(?:tidak|bukan) (?:ada )?(?:yang )?(?:semua|cocok|satupun|sesuai|di atas|ada|mana mana|salah satu)(?: \w+){0,2}|(?:yang |soal |pilihan )?(?:lain|lainnya|laen|other|another)|none(?: of (?:them|these|the above))?|tidak termasuk|beda)$/

/** Yes, no, not known, enough, none of these: the one choice that amounts to it. */
function byMeaning(text: string, options: readonly ChoiceOption[]): Choice | null {
  const said = plainWords(text).join(' ')
  const meant = readYesNo(text)
  const means = [
    ...(DONE.test(said) || THAT.test(normalise(text)) ? ['done'] : []),
    ...(NONE.test(said) ? ['none'] : []),
    ...(meant ? [meant] : []),
  ]
  for (const meaning of means) {
    const [option, ...others] = options.filter((one) => one.means === meaning)
    if (option && others.length === 0)
      return { id: option.id, confidence: said.includes(' ') ? 0.85 : 0.95, how: 'polarity' }
  }
  return null
}
