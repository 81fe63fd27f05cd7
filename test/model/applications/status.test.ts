import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  attemptAllowance,
  recentAttempts,
  ATTEMPTS_WINDOW_MS,
} from '../../../src/model/applications/attempts.ts'
import {
  isIdentityNumber,
  looksLikeApplicationNumber,
  parseApplicationNumber,
} from '../../../src/model/applications/number.ts'
import {
  maskName,
  parseStatus,
  expectedReadyDay,
  APPLICATION_STATUSES,
  type StatusDefinition,
} from '../../../src/model/applications/status.ts'
import { fact, FACTS, HOLIDAYS, seeded } from '../library.ts'

const ROWS = seeded<readonly StatusDefinition[]>('statuses')

describe('statuses', () => {
  test('the seeds know every status once, in the order an application goes', () => {
    expect(ROWS.map(({ code }) => code)).toEqual([...APPLICATION_STATUSES])
    const shape = z.strictObject({
      code: z.enum(APPLICATION_STATUSES),
      final: z.boolean(),
      aliases: z.array(z.string().min(3)),
      source: z.string().min(10),
    })
    expect(ROWS.flatMap((row) => shape.safeParse(row).error?.issues ?? [])).toEqual([])
  })

  test('no name means two statuses', () => {
    const names = ROWS.flatMap(({ code, aliases }) => [code, ...aliases])
    const squeezed = names.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''))
    expect(squeezed.filter((name, at) => squeezed.indexOf(name) !== at)).toEqual([])
    expect(new Set(names.map((name) => parseStatus(name, ROWS))).size).toBe(APPLICATION_STATUSES.length)
  })

  test.each([
    ['SIAP_DIAMBIL', 'SIAP_DIAMBIL'],
    [' siap diambil ', 'SIAP_DIAMBIL'],
    ['Paspor Siap Diambil', 'SIAP_DIAMBIL'],
    ['Paspor Selesai/Bisa Diambil', 'SIAP_DIAMBIL'],
    ['Wawancara & Foto Selesai', 'WAWANCARA_FOTO'],
    ['Menunggu Pembayaran', 'MENUNGGU_PEMBAYARAN'],
    ['Alokasi', 'DICETAK'],
    ['kedaluwarsa', 'KADALUARSA'],
    ['hilang entah ke mana', null],
    ['', null],
  ])('“%s” is %s', (text, code) => {
    expect(parseStatus(text, ROWS)).toBe(code)
  })
})

describe('an application number is read however it is typed', () => {
  test.each([
    ['123456789012', '123456789012'],
    ['  1234 5678 9012 ', '123456789012'],
    ['1234-5678-9012', '123456789012'],
    ['No. 1234.5678.9012', '123456789012'],
    ['NO123456789012', '123456789012'],
    ['nomor permohonan saya: 123456789012 pak', '123456789012'],
    ['kode 123456789012', '123456789012'],
    ['１２３４５６７８９０１２', '123456789012'],
    ['imi-2026-001234', 'IMI2026001234'],
    ['123456789012 12 mei 1990', '123456789012'],
    ['123456789012, 12/05/1990', '123456789012'],
    ['1041 0000 0012 3456', '1041000000123456'],
  ])('%s', (typed, number) => {
    expect(parseApplicationNumber(typed)).toEqual({ ok: true, number })
  })

  test.each([
    ['', 'none'],
    ['tidak tahu', 'none'],
    ['12345', 'too-short'],
    ['1'.repeat(40), 'too-long'],
    ['123456789012 210987654321', 'several'],
    ['5371011203850001', 'identity'],
    ['NIK 5371 0112 0385 0001', 'identity'],
    ['9171014101900001', 'identity'],
  ])('%s: %s', (typed, why) => {
    expect(parseApplicationNumber(typed)).toEqual({ ok: false, why })
  })

  test.each([
    ['5371011203850001', true],
    ['5371015203850001', true],
    ['5371013203850001', false],
    ['5371011213850001', false],
    ['5371011203850000', false],
    ['0071011203850001', false],
    ['537101120385000', false],
    ['53710112038500011', false],
  ])('%s as an identity number: %s', (digits, is) => {
    expect(isIdentityNumber(digits)).toBe(is)
  })
})

describe('names are shown masked', () => {
  test.each([
    ['Siti Aminah', 'Si** Am****'],
    ['  siti   AMINAH ', 'si** AM****'],
    ['Al', 'A*'],
    ['M. Yusuf', 'M* Yu***'],
    ['I', 'I'],
    ['Zoë Ñandú', 'Zo* Ña***'],
    ['', ''],
  ])('%s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})

describe('the day a passport should be ready', () => {
  test.each([
    ['a Monday', '2026-11-23', 'DPS', '2026-11-27'],
    ['over a weekend', '2026-11-19', 'DPS', '2026-11-25'],
    ['over Christmas and the new year', '2026-12-23', 'DPS', '2026-12-31'],
    ['over the days of Idulfitri 2026', '2026-03-17', 'DPS', '2026-03-30'],
  ])('after %s', (_, interview, office, day) => {
    expect(expectedReadyDay(interview, FACTS, office, HOLIDAYS)).toMatchObject({
      day,
      workingDays: 4,
      sure: false,
    })
  })

  test('an office’s own figure is sure', () => {
    expect(expectedReadyDay('2026-11-23', FACTS, 'ATB', HOLIDAYS)).toMatchObject({
      day: '2026-11-27',
      sure: true,
    })
    const own = [...FACTS, fact({ key: 'days.issue', office: 'DPS', value: 3 })]
    expect(expectedReadyDay('2026-11-23', own, 'DPS', HOLIDAYS)).toMatchObject({
      day: '2026-11-26',
      sure: true,
    })
  })

  test('a holiday that is only reckoned is told', () => {
    expect(expectedReadyDay('2026-12-29', FACTS, 'DPS', HOLIDAYS)).toMatchObject({
      day: '2027-01-06',
      estimate: true,
    })
    expect(expectedReadyDay('2026-11-23', FACTS, 'DPS', HOLIDAYS)).toMatchObject({ estimate: false })
  })

  test('without a figure there is no day', () => {
    expect(expectedReadyDay('2026-11-23', [], 'DPS', HOLIDAYS)).toEqual({ day: null })
  })
})

describe('five wrong tries an hour', () => {
  const NOW = Date.parse('2026-11-21T02:00:00Z')
  const minutesAgo = (...minutes: number[]) => minutes.map((ago) => NOW - ago * 60_000)

  test.each([
    [[], 5],
    [[10], 4],
    [[50, 40, 30, 20], 1],
    [[61, 62, 63, 64, 65], 5],
    [[60], 5],
  ])('wrong %o minutes ago leaves %i', (minutes, left) => {
    expect(attemptAllowance(minutesAgo(...minutes), NOW)).toEqual({ may: true, left })
  })

  test('after the fifth it is over until the first of them is an hour old', () => {
    const wrong = minutesAgo(50, 5, 4, 3, 2)
    expect(attemptAllowance(wrong, NOW)).toEqual({ may: false, again: NOW + 10 * 60_000 })
    expect(attemptAllowance(wrong, NOW + 10 * 60_000)).toEqual({ may: true, left: 1 })
  })

  test('order does not matter and old tries are dropped', () => {
    expect(attemptAllowance(minutesAgo(2, 50, 4, 3, 5), NOW)).toMatchObject({
      again: NOW - 50 * 60_000 + ATTEMPTS_WINDOW_MS,
    })
    expect(recentAttempts(minutesAgo(90, 5), NOW)).toEqual(minutesAgo(5))
  })
})

describe('a number nobody asked for', () => {
  test.each(['1234 5678 9012', 'no 123456789012 lahir 12 mei 1990', '2210202600004713'])(
    '%s is an application number',
    (text) => expect(looksLikeApplicationNumber(text)).toBe(true),
  )

  test.each([
    '081234567890',
    '6281234567890',
    '820250112345678',
    '5371011203850001',
    'KPG-261120-014-7',
    'saya sudah transfer ke nomor 123456789012 tiga hari yang lalu pak',
    'halo',
  ])('%s is none', (text) => expect(looksLikeApplicationNumber(text)).toBe(false))
})
