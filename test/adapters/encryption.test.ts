import { expect, test } from 'vitest'
import { createEncryption } from '../../src/adapters/encryption.ts'
import { newId } from '../../src/adapters/ids.ts'

test('what is encrypted opens again, differs each time, and a changed byte is refused', () => {
  const encryption = createEncryption('secret of the office')
  const one = encryption.encrypt('+62 811 0000 0000')
  expect(encryption.decrypt(one)).toBe('+62 811 0000 0000')
  expect(encryption.encrypt('+62 811 0000 0000')).not.toBe(one)
  const bytes = Buffer.from(one, 'base64url')
  bytes[bytes.length - 1]! ^= 1
  expect(() => encryption.decrypt(bytes.toString('base64url'))).toThrow(/authenticate/)
})

test('a new key opens what the old one encrypted, and hashes stay the same', () => {
  const old = createEncryption('old')
  const both = createEncryption('new', 'old')
  expect(both.decrypt(old.encrypt('x'))).toBe('x')
  expect(both.hash('chat', 'a')).toBe(old.hash('chat', 'a'))
  expect(() => old.decrypt(both.encrypt('x'))).toThrow(/unknown key/)
})

test('ids are UUIDv7 and grow even within one millisecond', () => {
  const ids = Array.from({ length: 10_000 }, newId)
  expect(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toBe(
    true,
  )
  expect([...ids].sort()).toEqual(ids)
})
