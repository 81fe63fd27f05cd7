import { expect, test } from 'vitest'
import { shuffled } from '../../../src/model/quota/shuffle.ts'

test('everything once, in the order the draws give, and the list itself stays', () => {
  const items = ['a', 'b', 'c', 'd']
  expect(shuffled(items, () => 0)).toEqual(['b', 'c', 'd', 'a'])
  expect(shuffled(items, (n) => n - 1)).toEqual(items)
  expect(shuffled([], () => 0)).toEqual([])
  expect(items).toEqual(['a', 'b', 'c', 'd'])
})
