import type { AgeBandLimits } from '../dates/birth.ts'
import { normalise } from './normalise.ts'
import { matchAll, matchOnly, type PatternTable } from './patterns.ts'
import { extractPerson, type PersonEntities } from './person.ts'
import type { CaseAnswers } from '../requirements/table.ts'

/** What a message plainly says of a passport case. Words that contradict one another say nothing: then it is asked. */

export interface CaseEntities extends PersonEntities {
  /** Answers to questions of the requirements table, by its own ids. */
  readonly answers: CaseAnswers
  /** How they come: `no-phone`, `express`, `weekend`. */
  readonly way?: string
}

/** Losses and damages of other things, and what did not happen. */
const ASIDE =
  /\b(?:ktp|kk|akta|akte|ijazah|hp|handphone|email|akun|bukti \w+|kode|dompet|kartu\w*|aplikasi|mpaspor)(?: \w+)? (?:hilang|rusak|habis|mati|penuh|expired|lost|broken)\b|\b(?:tidak|bukan|belum) (?:hilang|rusak|habis|mati|berubah|expired)\b|\bnot (?:lost|damaged|expired)\b/g

const LOST =
  /\b(?:k?e?hilang\w*|ilang|dicuri|kecurian|kecopetan|dicopet|dirampok|kerampokan|tercecer|raib|lost|stolen)\b/
const COUNTRIES =
  'malaysia|singapura|singapore|brunei|thailand|vietnam|filipina|kamboja|timor leste|dili|hong ?kong|taiwan|korea|jepang|japan|china|cina|tiongkok|india|arab|saudi|mekah|makkah|mekkah|madinah|jeddah|dubai|qatar|kuwait|oman|turki|turkey|mesir|australia|belanda|jerman|inggris|perancis|amerika|eropa|europe'
const ABROAD = new RegExp(
  `\\b(?:di luar nege?ri|abroad|overseas|(?:di|in) (?:bandara |hotel |negara )?(?:${COUNTRIES}))\\b`,
)
/** A country that is named may also be where the journey goes. */
const ELSEWHERE = new RegExp(`\\b(?:luar nege?ri|changi|${COUNTRIES})\\b`)

/** What for. `new` in its weak form ("paspor baru") is only what is wanted instead of the old one. */
const WHAT: PatternTable<string> = [
  ['lost', LOST],
  [
    'damaged',
    /\b(?:rusak\w*|sobek|robek|basah|kebanjiran|kena banjir|luntur|(?:ke|ter)bakar|(?:ke|ter)cuci|dimakan rayap|damaged|torn|wet|burnt)\b/,
  ],
  [
    'change',
    /\bganti (?:nama|data|tempat lahir|tanggal lahir|alamat)\b|\b(?:data|nama)(?:nya)? (?:\w+ )?berubah\b|\bchange (?:my |of |the )?(?:name|data)\b|\bmarried name\b/,
  ],
  [
    'replace',
    /\b(?:mem)?perpanjang\w*\b|\bpanjangin\b|\bganti (?:e )?paspor\b|\bpenggantian\b|\b(?:kadaluarsa|kadaluwarsa|kedaluwarsa|expired|renew\w*)\b|\b(?:paspor|masa berlaku|berlaku|halaman|lembar)(?:nya|ku)? (?:\w+ ){0,3}(?:habis|mati|penuh)\b|\bpaspor full\b/,
  ],
]
const NEW_PLAIN =
  /\b(?:pertama kali|paspor pertama|belum pernah (?:punya|bikin|buat)|belum (?:punya|ada|bikin|buat)(?: \w+)? paspor|first (?:time|paspor)|never had)\b/
const NEW_WEAK = /\b(?:paspor baru|(?:bikin|buat) baru|new paspor)\b/

const SPECIAL: PatternTable<string> = [
  ['umrah', /\b(?:umrah|umroh|haji|hajj)\b/],
  ['worker', /\b(?:tki|tkw|pmi|kerja (?:di |ke )?luar negeri|work abroad)\b/],
  [
    'study',
    /\b(?:magang|kuliah|sekolah|beasiswa) (?:di |ke )?luar negeri\b|\bstudy abroad\b|\bkuliah di luar\b/,
  ],
]

/** The fast lane, in words that mean nothing else (pattern). */
export const EXPRESS_WORDS = 'sehari jadi|jadi sehari|satu hari jadi|percepatan|kilat|express|same day'

const WAYS: PatternTable<string> = [
  [
    'no-phone',
    /\b(?:tidak (?:punya|ada)|tanpa) (?:hp|handphone|android|smartphone)\b|\bhp jadul\b|\bno (?:smart)?phone\b/,
  ],
  ['express', new RegExp(`\\b(?:${EXPRESS_WORDS}|buru buru|mendesak|urgent)\\b`)],
  ['weekend', /\b(?:akhir pekan|hari sabtu|hari minggu|weekend)\b/],
]

/** `asked`: the question was for whom. `limits`: where age bands change at the office; null: ages are not used. */
export function extractCase(text: string, limits: AgeBandLimits | null, asked = false): CaseEntities {
  const said = normalise(text).replace(ASIDE, ' ')
  const what = whatSaid(said)
  const special = what === 'new' || what === undefined ? matchOnly(SPECIAL, said) : undefined
  const way = matchOnly(WAYS, said)
  return {
    ...extractPerson(text, limits, asked),
    answers: { ...(what && { what }), ...(special && { special }) },
    ...(way && { way }),
  }
}

function whatSaid(said: string): string | undefined {
  const found = matchAll(WHAT, said)
  if (found.length > 1) return undefined
  if (NEW_PLAIN.test(said)) return found.length === 0 ? 'new' : undefined
  if (found[0] === 'lost') return whereLost(said)
  return found[0] ?? (NEW_WEAK.test(said) ? 'new' : undefined)
}

function whereLost(said: string): string | undefined {
  if (ABROAD.test(said)) return 'lost-abroad'
  return ELSEWHERE.test(said) ? undefined : 'lost'
}
