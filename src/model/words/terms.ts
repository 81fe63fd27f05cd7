/** Names of papers and terms as people write them, for "X?", "X itu apa", "X dari mana", "X wajib?". Small letters, commas between. */

interface Term {
  /** `paper` of requirements.json, or ready answer of answers.json. */
  readonly kind: 'paper' | 'answer'
  readonly id: string
  readonly names: string
  /** The name alone is an answer or a wish: it counts only where something is asked about it. */
  readonly asked?: true
}

export const TERMS: readonly Term[] = [
  ...answers({
    'term-dukcapil':
      'dukcapil, disdukcapil, capil, dinas kependudukan, catatan sipil, dinas kependudukan dan catatan sipil',
    'term-ktp': 'ktp elektronik, e ktp, ektp, ktp el',
    'term-nik': 'nik, nomor ktp, nomor induk kependudukan',
    'term-kk': 'kk, kartu keluarga, family card',
    'term-birth-certificate':
      'akta lahir, akte lahir, akta kelahiran, akte kelahiran, surat lahir, birth certificate, akte, akta',
    'term-marriage-book':
      'buku nikah, surat nikah, akta nikah, akta kawin, akta perkawinan, surat kawin, marriage certificate, marriage book',
    'term-diploma': 'ijazah, ijasah, diploma',
    'term-baptism-letter':
      'surat baptis, surat permandian, surat serani, baptism letter, baptism certificate',
    'term-proxy':
      'surat kuasa, surat izin mewakili, surat mewakili, surat izin mewakili dengan meterai, letter of authority, power of attorney',
    'term-stamp': 'meterai, materai, matrai, materei',
    'term-splp': 'splp, surat jalan pulang, surat perjalanan laksana paspor',
    'term-recommendation': 'surat rekomendasi, rekomendasi, surat rekom, rekom',
    'term-affidavit': 'afidavit, affidavit, surat dua kewarganegaraan',
    'term-statement': 'surat pernyataan, statement letter',
    'term-mpaspor': 'm paspor, mpaspor, aplikasi m paspor, aplikasi mpaspor',
    'term-otp': 'otp, kode otp, kode rahasia, kode verifikasi, kode aktivasi, kode rahasia otp',
    'term-number':
      'nomor permohonan, nomor daftar, nomor pendaftaran, nomor registrasi, nomor pemohon, application number',
    'term-mpn': 'mpn, mpn g2, ntpn, kode mpn, penerimaan negara',
    'term-bap': 'bap, berita acara pemeriksaan',
    'term-fingerprints': 'biometrik, rekam biometrik, sidik jari, biometrics',
    'term-review': 'adjudikasi, ajudikasi, adjudication',
    'term-polycarbonate': 'polikarbonat, paspor polikarbonat, polycarbonate, e paspor polikarbonat',
    'term-embassy': 'kedutaan, kbri, kjri, konsulat, kedutaan besar, kedutaan indonesia, embassy',
    'term-ulp': 'ulp, unit layanan paspor, ukk, tempat layanan cabang',
    'term-mpp': 'mpp, mal pelayanan publik, mall pelayanan publik, mal pelayanan',
    apapo: 'apapo',
    'app-qr': 'qr, kode qr, qr code, barcode, surat pengantar',
    group: 'eazy passport, eazy paspor, easy passport, easy paspor',
    'code-where':
      'kodenya dari mana, kode dari mana, kode bayar dari mana, kode bayarnya dari mana, kodenya di mana',
  }),
  ...answers(
    {
      'term-office': 'kanim, kantor imigrasi, imigrasi',
      'term-plain': 'paspor biasa, paspor non elektronik, paspor reguler',
      'term-quota': 'kuota, jatah, jatah tempat, slot, quota',
      'term-interview': 'wawancara, interview',
      'pay-code': 'kode bayar, kode billing, billing, kode pembayaran, billing code',
      'kinds-electronic': 'e paspor, epaspor, paspor elektronik',
      'kinds-books': 'laminasi, paspor laminasi',
      express: 'percepatan, sehari jadi, paspor percepatan, layanan percepatan, paspor kilat',
      'priority-who': 'jalur khusus, jalur prioritas, prioritas, layanan prioritas',
    },
    true,
  ),
  ...papers({
    'gap-letter': 'surat keterangan tambahan, surat tambahan',
    'name-change-decree': 'penetapan ganti nama, surat ganti nama, surat penetapan ganti nama',
    naturalisation: 'surat kewarganegaraan indonesia, surat kewarganegaraan, surat naturalisasi',
    'old-passport': 'paspor lama, old passport',
    'old-passport-copy': 'fotokopi paspor lama',
    'damaged-passport': 'paspor yang rusak',
    'police-report':
      'surat hilang dari polisi, surat kehilangan, surat hilang, surat polisi, laporan polisi, police report, surat kehilangan dari polisi',
    'disaster-letter': 'surat keterangan musibah, surat musibah, surat bencana',
    'updated-papers': 'surat bukti perubahan data, bukti perubahan data, surat perubahan data',
    'moving-letter': 'surat pindah dari luar negeri, surat pindah luar negeri',
    'parents-ektp': 'ktp ayah dan ktp ibu, ktp ayah dan ibu, ktp orang tua',
    'parent-ektp': 'ktp ayah atau ibu',
    'parents-marriage': 'buku nikah ayah dan ibu, buku nikah orang tua',
    'parent-passport': 'fotokopi paspor ayah atau ibu, paspor orang tua',
    'substitute-statement': 'surat pernyataan pengganti',
    'custody-decision': 'putusan hak asuh, surat hak asuh, hak asuh, custody decision',
    'missing-statement': 'surat pernyataan orang tua',
    'death-certificate': 'akta kematian, akte kematian, surat kematian, death certificate',
    'death-certificates':
      'akta kematian ayah dan ibu, akta kematian orang tua, akta kematian, surat kematian',
    'guardian-papers': 'surat keluarga atau wali, surat wali, surat perwalian',
    'orphanage-letter': 'surat dari panti asuhan, surat panti',
    'escort-identity': 'ktp atau paspor pengantar, ktp pengantar',
    'escort-permission': 'surat izin orang tua, izin orang tua, surat izin orang tua dengan meterai',
    'dual-registration': 'bukti daftar dua kewarganegaraan',
    'parents-statement': 'surat pernyataan ayah dan ibu',
    'indonesian-parent-ektp': 'ktp orang tua yang warga indonesia',
    'foreign-parent-permit': 'izin tinggal orang tua asing',
    'parents-passports': 'paspor ayah dan ibu',
    'group-letter': 'surat dari pemimpin rombongan, surat pemimpin rombongan',
    'group-list': 'daftar nama rombongan',
  }),
]

function answers(names: Readonly<Record<string, string>>, asked?: true): Term[] {
  return Object.entries(names).map(([id, names]) => ({
    kind: 'answer',
    id,
    names,
    ...(asked ? { asked } : {}),
  }))
}

function papers(names: Readonly<Record<string, string>>): Term[] {
  return Object.entries(names).map(([id, names]) => ({ kind: 'paper', id, names }))
}

/** Papers of requirements.json that people call by the name of a term, and how they call it besides. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  'term-ktp': 'ektp: ktp|parents-ektp: ktp|parent-ektp: ktp',
  'term-kk': 'kk: kk',
  'term-birth-certificate': 'birth-certificate: akta',
  'term-marriage-book': 'marriage-book: buku nikah|parents-marriage: buku nikah',
  'term-diploma': 'diploma: ijazah',
  'term-baptism-letter': 'baptism-letter: surat baptis',
  'term-proxy': 'absent-letter: surat izin mewakili',
}

/** Every paper of requirements.json as people call it. */
export const PAPER_NAMES: readonly { readonly id: string; readonly names: readonly string[] }[] =
  TERMS.flatMap(({ kind, id, names }) => {
    const all = names.split(', ')
    if (kind === 'paper') return [{ id, names: all }]
    const papers = ALSO_CALLED[id]?.split('|').map((one) => one.split(': ')) ?? []
    return papers.map(([paper = '', name = '']) => ({ id: paper, names: [...new Set([name, ...all])] }))
  })
