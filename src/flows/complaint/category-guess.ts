import { classifyComplaint } from '../../model/understanding/complaint.ts'
import { mentionsMisconduct } from '../../model/understanding/intent.ts'
import type { ComplaintLabel } from '../../model/understanding/labels.ts'
import { normalise } from '../../model/understanding/normalise.ts'
import { tokenize } from '../../model/understanding/tokenizer.ts'
import type { World } from '../engine/conversation.ts'

/** A story says what it is about: its category is written down and read back, and only asked for where it is not clear. */

/** Less likely than this (0–1) the person is asked, and less likely than that nothing is offered. */
const SURE = 0.5
const OFFERED = 0.2
/** Categories offered at most. */
const MOST = 4

/** Word families that tell categories of one label apart, the narrower first. */
const TOLD_APART: Readonly<Record<string, string>> = {
  'PAY-FORFEIT': 'hangus refund kembali',
  'PAY-EXPIRED': 'kedaluwarsa',
  'PAY-UNSYNC': 'sudah terpotong transfer',
  'PAY-PRICE': 'mahal biaya',
  'ACC-FAR': 'jauh',
  'ACC-DISABILITY': 'lansia',
  'FAC-ROOM': 'toilet ruang parkir kotor panas',
  'PRC-APPONLY': 'hp online',
  'DOC-EXTRA': 'syarat fotokopi',
  'INF-CONFLICT': 'beda informasi katanya petugas',
}

/** What wrong-doing is about, the narrower first; else money that was asked for. */
const WRONG_DOING: readonly (readonly [code: string, said: RegExp])[] = [
  // places that are sold, wherever they are offered
  [
    'INT-CALO',
    /\b(?:makelar\w*|nawani|(?:jual\w*|dijual|borong|diborong|sell\w*|sold)(?: \w+){0,3} (?:nomor|no|antri\w*|antre\w*|kuota|slots?|jadwal|queue)|(?:kuota|slot|nomor|antrian)(?: \w+){0,4} (?:dijual|diborong))\b/,
  ],
  [
    'INT-SCAM',
    /\b(?:tipu|(?:di|ke|ter|men?i)tipu|penipu\w*|nipu|(?:me)?ngaku\w*|rekening|me?nelp\w*|blokir|diblo\w*|kabur|scam\w*|pretend\w*|otp|tiktok|facebook|fb|instagram|ig|sms|di ?tele?pon|hilang kontak|bawa lari|whatsapp|wa|situs \w*|website|palsu|tiruan)\b/,
  ],
  [
    'INT-CALO',
    /\b(?:calo\w*|jasa|biro|agen\w*|agents?|travel|brokers?|perantara|orang dalam|kenalan|(?:di)?(?:me)?nawar\w*|ditawar\w*|offer\w*|nembak|tembak)\b/,
  ],
  ['INT-KKN', /\b(?:saudara|famili|keluarga|titipan|pejabat|nepotisme|anak buah)\b/],
  ['INT-PUNGLI', /./],
]

/** The category a story is about; else those it may be about, best first (none where nothing is likely). */
type Guess = { readonly category: string } | { readonly likely: readonly string[] }

export function guessCategory(world: World, story: string): Guess {
  const exists = (code: string) => world.categories.some((one) => one.code === code)
  const { category: label, categories, confidence } = classifyComplaint(story)
  const isExtortion = label === 'broker_extortion' && confidence >= SURE
  if (isExtortion || mentionsMisconduct(story)) return { category: wrongDoing(story, exists) }
  if (label === 'other' || confidence < OFFERED) return { likely: [] }
  const [best, ...others] = codesFor(world, label, story)
  if (best && others.length === 0 && confidence >= SURE) return { category: best }
  const all = categories.flatMap((one) => codesFor(world, one, story))
  const likely = [...new Set(all)].slice(0, MOST)
  const [only, ...rest] = likely
  // one alone is no choice: it is read back, and may be changed
  return only && rest.length === 0 ? { category: only } : { likely }
}

function wrongDoing(story: string, exists: (code: string) => boolean): string {
  const said = normalise(story)
  const [code] = WRONG_DOING.find(([one, words]) => exists(one) && words.test(said)) ?? []
  return code ?? 'INT-OTHER'
}

/** Categories of a label that the words do not tell apart: one where they do. */
function codesFor({ categories }: World, label: ComplaintLabel, story: string): readonly string[] {
  const fitting = categories.filter((one) => one.label === label).map(({ code }) => code)
  const words = new Set(tokenize(story))
  const apart = Object.entries(TOLD_APART).filter(([code]) => fitting.includes(code))
  const named = apart.find(([, families]) => families.split(' ').some((one) => words.has(one)))
  if (named) return [named[0]]
  return apart.length > 0 ? apart.map(([code]) => code) : fitting.slice(0, 1)
}
