import { describe, expect, it } from 'vitest'
import { withNumberedChoices, splitText } from '../../src/bots/plain-text.ts'

describe('a question as numbered lines', () => {
  it('counts from 1, keeps given numbers, and stands apart from the text', () => {
    const choices = [
      { id: 'a', label: 'Lapor' },
      { id: 'b', label: 'Status' },
      { id: 'p', label: 'Petugas', number: 0 },
    ]
    expect(withNumberedChoices({ text: 'Apa kabar?', choices, question: 1 })).toBe(
      'Apa kabar?\n\n1. Lapor\n2. Status\n0. Petugas',
    )
  })

  it('is only the text when there is nothing to choose', () => {
    expect(withNumberedChoices({ text: 'Terima kasih.', choices: [], question: 0 })).toBe('Terima kasih.')
  })
})

describe('a long text in pieces', () => {
  it('stays whole when it fits, and is nothing when it is empty', () => {
    expect(splitText('pas', 3)).toEqual(['pas'])
    expect(splitText('', 3)).toEqual([])
  })

  it('breaks at the end of a line before a space, and at a space before the middle of a word', () => {
    expect(splitText('satu dua\ntiga empat', 12)).toEqual(['satu dua', 'tiga empat'])
    expect(splitText('satu dua tiga', 9)).toEqual(['satu dua', 'tiga'])
    expect(splitText('satu dua tiga', 8)).toEqual(['satu dua', 'tiga'])
    expect(splitText('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
  })

  it.each([
    ['Amharic', 'ፓስፖርቴ ጠፍቷል እባክዎ ይርዱኝ '.repeat(40)],
    ['emoji', '😀🛂✈️🇮🇩'.repeat(200)],
    ['Indonesian', 'Saya mau tanya kenapa paspor saya belum jadi.\n'.repeat(60)],
  ])('loses no character of %s and cuts none in half', (_, text) => {
    const pieces = splitText(text, 100)
    for (const piece of pieces) {
      expect([...piece].length).toBeLessThanOrEqual(100)
      expect(piece.isWellFormed()).toBe(true)
    }
    const letters = (words: string) => words.replace(/\s/g, '')
    expect(letters(pieces.join(''))).toBe(letters(text))
  })
})
