import type { WAMessage } from '@whiskeysockets/baileys'
import type { Arrival } from '../../desk/ports/channel.ts'
import { contentOf, type Taken } from './content.ts'
import { numberOf } from './file-ref.ts'

const DAY = 86_400_000
const PERSON = /^\d+@(lid|s\.whatsapp\.net|hosted|hosted\.lid)$/
const LID = /@(hosted\.)?lid$/
/** WhatsApp's own announcements. */
const ANNOUNCEMENTS = '0@s.whatsapp.net'

export interface Rules {
  /** ms since epoch */
  readonly now: number
  /** Largest file that is fetched, by the size its sender declares. */
  readonly maxBytes: number
}

/**
 * Room 1: a message of WhatsApp → an arrival, or null: our own (an officer on the phone, our copies), groups,
 * broadcasts, channels, protocol traffic, what is older than a day, and stubs without content – the real message
 * comes later under the same id.
 */
export function receive(message: WAMessage, { now, maxBytes }: Rules): Arrival | null {
  const { key } = message
  const address = addressOf(key)
  if (!address || !key.id || key.fromMe) return null
  if (now - numberOf(message.messageTimestamp) * 1000 > DAY) return null
  const taken = takenFrom(message, maxBytes)
  if (!taken) return null
  const { content, ref } = taken
  const name = message.pushName || undefined
  return {
    channel: 'whatsapp',
    address,
    externalId: key.id,
    content,
    ...(name ? { name } : {}),
    ...(ref ? { file: { ref } } : {}),
  }
}

/** The LID is the identity; the phone number only where WhatsApp gives no LID. Null: not one person's chat. */
export function addressOf({ remoteJid, remoteJidAlt }: WAMessage['key']): string | null {
  if (!remoteJid || !PERSON.test(remoteJid) || remoteJid === ANNOUNCEMENTS) return null
  if (!LID.test(remoteJid) && remoteJidAlt && LID.test(remoteJidAlt))
    return remoteJidAlt.replace(/:\d+@/, '@')
  return remoteJid
}

/** Is this address a phone number, whose LID may be known elsewhere? */
export function isPhoneAddress(address: string): boolean {
  return !LID.test(address)
}

function takenFrom({ key, message }: WAMessage, maxBytes: number): Taken | null {
  // a picture to be seen once is not given to linked devices at all: say so instead of staying silent
  if (!message) return key.isViewOnce ? { content: { kind: 'unreadable', what: 'other' } } : null
  return contentOf(message, { chat: key.remoteJid!, id: key.id! }, maxBytes)
}
