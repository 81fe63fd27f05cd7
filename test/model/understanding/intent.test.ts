import { describe, expect, test } from 'vitest'
import { classifyIntent, mentionsMisconduct, saysReport } from '../../../src/model/understanding/intent.ts'

describe('what a first message is about', () => {
  test.each([
    ['halo', 'greeting'], ['Selamat pagi pak', 'greeting'], ['assalamualaikum', 'greeting'], ['p', 'greeting'], ['hi', 'greeting'],
    ['halo min, mau tanya dong', 'help'], ['bisa bantu saya?', 'help'], ['Tolong', 'help'],
    ['makasih banyak ya', 'thanks'], ['terima kasih', 'thanks'], ['ok pak', 'okay'], ['ya', 'okay'], ['sudah bu', 'okay'], ['thank you', 'thanks'],
    ['apa saja syarat bikin paspor baru', 'requirements'], ['dokumen apa yg harus dibawa', 'requirements'], ['what papers must I bring', 'requirements'],
    ['berapa biaya paspor', 'cost'], ['cara bayar kode billing dimana', 'cost'], ['how much is the fee', 'cost'],
    ['kuota penuh terus', 'quota'], ['kapan slot dibuka', 'quota'],
    ['mau ganti jadwal', 'reschedule'], ['bisa reschedule gak', 'reschedule'],
    ['paspor saya sudah jadi belum', 'status'], ['cek status paspor', 'status'],
    ['otp ga masuk', 'apphelp'], ['lupa password mpaspor', 'apphelp'], ['aplikasi error', 'apphelp'],
    ['alamat kantor imigrasi', 'office'], ['hari sabtu buka jam brp', 'office'],
    ['saya mau lapor petugas', 'complaint'], ['saya kecewa dengan pelayanannya', 'complaint'],
    ['mau ngomong sama petugas', 'human'], ['mau bicara dengan petugas soal biaya', 'human'],
    ['mau gawe paspor', 'requirements'], ['gak punya hp gmn daftar paspor', 'requirements'], ['paspor emak dimakan rayap', 'requirements'],
    ['paspor sehari jadi berapa', 'cost'], ['bayarnya dimana min', 'cost'], ['paspor sy rusak, bayar berapa', 'cost'],
    ['udah bayar tp status blm bayar', 'cost'], ['kantornya di mana', 'office'], ['msh buka jam segini?', 'office'],
    ['paspor sy sampe mana ya', 'status'], ['where is my passport', 'status'], ['gak bisa dateng bsk, bisa diundur?', 'reschedule'],
    ['petugasnya galak bgt', 'complaint'],
  ])('%s is about %s', (text, intent) => {
    expect(classifyIntent(text)?.intent).toBe(intent)
  }) // prettier-ignore

  test.each([
    'ada calo di depan kantor',
    'petugas minta uang rokok',
    'petugas minta 500rb biar cepat',
    'kena pungli',
    'an officer wanted a bribe',
    'the officer asked me for money',
  ])('%s is confidential from the first word', (text) => {
    expect(classifyIntent(text)).toEqual({ intent: 'complaint', confidential: true })
  })

  test.each(['', 'qwerty', 'saya orang Rote'])('"%s" is about nothing we know', (text) => {
    expect(classifyIntent(text)).toBeNull()
  })
})

describe('wrong-doing', () => {
  test.each([
    'dia bilang kalau mau cepat kasih lima ratus',
    'orang parkiran nawarin urus paspor tanpa antre',
    'map saya ditahan sampai saya kasih uang rokok',
    'petugas loket minta amplop',
    'katanya bayar sejuta lewat belakang langsung jadi',
    'saya dimintain 300rb biar berkas dilanjut',
    'diminta transfer ke rekening pribadi pegawai',
    'satpamnya minta uang kopi baru boleh masuk',
    'sy d mintai duit sm org dalam',
    'disuruh bayar lebih katanya uang administrasi tidak ada kwitansi',
    'he said pay 200 thousand and it is ready today',
    'the officer wanted money under the table',
    'pegawainya terima titipan berkas dari biro',
  ])('is heard in a hint: %s', (text) => {
    expect(mentionsMisconduct(text)).toBe(true)
  })

  test.each([
    'uang saya hangus karena lewat waktu bayar',
    'minta tolong petugas bantu isi formulir',
    'berapa uang yang harus saya bawa',
    'saya sudah transfer tapi belum tercatat',
    'petugas meminta surat nikah orang tua',
    'apakah boleh bayar tunai di kantor',
    'rekening bank saya untuk pengembalian uang hilang',
    'bapak saya sakit jadi saya wakilkan',
    'petugas ramah tidak minta apa apa',
    'saya kerja di travel umroh mau tanya syarat rombongan',
    'the clerk asked for my birth certificate',
    'can I pay with cash',
  ])('is not seen where there is none: %s', (text) => {
    expect(mentionsMisconduct(text)).toBe(false)
  })
})

test.each([
  ['saya mau lapor', true],
  ['komplain dong', true],
  ['mau ngadu bu', true],
  ['keluhan saya belum dijawab', true],
  ['I want to report it', true],
  ['lapangan parkir penuh', false],
  ['kapan paspor jadi', false],
  ['lapar pak dari pagi', false],
])('%s says that it is to be reported: %s', (text, says) => {
  expect(saysReport(text)).toBe(says)
})

describe('praise and faults', () => {
  test.each([
    'pelayanan di imigrasi kupang bagus dan cepat, salut',
    'mantap petugasnya baik baik',
    'staf kalian keren dan sabar sekali',
  ])('praise is thanks: %s', (text) => {
    expect(classifyIntent(text)?.intent).toBe('thanks')
  })

  test.each([
    ['parkir sempit di imigrasi kupang', 'complaint'],
    ['ada parkir di imigrasi kupang?', 'office'],
    ['wc kotor di kanim kupang', 'complaint'],
    ['wc di kanim kupang ada di mana?', 'office'],
    ['ac rusak di ruang tunggu kanim kupang', 'complaint'],
    ['apakah imigrasi kupang ada kursi roda', 'office'],
  ])('a fault is told, a place is asked for: %s is about %s', (text, intent) => {
    expect(classifyIntent(text)?.intent).toBe(intent)
  })
})
