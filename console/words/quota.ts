/** Words of the page of places. */
export const QUOTA_WORDS = {
  quota: 'Kuota',
  quotaIntro:
    'Tulis sisa tempat seperti yang Anda lihat. Pemohon membacanya beserta jam menulisnya, dan yang minta dikabari diberi tahu bila ada tempat.',
  quotaNone: 'Belum ada yang ditulis.',
  quotaDay: 'Tanggal',
  quotaHalf: 'Sesi',
  quotaLane: 'Jalur',
  quotaUnit: 'Tempat layanan',
  quotaLeft: 'Sisa tempat',
  quotaWritten: 'Ditulis',
  quotaKept: 'Disimpan. Pemohon sudah bisa membacanya.',
  full: 'penuh',
} as const

export const QUOTA_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  half: { day: 'Sepanjang hari', morning: 'Pagi', afternoon: 'Siang' },
  lane: { regular: 'Biasa', express: 'Percepatan', priority: 'Prioritas', bap: 'BAP (hilang, rusak)' },
  unit: { office: 'Kantor', ulp: 'ULP', mpp: 'MPP', ukk: 'UKK' },
}

/** Why a row was not taken. */
export const QUOTA_PROBLEMS: Readonly<Record<string, string>> = {
  past: 'tanggalnya sudah lewat',
  missing: 'ada isian yang kosong',
  'not-a-day': 'tanggalnya tidak ada',
  'not-a-count': 'sisa tempat harus angka 0 sampai 10.000',
  formula: 'sisa tempat harus angka 0 sampai 10.000',
  'not-your-office': 'ini kantor lain',
}
