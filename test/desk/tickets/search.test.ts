import { expect, test } from 'vitest'
import { searchOf } from '../../../src/desk/tickets/search.ts'
import { formatTicketNumber } from '../../../src/model/tickets/number.ts'

const NUMBER = formatTicketNumber('KPG', '2026-11-20', 14)

test.each([
  [NUMBER, { number: NUMBER }],
  [NUMBER.toLowerCase().replaceAll('-', ' '), { number: NUMBER }],
  ['kpg-26', { number: 'KPG-26' }],
  ['KPG261120', { number: 'KPG-261120' }],
  ['kpg 261120 01', { number: 'KPG-261120-01' }],
  ['otp 5 kali', { words: ['otp', '5', 'kali'] }],
  ['E-Paspor, "sudah"!', { words: ['e', 'paspor', 'sudah'] }],
  ["'); drop", { words: ['drop'] }],
  ['🙂', { words: [] }],
  ['   ', { words: [] }],
  ['', null],
])('%s', (typed, expected) => {
  expect(searchOf(typed)).toEqual(expected)
})

test('no more than ten words are looked for', () => {
  expect(searchOf('a '.repeat(50))).toEqual({ words: Array.from({ length: 10 }, () => 'a') })
})
