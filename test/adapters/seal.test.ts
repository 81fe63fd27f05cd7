import { expect, test } from 'vitest'
import { createSeal } from '../../src/adapters/seal.ts'
import { newId } from '../../src/adapters/ids.ts'

test('what is sealed opens again, differs each time, and a changed byte is refused', () => {
  const seal = createSeal('secret of the office')
  const one = seal.seal('+62 811 0000 0000')
  expect(seal.open(one)).toBe('+62 811 0000 0000')
  expect(seal.seal('+62 811 0000 0000')).not.toBe(one)
  const bytes = Buffer.from(one, 'base64url')
  bytes[bytes.length - 1]! ^= 1
  expect(() => seal.open(bytes.toString('base64url'))).toThrow(/authenticate/)
})

test('a new key opens what the old one sealed, and hashes stay the same', () => {
  const old = createSeal('old')
  const both = createSeal('new', 'old')
  expect(both.open(old.seal('x'))).toBe('x')
  expect(both.hash('chat', 'a')).toBe(old.hash('chat', 'a'))
  expect(() => old.open(both.seal('x'))).toThrow(/unknown key/)
})

test('ids are UUIDv7 and grow even within one millisecond', () => {
  const ids = Array.from({ length: 10_000 }, newId)
  expect(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toBe(
    true,
  )
  expect([...ids].sort()).toEqual(ids)
})
