import { ageBand, parseAge, type AgeBand, type AgeBandLimits } from '../dates/birth.ts'
import { numeralsToDigits } from '../words/numerals.ts'
import { normalise } from './normalise.ts'
import { matchAll, type PatternTable } from './patterns.ts'

/** Whose passport a message speaks of. Bands only: an age is read, used and forgotten. */

export type PersonBand = AgeBand | 'frail' | 'group'

/** Whose passport it is, as far as the words say. */
export interface PersonEntities {
  /** One band, or the few the words leave open; empty when nobody, or more than one person, is named. */
  readonly bands: readonly PersonBand[]
  /** Grown up or not, where the words say so. */
  readonly who?: 'adult' | 'child'
}

const PARENT = 'ibu|bapak|bapa|ayah|mama|mamak|emak|papa|abah|umi|mertua|ortu|orang tua'

/** Relations by the words for them; "pak" and "bu" alone are only a way to speak to us. */
const RELATIONS: PatternTable<Relation> = [
  ['toddler', /\b(balita|bayi(ku|nya)?|anak kecil|baby|babys|toddler|newborn|infant)\b/],
  [
    'child',
    /\b(anak(ku|nya)?|anak anak|putra|putri|bocah|remaja|child|childs|children|kids?|sons?|daughters?|teenager)\b/,
  ],
  ['elderly', /\b(lansia|lanjut usia|manula|elderly)\b/],
  [
    'parent',
    new RegExp(
      `\\b(?:(?:${PARENT}|kakek|nenek|eyang|mbah|opa|oma) (?:saya|kami)|(?:untuk|buat|paspor(?:nya)?) (?:ibu|ayah|mama|mamak|emak|mertua|ortu|orang tua|kakek|nenek|eyang|mbah|opa|oma)(?! (?:mau|ingin|bisa))|(?:ibu|bapak|ayah|mama|nenek|kakek)ku|my (?:mother|father|mom|mum|dad|parent|grandmother|grandfather|grandma|grandpa)s?)\\b`,
    ),
  ],
  ['spouse', /\b(suami|istri|isteri)(ku|nya)?\b|\bmy (wife|husband|wifes|husbands)\b/],
  [
    'other',
    /\b(adik|adek|kakak|abang|keponakan|ponakan|cucu|paman|bibi|tante|sepupu|teman|tetangga|keluarga|sister|brother|niece|nephew|grandchild|cousin|friend|family)(ku|nya|s)?\b(?! (?:saya )?(?:bilang|yang kasih tahu))/,
  ],
  [
    'self',
    /\bpasporku\b|\bpaspor (?:(?:lama|baru|biasa|elektronik|punya|milik) )?saya\b|\bsaya (pu|pung|punya|pe) paspor\b|\b(untuk|buat) (diri )?saya\b|\bsaya sendiri\b|\bmy (own |first |new |old |expired |lost |damaged |current )?paspor\b|\bfor (me|myself)\b/,
  ],
]
type Relation = 'toddler' | 'child' | 'elderly' | 'parent' | 'spouse' | 'other' | 'self'

const GROUP = /\b(rombongan|kolektif|banyak orang|eazy paspor|group of)\b/
const FRAIL =
  /\b(hamil|difabel|disabilitas|cacat|lumpuh|kursi roda|stroke|sakit keras|lagi sakit|sedang sakit|pregnant|disabled|wheelchair)\b/

/** Bands a relation leaves open where no age is told. */
const BANDS: Readonly<Record<Relation, readonly AgeBand[]>> = {
  toddler: ['toddler'],
  child: ['child'],
  elderly: ['elderly'],
  parent: ['elderly', 'adult'],
  spouse: ['adult'],
  self: ['adult'],
  other: [],
}

/** Bands a relation allows an age to have: a son may be grown up, a baby not. */
const ALLOWED: Readonly<Partial<Record<Relation, readonly AgeBand[]>>> = {
  toddler: ['toddler'],
  elderly: ['elderly'],
  parent: ['adult', 'elderly'],
  spouse: ['adult', 'elderly'],
}

/** `asked`: the question was for whom, so that "5 tahun" alone is an age. Without `limits` ages are not used. */
export function extractPerson(text: string, limits: AgeBandLimits | null, asked = false): PersonEntities {
  const said = normalise(text)
  if (GROUP.test(said)) return { bands: ['group'] }
  const bands = bandsOf(relationsIn(said), agesIn(text, asked), limits)
  const grownUp = bands.map((band) => band === 'adult' || band === 'elderly')
  const who = new Set(grownUp).size === 1 ? ({ who: grownUp[0] ? 'adult' : 'child' } as const) : {}
  return { bands: FRAIL.test(said) ? ['frail'] : bands, ...who }
}

function bandsOf(
  relations: readonly Relation[],
  ages: readonly number[],
  limits: AgeBandLimits | null,
): readonly AgeBand[] {
  if (relations.length > 1 || ages.length > 1) return []
  const [relation] = relations
  const [age] = ages
  if (age === undefined || limits === null) return relation ? BANDS[relation] : []
  const band = ageBand(age, limits)
  const fits = !relation || (ALLOWED[relation]?.includes(band) ?? true)
  return fits ? [band] : []
}

/** Who is named; what a narrower word says already ("anak balita") counts once. */
function relationsIn(said: string): readonly Relation[] {
  const found = matchAll(RELATIONS, said)
  return found.filter(
    (one) =>
      !(one === 'child' && found.includes('toddler')) && !(one === 'parent' && found.includes('elderly')),
  )
}

const UNIT = '(?:tahun|thn|th|taun|bulan|bln|years?|yrs?|yo|months?)'
/** An age says so ("umur 5"), or stands beside a person ("anak saya 5 tahun"); a book of 5 or 10 years is none. */
const MARKED = new RegExp(
  `\\b(?:ber)?(?:umur|usia|aged?)(?:nya|ku)? (?:\\w+ )?(\\d{1,3}(?: ${UNIT})?)\\b`,
  'g',
)
const BESIDE = new RegExp(
  `\\b(paspor )?(?:anak|bayi|balita|putra|putri|adik|adek|cucu|ibu|bapak|ayah|mama|mamak|emak|papa|ortu|mertua|nenek|kakek|mbah|eyang|opa|oma|son|daughter|mother|father|saya)(?:nya|ku)?(?: (?:saya|kami|yang|perempuan|laki|kakung|putri|masih|sudah|baru|is))* (\\d{1,3} ${UNIT})\\b(?! (?:yang )?(?:lalu|lagi|ago))`,
  'g',
)
const ENGLISH = new RegExp(`\\b(\\d{1,3} ${UNIT}) old\\b`, 'g')
const IS = /\b(?:is|am|im|turned) (\d{1,3})(?= and\b| now\b|$)/g
/** Two of them are two people. */
const TWO = new RegExp(`\\b(\\d{1,3} ${UNIT}) (?:dan|sama|and) (\\d{1,3} ${UNIT})\\b`)
const ALONE = new RegExp(`^\\d{1,3} ${UNIT}\\b`)

function agesIn(text: string, asked: boolean): readonly number[] {
  const said = numeralsToDigits(normalise(text)).replace(/(\d)(?=[a-z])/g, '$1 ')
  const beside = [...said.matchAll(BESIDE)].filter(
    ([, passport, span = '']) => !(passport && /^(?:5|10) /.test(span)),
  )
  const spans = [
    ...[...said.matchAll(MARKED), ...said.matchAll(ENGLISH), ...said.matchAll(IS)].flatMap(
      ([, span]) => span ?? [],
    ),
    ...beside.flatMap(([, , span]) => span ?? []),
    ...(TWO.exec(said)?.slice(1) ?? []),
    ...(asked && ALONE.test(said) ? [said] : []),
  ]
  return [...new Set(spans.flatMap((span) => parseAge(span) ?? []))]
}
