import { expect, test } from 'vitest'
import { matchAll, matchFirst, matchOnly } from '../../../src/model/understanding/patterns.ts'

const TABLE = [
  ['narrow', /\bpaspor anak\b/],
  ['wide', /\bpaspor\b/],
] as const

test.each([
  ['paspor anak', ['narrow', 'wide'], 'narrow', undefined],
  ['paspor', ['wide'], 'wide', 'wide'],
  ['visa', [], null, undefined],
])('%s', (text, all, first, only) => {
  expect(matchAll(TABLE, text)).toEqual(all)
  expect(matchFirst(TABLE, text)).toBe(first)
  expect(matchOnly(TABLE, text)).toBe(only)
})
