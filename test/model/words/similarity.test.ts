import { expect, test } from 'vitest'
import { editDistance } from '../../../src/model/words/similarity.ts'

test('a distance counts changes, gaps and swaps of neighbours', () => {
  expect(editDistance('kupang', 'kupnag')).toBe(1)
  expect(editDistance('kupang', 'kupng')).toBe(1)
  expect(editDistance('kupang', 'kupang')).toBe(0)
  expect(editDistance('', 'abc')).toBe(3)
})
