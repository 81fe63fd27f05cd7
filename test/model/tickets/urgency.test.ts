import { describe, expect, test } from 'vitest'
import { readUrgency } from '../../../src/model/tickets/urgency.ts'

const FRIDAY = '2026-11-20'

describe('how soon somebody leaves', () => {
  test.each([
    ['umroh besok, paspor saya belum jadi', 1, '2026-11-21'],
    ['saya berangkat umroh lusa tapi paspor belum jadi juga', 1, '2026-11-22'],
    ['tiket pesawat saya tanggal 27 november, paspornya belum ada', 2, '2026-11-27'],
    ['my flight is tomorrow and the passport is not ready', 1, '2026-11-21'],
    ['berangkat 30 november. wawancara saya tanggal 24 november', 2, '2026-11-30'],
    ['terbang 28 november. naik kapal 25 november', 2, '2026-11-25'],
    ['saya sudah di bandara paspor ditolak', 1, '2026-11-20'],
    ['tgl 22 ibu operasi di penang paspor belum jadi', 1, '2026-11-22'],
    ['tgl 25 pesawat saya', 2, '2026-11-25'],
    ['besok kapal ke nunukan berangkat, paspor masih ditahan', 1, '2026-11-21'],
  ] as const)('%s', (text, priority, leaves) => {
    expect(readUrgency(text, FRIDAY)).toEqual({ priority, leaves })
  })

  test('said without a day it is soon', () => {
    expect(readUrgency('mendesak pak paspor saya belum jadi, saya harus segera berangkat', FRIDAY)).toEqual({
      priority: 2,
      leaves: null,
    })
  })

  test.each([
    ['besok saya ke kantor imigrasi', 'a visit to the office is no departure'],
    ['jadwal wawancara saya lusa', 'nor is an interview'],
    ['berangkat haji tanggal 12 maret 2027, paspor belum jadi', 'months away it can wait'],
    ['kemarin saya berangkat tanggal 12 november', 'who has left is not waiting'],
    ['antre dari pagi tidak dipanggil', 'nobody leaves'],
    ['bulan depan saya mau umroh', 'a month is no day'],
    ['tiket saya tanggal 10 desember', 'three weeks are time enough'],
    ['tahun lalu saya terbang ke jepang', 'a journey of last year is over'],
    ['mau antar paspor besok', 'nor does who brings something'],
    ['', 'nothing is said'],
  ])('%s: %s', (text) => {
    expect(readUrgency(text, FRIDAY)).toBeNull()
  })

  test('today is at once, whatever else is said', () => {
    expect(readUrgency('mendesak pak, pesawat saya malam ini', FRIDAY)).toEqual({
      priority: 1,
      leaves: FRIDAY,
    })
  })
})
