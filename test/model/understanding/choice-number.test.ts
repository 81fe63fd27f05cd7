import { describe, expect, test } from 'vitest'
import { parseChoiceNumber, parseLeadingNumber } from '../../../src/model/understanding/choice-number.ts'

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

test('a message of 60,000 characters is a story, never a number', () => {
  const story = 'menu 1 Kupang '.repeat(4300)
  expect([parseChoiceNumber(story), parseLeadingNumber(story)]).toEqual([null, null])
})
