import { z } from 'zod'
import { anybody, pattern, peopleIn, saying } from './person.ts'

/** What must stand at the desk in the end, for one matter of somebody who has something to report. */
const wants = z.strictObject({
  /**
   * What is right: a complaint, a ticket for a person, the same ticket `again` (more told, or opened anew), or `none` - told what
   * `tells` asks for, nothing sent. Several: each of them is.
   */
  kinds: z.array(z.enum(['complaint', 'human', 'again', 'none'])).min(1),
  /** Codes, or beginnings of codes (`INT-`), that a fair officer would file it under; empty: any. */
  categories: z.array(z.string()).default([]),
  /** The code of the office it is about; null: any. */
  office: z.string().nullable().default('KPG'),
  /** Only supervisors may read it: must, must not, or either. */
  confidential: z.boolean().nullable().default(null),
  /** What officers must find in the story; the first gives the matter away, from there on it is known what this is. */
  story: z.array(pattern).default([]),
  /** What was sent and must be with the ticket. */
  files: z.int().default(0),
  /** What the replies must have told by the end. */
  tells: z.array(pattern).default([]),
  /** What no reply may say. */
  never: z.array(pattern).default([]),
})

const matter = saying.extend({ wants })
const complainer = anybody.extend({ asks: z.array(matter).min(1) })

export type Matter = z.infer<typeof matter>
/** Somebody with something to report, with the file they stand in. */
export type Complainer = z.infer<typeof complainer> & { readonly subject: string }

/** Everybody with something to report, in the order of the files. */
export function complainers(): Complainer[] {
  return peopleIn('complainers/', complainer).map((person) => ({
    ...person,
    picks: [...person.picks, ...labelsFor(person.asks.flatMap(({ wants: { categories } }) => categories))],
  }))
}

/** What people take their matter for when they see it on a list, by the beginnings of codes; kept wide, as lists may be worded anew. */
const LABELS: readonly (readonly [string, RegExp])[] = [
  ['INT-CALO', /\bcalo|perantara|broker/iu],
  ['INT-SCAM', /tipu|palsu|scam|fraud|fake/iu],
  ['INT-PUNGLI', /diminta uang|pungli|pungutan|uang tambahan|asked for money|bribe/iu],
  ['INT-STAFF', /petugas.*(calo|curang|main)|staff.*broker|orang dalam/iu],
  ['INT-KKN', /kenalan|titip|keluarga|favou?r|orang dalam|KKN/iu],
  ['STF-RUDE', /kasar|tidak sopan|sikap|marah|rude/iu],
  ['INT-', /calo|pungli|broker|bribe/iu],
  ['STF-RUDE', /calo, pungli, petugas|brokers, bribes, staff/iu],
  ['APP-OTP', /kode|OTP|code/iu],
  ['APP-LOGIN', /tidak bisa masuk|sign in|log ?in/iu],
  ['APP-DOWN', /error|lambat|gangguan|slow/iu],
  ['SYS-', /gangguan|error|lambat|slow/iu],
  ['NET-', /jaringan|sinyal|error|lambat|network/iu],
  ['APP-UPLOAD', /kirim foto|unggah|upload|photo/iu],
  ['APP-HOWTO', /bingung|cara pakai|how to/iu],
  ['LIT-', /bingung|cara pakai|how to/iu],
  ['DEV-', /HP|phone/iu],
  ['QUO-', /jatah.*(penuh|habis)|penuh|full|jatah/iu],
  ['SCH-RESCHED', /ganti (jadwal|hari)|chang(e|ing)/iu],
  ['SCH-MISMATCH', /jam.*(tidak|beda|sesuai)|hour|booked/iu],
  ['SCH-PICK', /pilih|choos/iu],
  ['QUE-', /antr|queue/iu],
  ['PAY-UNSYNC', /sudah bayar|belum (masuk|tercatat)|paid/iu],
  ['PAY-EXPIRED', /kode bayar|habis waktu|kedaluwarsa|expired/iu],
  ['PAY-FORFEIT', /hangus|lost/iu],
  ['PAY-PRICE', /harga|biaya|price/iu],
  ['DOC-', /surat|papers/iu],
  ['DAT-', /data|NIK|nomor KTP/iu],
  ['TIM-', /belum jadi|terlambat|lama|late|not ready/iu],
  ['PRN-', /belum jadi|cetak|late|not ready/iu],
  ['PIC-', /ambil|collect|pick/iu],
  ['INF-', /beda|informasi|penjelasan|keterangan|differ|told/iu],
  ['PRC-', /berbelit|bolak|rumit|prosedur|ulang|complicated/iu],
  ['FAC-', /ruang|toilet|tempat|room|place/iu],
  ['ACC-DISABILITY', /difabel|disab/iu],
  ['ACC-FAR', /jauh|far/iu],
  ['STF-SHORT', /petugas kurang|loket|few/iu],
  // the lists of lists
  ['APP-', /aplikasi|app\b/iu],
  ['DEV-', /aplikasi|app\b/iu],
  ['QUO-', /jadwal|schedule/iu],
  ['SCH-', /jadwal|schedule/iu],
  ['PAY-', /bayar|pay/iu],
  ['TIM-', /paspor belum jadi|not ready/iu],
  ['PIC-', /paspor belum jadi|not ready/iu],
  ['', /^(layanan kantor|office service|lain\b|other)|lain-lain/iu],
  ['', /^lapor|^report/iu],
  ['', /^(selesai|benar|done|right|correct)$/iu],
]

function labelsFor(codes: readonly string[]): RegExp[] {
  const isFor = (label: string) => codes.some((code) => code.startsWith(label) || label.startsWith(code))
  return LABELS.filter(([label]) => isFor(label) || label === '').map(([, label]) => label)
}
