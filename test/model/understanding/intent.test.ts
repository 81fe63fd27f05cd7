import { describe, expect, test } from 'vitest'
import { classifyIntent } from '../../../src/model/understanding/intent.ts'

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

  test.each(['', 'qwerty', 'saya orang Rote', '🙏'])('"%s" is about nothing we know', (text) => {
    expect(classifyIntent(text)).toBeNull()
  })
})
