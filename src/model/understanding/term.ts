import { TERMS } from '../words/terms.ts'
import { HONORIFICS, normalise } from './normalise.ts'

/** A paper or a word that somebody asks about: by its bare name, "what is that", "where do I get it", "must I". */

interface TermMatch {
  /** `paper`: its words stand under `paper.<id>`; `answer`: a ready answer. */
  readonly kind: 'paper' | 'answer'
  readonly id: string
}

/** Longer than any question about one word (characters, normalised). */
const LONGEST = 90

/** What may stand around the name and asks about it. */
const ASKING = words(
  'apa apaan apakah maksud maksudnya arti artinya singkatan singkatannya kepanjangan kepanjangannya opo naon apo kuwi iku kayak seperti gimana bagaimana what whats mean means meaning ' +
    'mana dimana where dapat dapatnya didapat beli belinya minta urus urusnya bikin bikinnya buat buatnya cari get nang ngendi ' +
    'wajib harus perlu mesti kudu dibawa bawa ada required must need needed contoh contohnya isinya isi gunanya fungsinya untuk',
)
/** What may stand beside that and says nothing. */
const FILLING = words(
  `${HONORIFICS.join(' ')} itu ini tu teh toh e sih ya kah dong deh nih yang nya di dari ke lagi kalau kok kan saya beta is a an the do does i in for of it this to tuh dia tadi namanya tolong jelaskan mau tanya halo soal tentang dan`,
)

interface Name extends TermMatch {
  readonly name: string
  readonly asked: boolean
}

/** The longer names first: "surat pernyataan orang tua" before "surat pernyataan". */
const NAMES: readonly Name[] = TERMS.flatMap(({ kind, id, names, asked }) =>
  names.split(', ').map((name) => ({ kind, id, name: normalise(name), asked: asked ?? false })),
).toSorted((a, b) => b.name.length - a.name.length)

/** The ready answer or paper a message asks about by its name alone; null where it says anything else. */
export function matchTerm(text: string): TermMatch | null {
  const said = ` ${normalise(text)} `
  if (said.length > LONGEST) return null
  const found = NAMES.find(({ name }) => spoken(said, name) !== null)
  if (!found) return null
  const around = (spoken(said, found.name) ?? '').split(' ').filter((word) => word !== '')
  if (!around.every((word) => ASKING.has(word) || FILLING.has(word))) return null
  const asks = text.includes('?') || around.some((word) => ASKING.has(word))
  return found.asked && !asks ? null : { kind: found.kind, id: found.id }
}

/** What is left of a message without the name, with or without "-nya"; null where the name does not stand in it. */
function spoken(said: string, name: string): string | null {
  const form = [` ${name} `, ` ${name}nya `].find((one) => said.includes(one))
  return form === undefined ? null : said.replace(form, ' ')
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
