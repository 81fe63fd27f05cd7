import type { Seal } from '../desk/ports/channel.ts'
import type { ApplicationAsk } from '../desk/ports/registry.ts'

/** Number and birth date as they travel with a watch: encrypted, for a registry that cannot be asked without them. */
export function sealProof(seal: Seal, { number, birth }: ApplicationAsk): string {
  return seal.seal(JSON.stringify({ number, birth }))
}

/** Null when it was sealed with a key that is gone. */
export function openProof(seal: Seal, proof: string): ApplicationAsk | null {
  try {
    return JSON.parse(seal.open(proof)) as ApplicationAsk
  } catch {
    return null
  }
}
