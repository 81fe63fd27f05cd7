import { describe, expect, test } from 'vitest'
import { looksLikeApplicationNumber, parseApplicationNumber } from '../../../src/model/applications/number.ts'

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
  ])('%s: %s', (typed, reason) => {
    expect(parseApplicationNumber(typed)).toEqual({ ok: false, reason })
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
