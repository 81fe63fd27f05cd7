import { z } from 'zod'
import { anybody, pattern, peopleIn, saying } from './person.ts'
import { turn } from './topics.ts'

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
const complainer = anybody.extend({
  /** Whoever has something to report gives up later than one who asks. */
  patience: z.int().default(12),
  asks: z.array(matter).min(1),
})

export type Matter = z.infer<typeof matter>
/** Somebody with something to report, with the file they stand in. */
export type Complainer = z.infer<typeof complainer> & { readonly subject: string }

/** Everybody with something to report, in the order of the files, with what all of them have in common. */
export function complainers(): Complainer[] {
  return peopleIn('complainers/', complainer).map((person, place) => {
    const wanted = person.asks.map(({ wants }) => wants)
    const reports = wanted.some(({ kinds }) => kinds.includes('complaint'))
    const isFor = wanted[0]!.kinds[0] === 'human' ? 'human' : 'complaint'
    return {
      ...person,
      picks: [
        ...person.picks,
        ...labelsFor(
          wanted.flatMap(({ categories }) => categories),
          reports,
        ),
      ],
      knows: { ...(reports ? STAY[person.speaks] : {}), ...person.knows },
      otherwise: [...person.otherwise, ...(reports ? [turn(WISH[person.speaks][isFor], place)] : [])],
    }
  })
}

/** Before they give up people say what they came for: to report, or to speak with somebody. */
const WISH = {
  id: {
    complaint: [
      'sy mau lapor',
      'mau komplain pak',
      'ini laporan bukan tanya',
      'saya mau mengadu',
      'lapor ini',
    ],
    human: ['tolong sambungkan petugas', 'bisa ngomong sama petugas langsung?', 'minta petugasnya pak'],
  },
  en: { complaint: ['I want to complain'], human: ['please let me talk to an officer'] },
} as const
/** Who wants to report does not leave the report they are in, and takes it up again. */
const STAY = {
  id: { leave: ['jangan, lanjut', 'lanjutkan'], resume: ['lanjut', 'lanjutkan saja'] },
  en: { leave: ['no, go on', 'go on'], resume: ['go on', 'continue'] },
}

/** What people take their matter for when they see it on a list, by the beginnings of codes; kept wide, as lists may be worded anew. */
const LABELS: readonly (readonly [string, RegExp])[] = [
  ['INT-CALO', /\bcalo|perantara|broker/iu],
  ['INT-SCAM', /tipu|penipu|palsu|scam|fraud|fake/iu],
  ['INT-PUNGLI', /diminta uang|pungli|pungutan|uang tambahan|asked for (extra )?money|bribe/iu],
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
]

/** Patterns for the first code they would be filed under, then for the next; the list of lists comes last. */
function labelsFor(codes: readonly string[], reports: boolean): RegExp[] {
  const isFor = (label: string, code: string) => code.startsWith(label) || label.startsWith(code)
  const own = codes.flatMap((code) => LABELS.filter(([label]) => isFor(label, code)))
  const any = [
    /^(layanan kantor|office service|lain\b|other)|lain-lain|hal lain/iu,
    /^(benar|right|correct)$/iu,
  ]
  return [...own.map(([, label]) => label), ...any, ...(reports ? [/\b(me)?lapor|\breport/iu] : [])]
}
