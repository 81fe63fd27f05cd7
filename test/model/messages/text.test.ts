import { describe, expect, test } from 'vitest'
import { sanitizeText, truncateText, excerpt } from '../../../src/model/messages/text.ts'

describe('cleaning', () => {
  test.each([
    ['NUL and other controls', 'a\u0000b\u0007c\u0085', 'abc'],
    ['zero-width characters', 'pas\u200Bpor\uFEFF \u2060ya', 'paspor ya'],
    ['marks that turn the direction of text', '\u202Edaftar\u202C \u2066x\u2069 \u200F', 'daftar x'],
    ['lone surrogates', 'a\uD800b\uDC00c', 'abc'],
    ['line ends of other systems', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['blanks of all kinds and empty lines', '  a \t\u00A0\u3000 b \n \n\n\n c  ', 'a b\n\nc'],
    ['letters and their accents apart', 'e\u0301', '\u00E9'],
  ])('takes out or joins %s', (_, dirty, tidy) => {
    expect(sanitizeText(dirty)).toBe(tidy)
  })

  test('leaves emoji, other scripts and line breaks as they are', () => {
    const text = 'Terima kasih 🙏🏽👍\nسلام ᬒᬁ'
    expect(sanitizeText(text)).toBe(text)
  })

  test('is the same the second time', () => {
    const once = sanitizeText('x \u200B \u0000\n\n\n\n y\uD83D')
    expect(sanitizeText(once)).toBe(once)
  })
})

describe('cutting', () => {
  test('counts characters, never half of one', () => {
    expect(truncateText('👍👍👍', 2)).toBe('👍👍')
    expect(truncateText('abc', 3)).toBe('abc')
  })

  test('an excerpt is one line, cut at a word, with an ellipsis', () => {
    expect(excerpt('Saya sudah bayar\nkemarin di kantor pos', 25)).toBe('Saya sudah bayar kemarin…')
    expect(excerpt('pendek', 25)).toBe('pendek')
    expect([...excerpt('x'.repeat(500), 90)]).toHaveLength(90)
  })
})
