import { expect, test } from 'vitest'
import { isIdentityNumber } from '../../../src/model/messages/identity-number.ts'

test.each([
  ['5371011203850001', true],
  ['5371015203850001', true],
  ['5371013203850001', false],
  ['5371011213850001', false],
  ['5371011203850000', false],
  ['0071011203850001', false],
  ['537101120385000', false],
  ['53710112038500011', false],
])('%s as an identity number: %s', (digits, is) => {
  expect(isIdentityNumber(digits)).toBe(is)
})
