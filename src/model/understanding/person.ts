import { ageBand, parseAge, type AgeBand, type AgeBandLimits } from '../dates/birth.ts'
import { numeralsToDigits } from '../words/numerals.ts'
import { normalise } from './normalise.ts'
import { isFrail, isGroup, namesSeveral, relationsIn, type Relation } from './relations.ts'

/** Whose passport a message speaks of. Bands only: an age is read, used and forgotten. */

export type PersonBand = AgeBand | 'frail' | 'group'

/** Whose passport it is, as far as the words say. */
export interface PersonEntities {
  /** One band, or the few the words leave open; empty when nobody, or people of several kinds, are named. */
  readonly bands: readonly PersonBand[]
  /** Grown up or not, where the words say so. */
  readonly who?: 'adult' | 'child'
  /** Who it is to the one who writes, where one person is named; `other` is also somebody else's: a neighbour, a villager. */
  readonly relation?: Relation
  /** More than one person: "saya dan istri", "2 anak", "kami sekeluarga". */
  readonly several?: true
}

/** Bands a relation leaves open where no age is told. */
const BANDS: Readonly<Record<Relation, readonly AgeBand[]>> = {
  toddler: ['toddler'],
  little: ['toddler', 'child'],
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
  if (isGroup(said)) return { bands: ['group'] }
  const relations = relationsIn(said, asked)
  const several = namesSeveral(text, said, relations)
  const kinds = several === 'mixed' ? [] : relations
  const bands = several === 'mixed' ? [] : bandsOf(relations, agesIn(text, asked), limits)
  const grownUp = bands.map((band) => band === 'adult' || band === 'elderly')
  const who = new Set(grownUp).size === 1 ? ({ who: grownUp[0] ? 'adult' : 'child' } as const) : {}
  return {
    bands: isFrail(said) ? ['frail'] : bands,
    ...who,
    ...(kinds.length === 1 && !several && { relation: kinds[0] }),
    ...(several && { several: true }),
  }
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

const UNIT = '(?:tahun|thn|th|taun|bulan|bln|years?|yrs?|yo|months?)'
/** An age says so ("umur 5"), or stands beside a person ("anak saya 5 tahun"); a book of 5 or 10 years is none. */
const MARKED = new RegExp(
  `\\b(?:ber)?(?:umur|usia|aged?)(?:nya|ku)? (?:\\w+ )?(\\d{1,3}(?: ${UNIT})?)\\b`,
  'g',
)
const BESIDE = new RegExp(
  `\\b(paspor )?(?:anak|nona|nyong|bayi|balita|bocah|bocil|budak|orok|dedek|putra|putri|adik|adek|cucu|ponakan|keponakan|suami|istri|ibu|bapak|ayah|mama|mamak|emak|papa|ortu|mertua|nenek|kakek|mbah|eyang|opa|oma|son|daughter|mother|father|saya)(?:nya|ku)?(?: (?:saya|kami|kita|kici|kecil|wadon|lanang|cowok|cewek|bontot|pertama|sulung|yang|perempuan|laki|kakung|putri|masih|sudah|baru|is))* (\\d{1,3} ${UNIT})\\b(?! (?:yang )?(?:lalu|lagi|ago))`,
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
