import { expect, test } from 'vitest'
import { matchSymptom } from '../../../src/model/understanding/symptom.ts'
import { seeded } from '../library.ts'

test.each([
  ['OTP gak masuk2 pak', 'otp'],
  ['kode verifikasi tidak datang', 'otp'],
  ['gabisa login', 'login'],
  ['lupa password', 'login'],
  ['identitas tidak valid katanya', 'identity'],
  ['NIK tidak ditemukan', 'identity'],
  ['ga bisa upload foto ktp', 'upload'],
  ['aplikasinya lemot sekali', 'down'],
  ['apk nya ga bisa dibuka', 'down'],
  ['kuota penuh terus', 'full'],
  ['tulisannya penuh padahal masih ada', 'ghost'],
  ['hp saya jadul', 'old-phone'],
  ['di iphone saya error', 'iphone'],
  ['udah bayar tapi belum masuk', 'unsynced'],
  ['kode billing sudah lewat waktu', 'expired'],
  ['kantornya kupang tidak muncul', 'no-office'],
  ['terima kasih', null],
  ['salah ketik nama', 'wrong-data'],
  ['pakai akun kantor tidak jalan', 'shared-account'],
  ['the secret code does not come', 'otp'],
  ['the app is slow', 'down'],
])('%s → %s', (text, symptom) => {
  expect(matchSymptom(text)).toBe(symptom)
})

test('every symptom of first aid can be typed', () => {
  const known = seeded<readonly { id: string }[]>('first-aid').map(({ id }) => id)
  const typed = [
    'otp', 'login', 'error', 'upload', 'nik', 'penuh', 'expired', 'sudah bayar belum tercatat', 'tidak ada kantor', 'salah data',
    'penuh padahal ada', 'hp jadul', 'iphone', 'akun pinjaman',
  ] // prettier-ignore
  expect(typed.map(matchSymptom).toSorted()).toEqual(known.toSorted())
})
