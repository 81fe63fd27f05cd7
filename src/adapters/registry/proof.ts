import type { Encryption } from '../../desk/ports/encryption.ts'
import { z } from 'zod'
import type { ApplicationQuery } from '../../desk/ports/registry.ts'

const Proof = z.object({ number: z.string(), birth: z.string() })

/** Number and birth date as they travel with a watch: encrypted, for a registry that cannot be asked without them. */
export function encryptProof(encryption: Encryption, { number, birth }: ApplicationQuery): string {
  return encryption.encrypt(JSON.stringify({ number, birth }))
}

/** Null when it was encrypted with a key that is gone. */
export function decryptProof(encryption: Encryption, proof: string): ApplicationQuery | null {
  try {
    return Proof.parse(JSON.parse(encryption.decrypt(proof)))
  } catch {
    return null
  }
}
