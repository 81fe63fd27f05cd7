import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Encryption } from '../../desk/ports/encryption.ts'

const NAME = 'tanyapaspor_chat'
/** Browsers keep a cookie for 400 days at most; each message renews it. */
const KEPT_SECONDS = 400 * 24 * 3600

export interface ChatSession {
  /** The chat of this browser; `null` without a cookie of ours or with a forged one. */
  readAddress(request: IncomingMessage): string | null
  newAddress(): string
  /** Puts the signed cookie of `address` on the answer. */
  setCookie(response: ServerResponse, address: string): void
}

/**
 * Who is writing: a random id in a cookie signed by us. It is made only with a person's first message:
 * a page opened from a link on another site comes without its strict cookie, and must not get a new one in its place.
 */
export function createChatSession(encryption: Encryption, secure: boolean): ChatSession {
  const sign = (address: string) => encryption.hash('web-cookie', address)
  const rules = `Path=/chat; HttpOnly; SameSite=Strict; Max-Age=${KEPT_SECONDS}${secure ? '; Secure' : ''}`
  return {
    readAddress(request) {
      const [address, signature] = cookie(request).split('.')
      if (!address || !signature) return null
      return same(signature, sign(address)) ? address : null
    },
    newAddress: () => randomBytes(24).toString('base64url'),
    setCookie: (response, address) =>
      response.setHeader('set-cookie', `${NAME}=${address}.${sign(address)}; ${rules}`),
  }
}

function cookie(request: IncomingMessage): string {
  const ours = request.headers.cookie?.split(/;\s*/).find((pair) => pair.startsWith(`${NAME}=`))
  return ours?.slice(NAME.length + 1) ?? ''
}

function same(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
