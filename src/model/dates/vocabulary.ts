import { namesByForm } from '../words/groups.ts'

/** Words of dates as people type them, Indonesian, English and what is heard at the counters. Small letters, no marks. */

function numbersByWord(groups: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map([...namesByForm(groups)].map(([word, value]) => [word, Number(value)]))
}

/** 1 January … 12 December. */
export const MONTH_NUMBERS = numbersByWord({
  1: 'januari january jan',
  2: 'februari pebruari february feb peb',
  3: 'maret march mar mrt',
  4: 'april apr',
  5: 'mei may',
  6: 'juni june jun',
  7: 'juli july jul',
  8: 'agustus august agu ags agt aug agst',
  9: 'september sept sep',
  10: 'oktober october okt oct',
  11: 'november nopember nov nop',
  12: 'desember december des dec',
})

/** 0 Monday … 6 Sunday, as `weekdayNumber` counts. `minggu` is read apart: it also means "week". */
export const WEEKDAY_NUMBERS = numbersByWord({
  0: 'senin senen snin monday mon',
  1: 'selasa slasa tuesday tue tues',
  2: 'rabu rebo rabo wednesday wed',
  3: 'kamis kemis thursday thu thur thurs',
  4: 'jumat jumaat friday fri',
  5: 'sabtu saptu saturday sat',
  6: 'ahad sunday sun',
})

/** Days from today. */
export const RELATIVE_DAYS = numbersByWord({
  0: 'hariini sekarang skrg skrang today now',
  1: 'besok bsk bsok besuk beso sesuk esok isukan enjing ngesuk tomorrow tmr tmrw',
  2: 'lusa pageto',
  '-1': 'kemarin kemaren kmrn kmarin kmaren kmren kamari kamarin wingi yesterday',
  '-2': 'kemarinlusa',
})

/** Two words that count as one. */
export const DATE_PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:hari|hr|hri) ini\b/g, 'hariini'],
  [/\bthe day after tomorrow\b|\bday after tomorrow\b|\bbesok lusa\b/g, 'lusa'],
  [/\bthe day before yesterday\b|\bday before yesterday\b|\bkemarin lusa\b|\bkemarin dulu\b/g, 'kemarinlusa'],
  [/\bjum at\b/g, 'jumat'],
  // "minggu" is Sunday, unless it counts weeks or names one
  [/\bhari minggu\b/g, 'ahad'],
  [/(?<!\d )\bminggu\b(?! (?:depan|dpn|ini|lalu|lagi|ke))/g, 'ahad'],
  // the hour of a visit is no part of its date
  [/\b(?:jam|jm|pukul|pkl|at) \d{1,2}(?: \d\d)?\b/g, ''],
]
