import { expect, test } from 'vitest'
import { rupiah } from '../../../src/model/facts/rupiah.ts'

test.each([
  [0, 'Rp0'],
  [500, 'Rp500'],
  [5000, 'Rp5.000'],
  [350_000, 'Rp350.000'],
  [1_650_000, 'Rp1.650.000'],
])('%i rupiah is written %s', (amount, written) => {
  expect(rupiah(amount)).toBe(written)
})
