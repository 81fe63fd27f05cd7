import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Encryption } from '../desk/ports/channel.ts'

const IV = 12
const TAG = 16
const ID = 4

/**
 * AES-256-GCM with a key id, and keyed hashes, both derived from `SECRET_KEY` by HKDF.
 * Encrypted bytes: 4 bytes key id, 12 bytes nonce, 16 bytes tag, ciphertext; as text: base64url.
 * `secrets[0]` seals; all of them open, so a key can be changed without re-writing every row first.
 * @throws `unknown key` for rows encrypted by a key that is not given, and on any tampering.
 */
export function createEncryption(...secrets: [string, ...string[]]): Encryption {
  const keys = new Map(secrets.map((secret) => [keyId(secret), deriveKey(secret, 'seal')]))
  const id = Buffer.from(keyId(secrets[0]), 'hex')
  const key = deriveKey(secrets[0], 'seal')
  const hashKey = deriveKey(secrets.at(-1) ?? secrets[0], 'hash')

  function sealBytes(plain: Uint8Array): Buffer {
    const iv = randomBytes(IV)
    const cipher = createCipheriv('aes-256-gcm', key, iv)
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([id, iv, cipher.getAuthTag(), body])
  }

  function openBytes(encrypted: Uint8Array): Buffer {
    const bytes = Buffer.from(encrypted.buffer, encrypted.byteOffset, encrypted.byteLength)
    const opener = keys.get(bytes.subarray(0, ID).toString('hex'))
    if (!opener) throw new Error('unknown key: SECRET_KEY is not the one this data was encrypted with')
    const decipher = createDecipheriv('aes-256-gcm', opener, bytes.subarray(ID, ID + IV))
    decipher.setAuthTag(bytes.subarray(ID + IV, ID + IV + TAG))
    return Buffer.concat([decipher.update(bytes.subarray(ID + IV + TAG)), decipher.final()])
  }

  return {
    encryptBytes: sealBytes,
    decryptBytes: openBytes,
    encrypt: (plain) => sealBytes(Buffer.from(plain)).toString('base64url'),
    decrypt: (encrypted) => openBytes(Buffer.from(encrypted, 'base64url')).toString(),
    hash: (purpose, plain) => createHmac('sha256', hashKey).update(`${purpose}\0${plain}`).digest('hex'),
  }
}

/** A key of 32 bytes for one purpose. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'tanyapaspor', purpose, 32))
}

/** Names a key without telling it: 8 hex digits. */
export function keyId(secret: string): string {
  return createHash('sha256')
    .update(`id\0${secret}`)
    .digest('hex')
    .slice(0, ID * 2)
}
