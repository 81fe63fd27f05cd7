import { numeralsToDigits } from '../words/numerals.ts'
import type { Fine } from '../payments/fees.ts'
import type { PassportKind } from '../facts/values.ts'
import { normalise } from './normalise.ts'
import { EXPRESS_WORDS } from './case.ts'
import { matchFirst, matchOnly, type PatternTable } from './patterns.ts'
import { matchSymptom } from './symptom.ts'

/** What a message about money plainly says: which matter, and of a price its parts. */

interface PriceEntities {
  readonly kind?: PassportKind
  readonly years?: 5 | 10
  readonly express?: true
  /** Through no fault of one's own: lost or damaged by it. */
  readonly disaster?: Extract<Fine, 'disaster'>
}

/** What a message about money asks: the sum, the way to pay, the countdown, a lapsed code, a payment not recorded, money back. */
export type PaymentTopic = 'price' | 'where' | 'count' | 'over' | 'unsynced' | 'refund'

const KINDS: PatternTable<PassportKind> = [
  ['electronic', /\b(?:e ?paspor|elektronik|electronic|chip|cip|polikarbonat)\b/],
  ['plain', /\b(?:paspor biasa|yang biasa|non ?elektronik|non e|plain|ordinary|regular)\b/],
]
const YEARS =
  /(?<!(?:umur|usia|aged?)(?:nya)? )\b(5|10) ?(?:tahun|thn|th|taun|year|years)\b(?! (?:old|lalu|yang lalu))/g
const DISASTER = /\b(?:musibah|bencana|banjir|kebanjiran|kebakaran|gempa|longsor|disaster|flood|fire)\b/
const EXPRESS = new RegExp(`\\b(?:${EXPRESS_WORDS}|one day)\\b`)

/** The parts of a price that a message names; words that contradict one another say nothing. */
export function extractPrice(text: string): PriceEntities {
  const said = numeralsToDigits(normalise(text))
  const kind = matchOnly(KINDS, said)
  const [span, ...others] = new Set([...said.matchAll(YEARS)].map(([, years]) => years))
  return {
    ...(kind && { kind }),
    ...(span && others.length === 0 && { years: span === '5' ? 5 : 10 }),
    ...(EXPRESS.test(said) && { express: true }),
    ...(DISASTER.test(said) && { disaster: 'disaster' }),
  }
}

/** Narrower topics first. */
const TOPICS: PatternTable<PaymentTopic> = [
  ['unsynced', /\b(?:ke|ter)potong\b|\bdidebet\b/],
  ['over', /\b(?:kode|billing|code)\b.*\b(?:expired|hangus|habis|mati|kadaluarsa|kedaluwarsa)\b/],
  ['refund', /\b(?:uang(?:nya)? (?:\w+ ){0,2}kembali|dikembalikan|refund|money back)\b/],
  [
    'where',
    /\b(?:bayar|transfer)\w* (?:\w+ ){0,3}(?:(?:di |ke )?mana|(?:lewat|via|pakai) (?:apa|mana)|indomaret|indomart|alfamart|alfa|minimarket|bank|bca|bri|bni|mandiri|bsi|qris|atm|pos|cash|tunai|gopay|dana|ovo|livin|brimo)\b|\b(?:cara|gimana|bagaimana) (?:\w+ )?bayar\w*\b|\b(?:where|how) (?:do i |to |can i |should i )?pay\b/,
  ],
  ['count', /\b(?:kode (?:bayar|billing)|billing)(?:nya)? (?:sudah |baru )?(?:keluar|ada|dapat|terbit)\b/],
  [
    'price',
    /\b(?:berapa(?! (?:hari|lama|jam|minggu|bulan|kali|orang))|biaya|mahal|murah|duit|cost|price|fee|much|denda|fine)\b/,
  ],
]

/** What may run out besides a passport. */
const CODE = /\b(?:bayar|dibayar|kode|billing|tagihan|waktu|payment|code)\b/

/** What a message about money asks for; null when none is clear. */
export function classifyPaymentTopic(text: string): PaymentTopic | null {
  const said = normalise(text)
  const matter = matchFirst(TOPICS, said)
  if (matter === 'where') return matter
  const symptom = matchSymptom(text)
  if (symptom === 'unsynced') return 'unsynced'
  if (symptom === 'expired' && CODE.test(said)) return 'over'
  return matter
}
