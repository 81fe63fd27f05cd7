import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Office } from '../../../src/model/offices/office.ts'
import { editDistance } from '../../../src/model/understanding/similarity.ts'
import { normalise, phraseSet, withoutHonorifics } from '../../../src/model/understanding/normalise.ts'
import { parseChoiceNumber, parseLeadingNumber } from '../../../src/model/understanding/choice-number.ts'
import { classifyIntent } from '../../../src/model/understanding/intent.ts'
import { findOffices } from '../../../src/model/understanding/office.ts'
import { readCommand } from '../../../src/model/understanding/commands.ts'

describe('numbers', () => {
  test.each([
    ['1', 1], ['1.', 1], [' 2) ', 2], ['no 1', 1], ['No. 3 pak', 3], ['nomor tiga', 3], ['satu', 1], ['SATU!!', 1],
    ['1 pak', 1], ['yang ke 2 ya', 2], ['pilih yang kedua', 2], ['1️⃣', 1], ['７', 7], ['nol', 0], ['#4', 4], ['one', 1],
    ['number 5 please', 5], ['dua bu', 2], ['saya pilih 3', 3], ['(2)', 2],
  ])('%s is %i', (text, number) => {
    expect(parseChoiceNumber(text)).toBe(number)
  }) // prettier-ignore

  test.each(['', '1 orang petugas', 'saya', '500', '12.30', 'satu jam', '1 2', 'tidak', 'k1'])(
    '"%s" is more than a number',
    (text) => {
      expect(parseChoiceNumber(text)).toBeNull()
    },
  )

  test('a copied label still gives its number, a story does not', () => {
    expect(parseLeadingNumber('1 Benar')).toBe(1)
    expect(parseLeadingNumber('2. Kantor lain')).toBe(2)
    expect(parseLeadingNumber('3 orang petugas bilang hal yang berbeda kepada saya')).toBeNull()
    expect(parseLeadingNumber('1 2')).toBeNull()
  })
})

describe('set phrases', () => {
  const yes = phraseSet('ya, betul, lanjut')
  const isYes = (text: string) => yes.has(withoutHonorifics(normalise(text)))

  test.each(['Ya', 'iya pak', 'iyaaa dong', 'btul bu', 'lanjut saja ya'])('%s is one', (text) => {
    expect(isYes(text)).toBe(true)
  })

  test.each(['ya tapi saya bayar kemarin', 'pak', ''])('"%s" is none', (text) => {
    expect(isYes(text)).toBe(false)
  })
})

describe('spelling', () => {
  test.each([
    ['Sy blm bs msk apk', 'saya belum bisa masuk aplikasi'],
    ['KAPAAAAN jadiii??', 'kapan jadi'],
    ['trima ksh', 'terima kasih'],
    ["Jum'at", 'jumat'],
    ['Yogyakartá', 'yogyakarta'],
  ])('%s reads as %s', (typed, plain) => {
    expect(normalise(typed)).toBe(plain)
  })

  test('a distance counts changes, gaps and swaps of neighbours', () => {
    expect(editDistance('kupang', 'kupnag')).toBe(1)
    expect(editDistance('kupang', 'kupng')).toBe(1)
    expect(editDistance('kupang', 'kupang')).toBe(0)
    expect(editDistance('', 'abc')).toBe(3)
  })
})

describe('words of the contract', () => {
  test.each([
    ['menu', 'menu'], ['9', 'menu'], ['/start', 'menu'], ['kembali ke menu', 'menu'],
    ['0', 'petugas'], ['petugas', 'petugas'], ['nol', 'petugas'], ['PETUGAS!', 'petugas'], ['ptgas pak', 'petugas'],
    ['8', 'ulangi'], ['ulang', 'ulangi'], ['ulangi', 'ulangi'],
    ['kembali', 'kembali'], ['batal', 'batal'], ['lapor', 'lapor'], ['status', 'status'],
    ['bahasa', 'bahasa'], ['language', 'bahasa'], ['cancel', 'batal'], ['back', 'kembali'],
  ])('%s means %s, even where free words are expected', (text, word) => {
    expect(readCommand(text, true)).toBe(word)
  }) // prettier-ignore

  test.each([['petugs', 'petugas'], ['kembai', 'kembali'], ['admin', 'petugas'], ['gak jadi', 'batal'], ['english', 'bahasa']])(
    '%s means %s among choices only',
    (text, word) => {
      expect(readCommand(text, false)).toBe(word)
      expect(readCommand(text, true)).toBeNull()
    },
  ) // prettier-ignore

  test.each(['petugas minta uang', 'status saya masih menunggu', '90', 'menu makan siang', '5'])(
    '"%s" is none of them',
    (text) => {
      expect(readCommand(text, false)).toBeNull()
    },
  )
})

test('a message of 60,000 characters is a story, never a word, a number or an office', () => {
  const story = 'menu 1 Kupang '.repeat(4300)
  expect([readCommand(story, false), parseChoiceNumber(story), parseLeadingNumber(story)]).toEqual([
    null,
    null,
    null,
  ])
})

describe('offices by typed name', () => {
  const offices = JSON.parse(
    readFileSync(new URL('../../../prisma/data/offices.json', import.meta.url), 'utf8'),
  ) as Office[]
  const codes = (typed: string) => findOffices(typed, offices).map(({ code }) => code)

  test.each([
    ['Kupang', 'KPG'], ['kupng', 'KPG'], ['KANTOR IMIGRASI KUPANG', 'KPG'], ['imigrasi kota kupang pak', 'KPG'], ['kpg', 'KPG'],
    ['jogja', 'YOG'], ['jogjakarta', 'YOG'], ['tg priok', 'TPK'], ['Tanjung Priuk', 'TPK'], ['soetta', 'CGK'], ['jaksel', 'JKS'],
    ['solo', 'SKA'], ['makasar', 'UPG'], ['denpasr', 'DPS'], ['tanjungpinang', 'TNJ'], ['bandar lampug', 'TKG'],
    ['banda aceh', 'BNA'], ['Padang', 'PDG'],
  ])('%s is %s', (typed, code) => {
    expect(codes(typed)).toEqual([code])
  }) // prettier-ignore

  test('a name that fits several offers them', () => {
    expect(codes('kantor imigrasi di surabaya')).toEqual(['SUB', 'TPR'])
    expect(codes('medan')).toEqual(expect.arrayContaining(['MDN', 'PLN']))
  })

  test.each(['xx', '', 'kantor', 'atlantis', 'saya mau lapor'])('"%s" is none', (typed) => {
    expect(codes(typed)).toEqual([])
  })

  test('every office is found by its own name, city and aliases', () => {
    const lost = offices.flatMap((office) =>
      [office.name, ...office.aliases].filter((name) => !codes(name).includes(office.code)),
    )
    expect(lost).toEqual([])
  })
})

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
