import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { CredentialCrypto } from '../desk/ports/officers.ts'

/** argon2id as OWASP advises: 19 MiB, two passes, one lane (Password Storage Cheat Sheet). argon2id is the library's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function createCredentialCrypto(): CredentialCrypto {
  const make = () => randomBytes(32).toString('base64url')
  // compared with when there is no such account, so that the answer takes as long
  const nobody = hash(make(), COST)
  return {
    generateSecret: make,
    digest: (secret) => createHash('sha256').update(secret).digest('hex'),
    hashPassword: (password) => hash(password, COST),
    async verifyPassword(known, password) {
      const right = await verify(known ?? (await nobody), password)
      return right && known !== null
    },
  }
}
