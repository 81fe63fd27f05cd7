import { describe, expect, test } from 'vitest'
import { sanitizeText, truncateText, excerpt, maskIdentityNumbers } from '../../../src/model/messages/text.ts'

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

describe('masking', () => {
  test.each([
    ['NIK saya 5371011203850001 ya', 'NIK saya ••••••••••••0001 ya'],
    ['5371 0112 0385 0001', '••••••••••••0001'],
    ['53.71.01.120385.0001', '••••••••••••0001'],
    ['nik5371011203850001ya', 'nik••••••••••••0001ya'],
    ['12 5371011203850001', '12 ••••••••••••0001'],
    ['5371011203850001 5371011203850002', '••••••••••••0001 ••••••••••••0002'],
    ['KK: 5371-0112-0385-0001.', 'KK: ••••••••••••0001.'],
  ])('hides identity numbers however written: %s', (text, hidden) => {
    expect(maskIdentityNumbers(text)).toBe(hidden)
  })

  test('hides identity numbers in digits of other scripts', () => {
    expect(maskIdentityNumbers('５３７１０１１２０３８５０００１')).not.toContain('５３７１')
  })

  test.each([
    ['kartu 4111 1111 1111 1111', 'kartu ••••••••••••1111'],
    ['4222222222222', '•••••••••2222'],
  ])('hides card numbers with a right check digit: %s', (text, hidden) => {
    expect(maskIdentityNumbers(text)).toBe(hidden)
  })

  test.each([
    ['paspor C1234567', 'paspor •••••567'],
    ['x1234567', '•••••567'],
    ['A 123456', '••••456'],
    ['AB123456', '•••••456'],
  ])('hides passport numbers: %s', (text, hidden) => {
    expect(maskIdentityNumbers(text)).toBe(hidden)
  })

  test.each([
    'KPG-261120-014-7',
    'laporan KPG 261120 014 7 bagaimana',
    '081234567890',
    '+62 812-3456-7890',
    '6281234567890',
    '08123456789 08123456780',
    '820250112345678',
    'Rp1500000',
    'Rp 1.500.000',
    'tanggal 20/11/2026 jam 08.00',
    'loket 3, nomor antrean B 1234',
  ])('leaves %s', (text) => {
    expect(maskIdentityNumbers(text)).toBe(text)
  })

  test.each([
    '2210202600004713',
    '2210 2026 0000 4713',
    'no permohonan: 2210202600004713 pak',
    'my application number is 2210-2026-0000-4713',
  ])('leaves a 16-digit application number that stands alone and can be no NIK: %s', (text) => {
    expect(maskIdentityNumbers(text)).toBe(text)
  })

  test.each([
    // could be a NIK, a woman's NIK, a card; names a NIK; says more
    ['5371011203850001', '••••••••••••0001'],
    ['no permohonan 5371015203850001', 'no permohonan ••••••••••••0001'],
    ['4111 1111 1111 1111', '••••••••••••1111'],
    ['NIK saya 2210202600004713', 'NIK saya ••••••••••••4713'],
    ['saya sudah kirim 2210202600004713 kemarin', 'saya sudah kirim ••••••••••••4713 kemarin'],
    ['2210202600004713 5371011203850001', '••••••••••••4713 ••••••••••••0001'],
  ])('hides it otherwise: %s', (text, hidden) => {
    expect(maskIdentityNumbers(text)).toBe(hidden)
  })

  test('masking twice changes nothing more', () => {
    const once = maskIdentityNumbers('5371011203850001, C1234567, 4111111111111111')
    expect(maskIdentityNumbers(once)).toBe(once)
  })
})
