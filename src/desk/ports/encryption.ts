/** Encryption at rest (AES-256-GCM with a key id) and the keyed hash for look-up. */
export interface Encryption {
  /** Text, base64url; the same plain text never looks the same twice. */
  encrypt(plain: string): string
  /** Throws when the key it was encrypted with is not among ours, and on any tampering. */
  decrypt(encrypted: string): string
  encryptBytes(plain: Uint8Array): Uint8Array
  /** Throws as `decrypt` does. */
  decryptBytes(encrypted: Uint8Array): Uint8Array
  /** Keyed, deterministic, hex. `purpose` keeps hashes of different things apart. */
  hash(purpose: string, plain: string): string
}
