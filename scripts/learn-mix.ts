import { chance, type Chance, type Example } from './learn-weights.ts'

/** People greet, thank and swear around what they want: each example also comes dressed like that, with its label unchanged. */

const BEFORE =
  'halo min|selamat pagi pak|assalamualaikum|permisi pak|mau tanya|maaf mau nanya|pak|min|kak|siang bu|halo kak saya mau tanya|tolong|mohon maaf|hi|izin tanya|punten'.split(
    '|',
  )
const AFTER =
  'ya|dong|terima kasih|makasih kak|mohon infonya|tolong dibantu|min|pak|tks|mohon bantuannya|gimana ya|solusinya gimana ya|mohon penjelasannya'.split(
    '|',
  )
const ANGRY =
  'aplikasi sampah|parah banget|tolong diperbaiki|payah|mau bikin paspor saja susah|aplikasi tidak berguna|kecewa|gimana ini|katanya mempermudah malah mempersulit|ribet banget|capek|mohon solusinya|aplikasinya jelek|pelayanan buruk|dari kemarin|saya mau perpanjang paspor di kantor imigrasi|bikin emosi|aplikasi aneh|udah coba berkali kali|tolong dong|lebih baik offline saja|kasihan rakyat|bintang satu|saya sudah daftar online|memang aplikasi pemerintah ya begini'.split(
    '|',
  )
const BROKER =
  'mending pakai calo|ujung ujungnya lewat calo|sengaja biar pakai calo|kalau lewat calo gampang|biar lewat calo ya|orang dalam saja yang cepat|jangan jangan biar bisa pungli|pantas calo laku|calo malah lancar'.split(
    '|',
  )
const ANGER =
  'kecewa sekali|saya kecewa|parah banget|pelayanan buruk|jelek sekali|mau komplain|payah sekali|aplikasi sampah|saya mau lapor|kapok|sangat mengecewakan|bikin emosi'.split(
    '|',
  )
/** Told in anger, these are complaints first. */
const GRIEVANCES = new Set(['status', 'quota', 'app_problem_help', 'payment', 'reschedule'])
/** What they are about is said by the whole message: little is put around them. */
const SOCIAL = new Set(['menu', 'human', 'stop_or_cancel', 'other_out_of_scope'])
const BARE = new Set(['greeting', 'thanks'])
const ROUNDS = [1, 2, 3]

export function mixIntents(rows: readonly Example[]): Example[] {
  return [...rows, ...ROUNDS.flatMap((round) => rows.flatMap((row) => dressedIntent(row, dice(row, round))))]
}

/** Complaints also come two at once; a word about brokers comes with any of them, and weighs most. */
export function mixComplaints(rows: readonly Example[]): Example[] {
  const clear = rows.filter(({ labels }) => labels[0] !== 'other')
  return [
    ...rows,
    ...ROUNDS.flatMap((round) => clear.flatMap((row) => dressedComplaint(row, clear, dice(row, round)))),
  ]
}

/** Each example has numbers of its own: a new one leaves the others as they were. */
export function dice({ text }: Example, round: number): Chance {
  let seed = round * 7919
  for (const letter of text) seed = (seed * 31 + letter.codePointAt(0)!) % 2147483648
  const pick = chance(seed)
  pick(1)
  return pick
}

function dressedIntent(row: Example, pick: Chance): Example[] {
  const one = (list: readonly string[]) => list[pick(list.length)]!
  const label = row.labels[0]!
  if (BARE.has(label)) return []
  if (SOCIAL.has(label)) return pick(3) > 0 ? [{ ...row, text: `${one(BEFORE)} ${row.text}` }] : []
  const how = pick(GRIEVANCES.has(label) ? 5 : 3)
  if (how > 2) {
    const anger = one(ANGER)
    return [
      { labels: ['complaint', label], text: pick(2) ? `${anger}, ${row.text}` : `${row.text}. ${anger}` },
    ]
  }
  const before = how === 1 ? '' : `${one(BEFORE)} `
  return [{ ...row, text: `${before}${row.text}${how === 0 ? '' : ` ${one(AFTER)}`}` }]
}

function dressedComplaint(row: Example, others: readonly Example[], pick: Chance): Example[] {
  const one = (list: readonly string[]) => list[pick(list.length)]!
  const [first, second] = [one(ANGRY), one(ANGRY)]
  const texts = [
    `${first}. ${row.text}`,
    `${row.text}, ${first}`,
    `${first}, ${row.text}. ${second}`,
    `${first}. ${second}. ${row.text}`,
  ]
  const angry = { ...row, text: one(texts) }
  const how = pick(6)
  if (how === 5) return [angry, both(['broker_extortion'], row, `${first}. ${row.text}, ${one(BROKER)}`)]
  if (how > 1) return [angry]
  const other = others[pick(others.length)]!
  return [angry, both(row.labels, other, `${row.text}. ${first}. ${other.text}`)]
}

function both(labels: readonly string[], other: Example, text: string): Example {
  return { labels: [...new Set([...labels, ...other.labels])], text }
}
