/** Words of the page of applications. */
export const APPLICATION_WORDS = {
  applications: 'Permohonan',
  applicationFind: 'Nomor permohonan',
  applicationLook: 'Cari',
  applicationNone: 'Tidak ada permohonan dengan nomor itu di sini.',
  applicationWrite: 'Tulis permohonan',
  applicationHint:
    'Tanggal lahir dan nama lengkap tidak disimpan: tanggal lahir hanya untuk mencocokkan, nama disamarkan. Untuk banyak baris, masukkan dari berkas.',
  applicationBirth: 'Tanggal lahir',
  applicationStatus: 'Status',
  applicationName: 'Nama',
  applicationVisit: 'Tanggal kedatangan',
  applicationInterview: 'Wawancara disetujui',
  applicationIssued: 'Paspor jadi',
  applicationKept: 'Disimpan. Yang minta dikabari diberi tahu bila statusnya berubah.',
} as const

export const APPLICATION_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: {
    DRAFT: 'Belum selesai diisi',
    MENUNGGU_PEMBAYARAN: 'Menunggu pembayaran',
    KADALUARSA: 'Kedaluwarsa',
    TERJADWAL: 'Terjadwal',
    DIJADWAL_ULANG: 'Dijadwal ulang',
    TIDAK_HADIR: 'Tidak hadir',
    WAWANCARA_FOTO: 'Wawancara dan foto',
    DIPERIKSA: 'Diperiksa',
    DITANGGUHKAN: 'Ditangguhkan',
    DITOLAK: 'Ditolak',
    DICETAK: 'Dicetak',
    SIAP_DIAMBIL: 'Siap diambil',
    DISERAHKAN: 'Diserahkan',
    DIBATALKAN: 'Dibatalkan',
  },
}

export const APPLICATION_PROBLEMS: Readonly<Record<string, string>> = {
  'not-an-application-number': 'itu bukan nomor permohonan',
  'not-a-number': 'itu bukan nomor permohonan',
  'identity-number': 'itu tampak seperti NIK, yang tidak kami simpan',
  'in-the-future': 'tanggal lahirnya belum lewat',
  'not-known': 'namanya tidak bisa dibaca',
}
