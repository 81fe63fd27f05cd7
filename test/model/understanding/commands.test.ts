import { describe, expect, test } from 'vitest'
import { COMMAND_PHRASES } from '../../support/phrases.ts'
import { parseCommand } from '../../../src/model/understanding/commands.ts'

describe('words of the contract', () => {
  test.each([
    ['menu', 'menu'], ['9', 'menu'], ['/start', 'menu'], ['kembali ke menu', 'menu'],
    ['0', 'petugas'], ['petugas', 'petugas'], ['nol', 'petugas'], ['PETUGAS!', 'petugas'], ['ptgas pak', 'petugas'],
    ['8', 'ulangi'], ['ulang', 'ulangi'], ['ulangi', 'ulangi'],
    ['kembali', 'kembali'], ['batal', 'batal'], ['lapor', 'lapor'], ['status', 'status'],
    ['bahasa', 'bahasa'], ['language', 'bahasa'], ['cancel', 'batal'], ['back', 'kembali'],
  ])('%s means %s, even where free words are expected', (text, word) => {
    expect(parseCommand(text, true, COMMAND_PHRASES)).toBe(word)
  }) // prettier-ignore

  test.each([['petugs', 'petugas'], ['kembai', 'kembali'], ['admin', 'petugas'], ['gak jadi', 'batal'], ['english', 'bahasa']])(
    '%s means %s among choices only',
    (text, word) => {
      expect(parseCommand(text, false, COMMAND_PHRASES)).toBe(word)
      expect(parseCommand(text, true, COMMAND_PHRASES)).toBeNull()
    },
  ) // prettier-ignore

  test.each(['petugas minta uang', 'status saya masih menunggu', '90', 'menu makan siang', '5'])(
    '"%s" is none of them',
    (text) => {
      expect(parseCommand(text, false, COMMAND_PHRASES)).toBeNull()
    },
  )
})

test('a message of 60,000 characters is a story, never a word', () => {
  expect(parseCommand('menu 1 Kupang '.repeat(4300), false, COMMAND_PHRASES)).toBeNull()
})
