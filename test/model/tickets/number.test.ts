import { describe, expect, test } from 'vitest'
import { findTicketNumber, parseTicketNumber, formatTicketNumber } from '../../../src/model/tickets/number.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const DIGITS = '0123456789'
// read as the digits they look like, so they are no mistake in a place for digits
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

const samples = [
  formatTicketNumber('KPG', '2026-11-20', 14),
  formatTicketNumber('ATB', '2026-12-31', 1),
  formatTicketNumber('TPK', '2030-01-09', 999),
  formatTicketNumber('ZZZ', '2026-02-28', 1000),
  formatTicketNumber('AAA', '2027-10-01', 123456),
  ...Array.from({ length: 40 }, (_, at) => formatTicketNumber('DPS', '2026-11-20', at * 7 + 1)),
]

test('the example of the contract is a right number', () => {
  expect(formatTicketNumber('KPG', '2026-11-20', 14)).toBe('KPG-261120-014-7')
})

test('every number reads back as itself', () => {
  for (const number of samples) expect(parseTicketNumber(number)).toBe(number)
})

describe('slips that must be noticed', () => {
  test.each(samples)('every single wrong character of %s', (number) => {
    const bare = number.replaceAll('-', '')
    for (let at = 0; at < bare.length; at++)
      for (const wrong of LETTERS + DIGITS) {
        const read = at >= 3 ? (LOOKALIKES[wrong] ?? wrong) : wrong
        if (read === bare[at]) continue
        expect(parseTicketNumber(bare.slice(0, at) + wrong + bare.slice(at + 1))).toBeNull()
      }
  })

  test.each(samples)('every swap of neighbours in %s', (number) => {
    const bare = number.replaceAll('-', '')
    for (let at = 0; at + 1 < bare.length; at++) {
      if (bare[at] === bare[at + 1]) continue
      const swapped = bare.slice(0, at) + bare[at + 1] + bare[at] + bare.slice(at + 2)
      expect(parseTicketNumber(swapped)).toBeNull()
    }
  })
})

describe('numbers as people type them', () => {
  test.each([
    'kpg-261120-014-7',
    ' KPG 261120 014 7 ',
    'kpg.261120.014.7',
    'KPG2611200147',
    'Kpg–261120–014–7',
    'KPG-2611ZO-014-7'.replace('Z', '2'),
  ])('%s', (typed) => {
    expect(parseTicketNumber(typed)).toBe('KPG-261120-014-7')
  })

  test.each(['', '7', 'KPG', 'KPG-261120-014', 'KP-261120-014-7', 'halo', '5371011203850001'])(
    'not %s',
    (typed) => {
      expect(parseTicketNumber(typed)).toBeNull()
    },
  )

  test.each([
    'laporan saya KPG-261120-014-7 bagaimana?',
    'no kpg 261120 014 7',
    'KPG-261120-014-8 bukan, yang KPG-261120-014-7',
  ])('found inside "%s"', (text) => {
    expect(findTicketNumber(text)).toBe('KPG-261120-014-7')
  })

  test.each(['saya lapor 261120 014 7', 'tidak ada nomor', 'xkpg-261120-014-7'])(
    'none inside "%s"',
    (text) => {
      expect(findTicketNumber(text)).toBeNull()
    },
  )
})
