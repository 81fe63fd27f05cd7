import { describe, expect, test } from 'vitest'
import { readYesNo } from '../../../../src/model/understanding/answers/yes-no.ts'

describe('yes', () => {
  test.each([
    'ok', 'iya lah', 'muhun', 'leres', 'yo bener', 'inggih', 'betul pak', 'sip', 'boleh', 'gas', 'mau', 'sudah', 'ya',
    'Y', 'iyaaa', 'yes please', 'yup', 'benar bu', 'iya betul', 'sudah bayar', 'ada', 'ada semua', 'punya', 'oke siap',
    'setuju', 'ya mau dong', 'hooh', 'enya', 'nggih mas', 'iyo', 'tentu saja', 'su ada', '👍', 'masih hidup', 'mau sekali',
    'ya tolong dibuka', 'lanjut', 'udah pak', 'of course', 'iya namanya berubah', 'pernah sekali', 'aya',
    'iya kak saya mau', 'yoi', 'betul sekali', 'siap laksanakan', 'monggo',
  ])('%s', (text) => {
    expect(readYesNo(text)).toBe('yes')
  }) // prettier-ignore
})

describe('no', () => {
  test.each([
    'belum', 'sonde', 'teu aya', 'tidak ada', 'bukan pak', 'nggak berubah', 'nope', 'tidak', 'gak', 'ga usah', 'jangan',
    'belum pernah', 'belum pernah bikin', 'mboten', 'ora', 'gada', 'gamau', 'no', 'no thanks', 'bukan itu', 'sudah tidak ada',
    'masih belum', 'ya belum lah', 'ndak ada bu', 'euweuh', 'durung', 'tidak perlu', 'ga jadi', 'nanti saja', 'trada',
    'tidak, belum pernah', 'salah pak', 'tidak berubah namanya', 'kagak', '👎', 'enggak kok', 'not yet', 'seng ada',
    'belum sama sekali', 'tidak sama sekali', 'emoh', 'tidak pak terima kasih',
  ])('%s', (text) => {
    expect(readYesNo(text)).toBe('no')
  }) // prettier-ignore
})

describe('not known', () => {
  test.each([
    'ga tau', 'lupa', 'kurang tahu', 'tidak tahu pak', 'gatau', 'lupa pak sudah lama', 'tidak ingat', 'belum tahu',
    'saya kurang yakin', 'entah', 'bingung', 'mbuh', "don't know", 'not sure', 'mungkin', 'lali mas', 'tidak begitu ingat',
  ])('%s', (text) => {
    expect(readYesNo(text)).toBe('unknown')
  }) // prettier-ignore
})

describe('neither, or both', () => {
  test.each([
    'iya tapi bukan', 'bisa tidak', 'sudah belum', 'boleh tidak pak', 'ya atau tidak', 'betul?', 'apa itu', '', '2', 'no 2',
    'no. 3 pak', 'hilang', 'kalau iya bagaimana', 'bukan tidak ada', 'tidak bisa masuk aplikasi', 'terima kasih',
    'mau bicara sama orang', 'mau perpanjang paspor', 'mau tanya biaya berapa', 'lupa password', 'ya tergantung harinya',
    'bisa bantu saya daftar', '2007', 'anak saya 5 tahun', 'selamat pagi', 'sama', 'ya Allah', 'no problem', 'tidak apa apa', 'ada yang salah', '🙏',
    'jadi begini pak kemarin saya sudah datang ke kantor terus disuruh pulang lagi',
    'iya waktu itu saya ke sana sama suami tapi kata petugas belum bisa',
  ])('%s', (text) => {
    expect(readYesNo(text)).toBeNull()
  }) // prettier-ignore
})
