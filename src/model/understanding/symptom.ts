import { normalise } from './normalise.ts'
import { matchFirst, type PatternTable } from './patterns.ts'

/** What goes wrong in the app, by tell-tale words, the narrower symptoms first. */
const SYMPTOMS: PatternTable<string> = [
  ['otp', /\b(otp|kode (rahasia|verifikasi|email|tidak|belum)|verifikasi email|secret code|code)\b/],
  [
    'shared-account',
    /\bakun (pinjaman|kantor|orang lain|teman)\b|\bpinjam akun\b|\b(shared|borrowed) account\b/,
  ],
  ['iphone', /\b(iphone|ios|app store)\b/],
  [
    'unsynced',
    /\b(sudah|telah) ((di)?bayar|transfer)\b.*\b(belum|tidak|menunggu|kedaluwarsa|kadaluarsa|expired)\b|\bbelum tercatat\b|\bpaid but\b|\bnot recorded\b/,
  ],
  [
    'expired',
    /\b(bayar|billing|tagihan)\b.*\b(habis|hangus|mati|lewat)\b|\b(expired|kedaluwarsa|kadaluarsa|kadaluwarsa)\b/,
  ],
  [
    'old-phone',
    /\b(hp|handphone|android|phone)\b.*\b(lama|jadul|penuh|old|full)\b|\b(memori|penyimpanan|storage)\b|\bjadul\b/,
  ],
  ['ghost', /\b(penuh|habis)\b.*\b(padahal|tapi|ternyata)\b|\bfull\b.*\bbut\b/],
  ['full', /\b(penuh|kuota|jatah|antrean habis|full|no places|no slots)\b|\btanggal (tidak|belum)\b/],
  [
    'no-office',
    /\bkantor(nya)?\b.*\b(tidak|hilang|kosong)\b|\btidak ada kantor\b|\boffice\b.*\b(not|missing|gone)\b/,
  ],
  ['identity', /\b(identitas|nik|dukcapil|nomor ktp|identity|id number)\b/],
  [
    'wrong-data',
    /\b(salah|keliru|typo) (isi|ketik|tulis|input|data|nama|tanggal)\b|\bdata\b.*\b(salah|keliru|wrong)\b|\bwrong (data|name|date)\b/,
  ],
  ['upload', /\b(upload|unggah|mengunggah|foto|gambar|scan|berkas|photos?|pictures?)\b/],
  [
    'login',
    /\b(masuk(?! rumah| kerja| sekolah)|sandi|password|akun(?! (?:\w+ ){0,5}(?:orang|keluarga))|account|sign in|log in)\b/,
  ],
  [
    'down',
    /\b(lemot|lambat|lelet|error|eror|server|down|gangguan|hang|dibuka|terbuka|crash(?:es|ing)?|loading|muter|blank|slow|stuck|keluar sendiri)\b/,
  ],
]

/** The symptom of `first-aid.json` that a message speaks of; null when none is clear. */
export function matchSymptom(text: string): string | null {
  return matchFirst(SYMPTOMS, normalise(text))
}
