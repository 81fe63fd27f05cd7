import { normalise } from './normalise.ts'
import { classifyIntent } from './intent.ts'
import { matchFirst, type PatternTable } from './patterns.ts'

/** Questions that one ready answer of the library settles, the narrower ones first. */
const QUESTIONS: PatternTable<string> = [
  [
    'pickup-proxy',
    /\b(?:di|me)?ambil\w* (?:\w+ ){0,3}(?:orang lain|suami|istri|keluarga|saudara|teman|wakil|diwakilkan|adik|kakak|anak|ibu saya|bapak saya|orang tua)\b|\b(?:ambil\w*|pengambilan) (?:\w+ ){0,3}(?:diwakilkan|diwakili|wakil)\b|\bsuruh (?:\w+ ){1,3}(?:meng)?ambil\w*\b|\b(?:somebody|someone) else (?:\w+ ){0,2}(?:collect|pick)\b|\b(?:husband|wife|friend) (?:\w+ ){0,2}(?:collect|pick)\b/,
  ],
  [
    'pickup-self',
    /\b(?:bawa|syarat|dokumen|surat)\w* (?:\w+ ){0,4}(?:meng|di)?ambil\w*\b|\b(?:meng)?ambil\w* (?:\w+ ){0,2}(?:harus |perlu |mesti )?(?:bawa|syarat)\b|\bbring (?:\w+ ){0,3}(?:collect|pick up)\b/,
  ],
  [
    'pickup-limit',
    /\b(?:batas|sampai kapan|paling lama|paling lambat) (?:\w+ ){0,3}(?:di|peng|meng)?ambil\w*\b|\b(?:tidak|belum|telat|lupa|terlambat) (?:di|meng)?ambil\b/,
  ],
  [
    'pickup-post',
    /\b(?:kirim|dikirim|diantar|antar) (?:\w+ ){0,3}(?:pos|rumah|alamat)\b|\b(?:bisa|boleh) (?:\w+ )?(?:dikirim|diantar)\b|\bby post\b/,
  ],
  [
    'issue-days',
    /\bberapa (?:hari|lama)\w* (?:\w+ ){0,3}(?:jadi|selesai|proses|bikin|buat|kelar|cetak)\w*\b|\b(?:jadi|selesai|kelar|proses)\w* (?:\w+ ){0,2}berapa (?:hari|lama)\b|\bhow (?:long|many days)\b/,
  ],
  [
    'pay-time',
    /\b(?:batas|berapa jam|berapa lama) (?:\w+ ){0,2}(?:bayar|dibayar)\w*\b|\bbayar\w* (?:\w+ ){0,2}berapa jam\b|\bterakhir bayar\b|\bhow long (?:\w+ ){0,3}pay\b/,
  ],
  [
    'kinds-electronic',
    /\b(?:beda\w*|lebih|kelebihan|keuntungan|bagus|apa itu) (?:\w+ ){0,3}e ?paspor\b|\be ?paspor (?:\w+ ){0,3}(?:beda\w*|itu apa)\b/,
  ],
  [
    'validity',
    /\b(?:berlaku|masa berlaku)\w* (?:\w+ ){0,3}(?:berapa|brp) (?:tahun|lama)\b|\bhow long (?:\w+ ){0,3}valid\b/,
  ],
  [
    'papers-anywhere',
    /\b(?:beda|luar|lain) (?:kota|daerah|domisili|provinsi)\b|\bktp (?:\w+ ){0,2}(?:daerah|luar|depok|jakarta|bandung|surabaya|medan)\b|\b(?:bikin|buat|urus) (?:\w+ ){0,3}(?:kota lain|mana saja)\b/,
  ],
  [
    'papers-ktp',
    /\b(?:tidak|belum) (?:punya|ada|jadi) (?:e )?ktp\b|\bktp (?:\w+ ){0,2}(?:belum (?:jadi|ada)|tidak ada)\b/,
  ],
  [
    'papers-bring',
    /\b(?:asli|fotokopi|fotocopy|fotocopian) (?:\w+ ){0,2}(?:atau|apa) (?:\w+ ){0,2}(?:asli|fotokopi|fotocopy)\b/,
  ],
  [
    'child-absent',
    /\b(?:ayah|ibu|bapak|mama|papa|suami|istri|orang tua)\w* (?:\w+ ){0,2}(?:tidak bisa|tidak ikut|berhalangan)\b/,
  ],
  [
    'priority-how',
    /\b(?:hamil|lansia|difabel|disabilitas|balita|bayi) (?:\w+ ){0,3}langsung\b|\btidak (?:kuat|sanggup|bisa) (?:antre|berdiri|jalan)\b/,
  ],
  [
    'papers-same',
    /\bbeda (?:nama|data)\b|\b(?:nama|data|tanggal lahir)(?:nya)? (?:\w+ ){0,3}(?:beda|berbeda|tidak sama)\b/,
  ],
  ['outside-ombudsman', /\bombudsman\b/],
  ['outside-lapor', /\bsp ?4n\b|\b(?:situs|sms|aplikasi|website) lapor\b|\blapor go id\b/],
  ['outside-saber', /\bsaber pungli\b/],
  ['priority-who', /\bjalur (?:khusus|prioritas)\b|\bpriority lane\b/],
]

/** The ready answer (`answers.json`) that a question asks for; null when none is clear. */
export function matchQuestion(text: string): string | null {
  const said = normalise(text)
  if (said.length > LONGEST) return null
  const id = matchFirst(QUESTIONS, said)
  if (!id) return null
  if (id.startsWith('outside-') && ASKS.test(said)) return id
  // who complains is not put off with an answer
  return classifyIntent(text)?.intent === 'complaint' ? null : id
}

/** Who names a place to complain to may only ask about it. */
const ASKS = /\b(?:masih|msh|nomor|nomer|berapa|syarat|bagaimana|apa itu|number|how|still)\w*\b/

/** Longer than any question (characters): a story. */
const LONGEST = 120
