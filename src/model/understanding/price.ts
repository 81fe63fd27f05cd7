import { numeralsToDigits } from '../dates/vocabulary.ts'
import type { Fine } from '../payments/fees.ts'
import type { PassportKind } from '../facts/values.ts'
import { normalise } from './normalise.ts'
import { matchSymptom } from './symptom.ts'

/** What a message about money plainly says: which matter, and of a price its parts. */

export interface PriceEntities {
  readonly kind?: PassportKind
  readonly years?: 5 | 10
  readonly express?: true
  /** Through no fault of one's own: lost or damaged by it. */
  readonly disaster?: Extract<Fine, 'disaster'>
}

export type PaymentTopic = 'price' | 'where' | 'count' | 'over' | 'unsynced' | 'refund'

const ELECTRONIC = /\b(?:e ?paspor|elektronik|electronic|chip|cip|polikarbonat)\b/
const PLAIN = /\b(?:paspor biasa|yang biasa|non ?elektronik|non e|plain|ordinary|regular)\b/
const YEARS =
  /(?<!(?:umur|usia|aged?)(?:nya)? )\b(5|10) ?(?:tahun|thn|th|taun|year|years)\b(?! (?:old|lalu|yang lalu))/g
const DISASTER = /\b(?:musibah|bencana|banjir|kebanjiran|kebakaran|gempa|longsor|disaster|flood|fire)\b/
const EXPRESS = /\b(?:sehari jadi|jadi sehari|satu hari jadi|percepatan|kilat|express|same day|one day)\b/

export function extractPrice(text: string): PriceEntities {
  const said = numeralsToDigits(normalise(text))
  const kinds = [ELECTRONIC.test(said) && 'electronic', PLAIN.test(said) && 'plain'].filter(Boolean)
  const years = [...new Set([...said.matchAll(YEARS)].map(([, years]) => Number(years)))]
  return {
    ...(kinds.length === 1 && { kind: kinds[0] as PassportKind }),
    ...(years.length === 1 && { years: years[0] as 5 | 10 }),
    ...(EXPRESS.test(said) && { express: true }),
    ...(DISASTER.test(said) && { disaster: 'disaster' }),
  }
}

/** The first line that fits counts: narrow matters stand before wide ones. */
const MATTERS: readonly (readonly [PaymentTopic, RegExp])[] = [
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

export function classifyPaymentTopic(text: string): PaymentTopic | null {
  const said = normalise(text)
  const matter = MATTERS.find(([, words]) => words.test(said))?.[0] ?? null
  if (matter === 'where') return matter
  const symptom = matchSymptom(text)
  if (symptom === 'unsynced') return 'unsynced'
  if (symptom === 'expired' && CODE.test(said)) return 'over'
  return matter
}
