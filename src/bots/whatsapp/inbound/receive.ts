import type { WAMessage } from '@whiskeysockets/baileys'
import type { InboundMessage } from '../../../desk/ports/channel.ts'
import { readContent, type ReceivedContent } from './content.ts'
import { toPlainNumber } from './file-reference.ts'

const DAY = 86_400_000
const PERSON = /^\d+@(lid|s\.whatsapp\.net|hosted|hosted\.lid)$/
const LID = /@(hosted\.)?lid$/
/** WhatsApp's own announcements. */
const ANNOUNCEMENTS = '0@s.whatsapp.net'

interface ReceiveRules {
  /** ms since epoch */
  readonly now: number
  /** Largest file that is fetched, by the size its sender declares. */
  readonly maxBytes: number
}

/**
 * A message of WhatsApp → an inbound message, or null: our own (an officer on the phone, our copies), groups,
 * broadcasts, channels, protocol traffic, what is older than a day, and stubs without content – the real message
 * comes later under the same id.
 */
export function toInboundMessage(message: WAMessage, { now, maxBytes }: ReceiveRules): InboundMessage | null {
  const { key } = message
  const { remoteJid: chat, id } = key
  const address = chatAddress(key)
  if (!address || !chat || !id || key.fromMe) return null
  if (now - toPlainNumber(message.messageTimestamp) * 1000 > DAY) return null
  const taken = takenFrom(message, { chat, id }, maxBytes)
  if (!taken) return null
  const { content, ref } = taken
  const name = message.pushName || undefined
  return {
    channel: 'whatsapp',
    address,
    externalId: id,
    content,
    ...(name ? { name } : {}),
    ...(ref ? { file: { ref } } : {}),
  }
}

/** The LID is the identity; the phone number only where WhatsApp gives no LID. Null: not one person's chat. */
function chatAddress({ remoteJid, remoteJidAlt }: WAMessage['key']): string | null {
  if (!remoteJid || !PERSON.test(remoteJid) || remoteJid === ANNOUNCEMENTS) return null
  if (!LID.test(remoteJid) && remoteJidAlt && LID.test(remoteJidAlt))
    return remoteJidAlt.replace(/:\d+@/, '@')
  return remoteJid
}

/** Is this address a phone number, whose LID may be known elsewhere? */
export function isPhoneAddress(address: string): boolean {
  return !LID.test(address)
}

function takenFrom(
  { key, message }: WAMessage,
  from: { chat: string; id: string },
  maxBytes: number,
): ReceivedContent | null {
  // a picture to be seen once is not given to linked devices at all: say so instead of staying silent
  if (!message) return key.isViewOnce ? { content: { kind: 'unreadable', what: 'other' } } : null
  return readContent(message, from, maxBytes)
}
