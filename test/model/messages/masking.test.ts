import { describe, expect, test } from 'vitest'
import { isMasked, maskIdentityNumbers } from '../../../src/model/messages/masking.ts'

describe('masking', () => {
  test.each([
    ['NIK saya 5371011203850001 ya', 'NIK saya ••••••••••••0001 ya'],
    ['5371 0112 0385 0001', '••••••••••••0001'],
    ['53.71.01.120385.0001', '••••••••••••0001'],
    ['nik5371011203850001ya', 'nik••••••••••••0001ya'],
    ['12 5371011203850001', '12 ••••••••••••0001'],
    ['5371011203850001 5371011203850002', '••••••••••••0001 ••••••••••••0002'],
    ['KK: 5371-0112-0385-0001.', 'KK: ••••••••••••0001.'],
  ])('hides identity numbers however written: %s', (text, hidden) => {
    expect(maskIdentityNumbers(text)).toBe(hidden)
  })

  test('hides identity numbers in digits of other scripts', () => {
    expect(maskIdentityNumbers('５３７１０１１２０３８５０００１')).not.toContain('５３７１')
  })

  test.each([
    ['kartu 4111 1111 1111 1111', 'kartu ••••••••••••1111'],
    ['4222222222222', '•••••••••2222'],
  ])('hides card numbers with a right check digit: %s', (text, hidden) => {
    expect(maskIdentityNumbers(text)).toBe(hidden)
  })

  test.each([
    ['paspor C1234567', 'paspor •••••567'],
    ['x1234567', '•••••567'],
    ['A 123456', '••••456'],
    ['AB123456', '•••••456'],
  ])('hides passport numbers: %s', (text, hidden) => {
    expect(maskIdentityNumbers(text)).toBe(hidden)
  })

  test.each([
    'KPG-261120-014-7',
    'laporan KPG 261120 014 7 bagaimana',
    '081234567890',
    '+62 812-3456-7890',
    '6281234567890',
    '08123456789 08123456780',
    '820250112345678',
    'Rp1500000',
    'Rp 1.500.000',
    'tanggal 20/11/2026 jam 08.00',
    'loket 3, nomor antrean B 1234',
  ])('leaves %s', (text) => {
    expect(maskIdentityNumbers(text)).toBe(text)
  })

  test.each([
    '2210202600004713',
    '2210 2026 0000 4713',
    'no permohonan: 2210202600004713 pak',
    'my application number is 2210-2026-0000-4713',
  ])('leaves a 16-digit application number that stands alone and can be no NIK: %s', (text) => {
    expect(maskIdentityNumbers(text)).toBe(text)
  })

  test.each([
    // could be a NIK, a woman's NIK, a card; names a NIK; says more
    ['5371011203850001', '••••••••••••0001'],
    ['no permohonan 5371015203850001', 'no permohonan ••••••••••••0001'],
    ['4111 1111 1111 1111', '••••••••••••1111'],
    ['NIK saya 2210202600004713', 'NIK saya ••••••••••••4713'],
    ['saya sudah kirim 2210202600004713 kemarin', 'saya sudah kirim ••••••••••••4713 kemarin'],
    ['2210202600004713 5371011203850001', '••••••••••••4713 ••••••••••••0001'],
  ])('hides it otherwise: %s', (text, hidden) => {
    expect(maskIdentityNumbers(text)).toBe(hidden)
  })

  test('masking twice changes nothing more', () => {
    const once = maskIdentityNumbers('5371011203850001, C1234567, 4111111111111111')
    expect(maskIdentityNumbers(once)).toBe(once)
  })
})

describe('secret codes', () => {
  test.each([
    ['otp sy 482913', 'otp sy ••••••'],
    ['OTP: 482913', 'OTP: ••••••'],
    ['kode otp nya itu 4829', 'kode otp nya itu ••••'],
    ['kode verifikasi 991203 pak', 'kode verifikasi •••••• pak'],
    ['kode rahasia saya = 55421', 'kode rahasia saya = •••••'],
    ['cvv 123', 'cvv •••'],
    ['password mpaspor 19081975', 'password mpaspor ••••••••'],
    ['kata sandi 123456', 'kata sandi ••••••'],
  ])('are hidden whole: %s', (text, hidden) => {
    expect(maskIdentityNumbers(text)).toBe(hidden)
    expect(isMasked(hidden)).toBe(true)
  })

  test.each([
    ['otp ga masuk 3 hari', 'a count of days is none'],
    ['kode bayar 820250112345678', 'who pays has to read their code'],
    ['otp tidak datang sudah saya coba berkali kali 20 menit', 'a number far from the name is none'],
    ['nomor antrean 482913', 'a number of a queue is shown to everybody'],
    ['kode pos 85111', 'nor does a postal code open anything'],
  ])('%s: %s', (text) => {
    expect(maskIdentityNumbers(text)).toBe(text)
    expect(isMasked(text)).toBe(false)
  })

  test('hidden twice they stay as they are', () => {
    const once = maskIdentityNumbers('otp sy 482913')
    expect(maskIdentityNumbers(once)).toBe(once)
  })
})
