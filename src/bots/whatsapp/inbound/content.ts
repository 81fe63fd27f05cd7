import type { proto } from '@whiskeysockets/baileys'
import type { InboundContent, UnreadableKind } from '../../../model/messages/content.ts'
import { encodeFileReference, MEDIA_FIELDS, toPlainNumber, type MediaMessage } from './file-reference.ts'

type Message = proto.IMessage

/** What a message says, in our words; `ref` when there is a file to fetch. */
export interface ReceivedContent {
  readonly content: InboundContent
  readonly ref?: string
}

/** Says nothing to us: protocol traffic, and the covers of albums whose pictures come as messages of their own. */
const SILENT = new Set<string>([
  'protocolMessage',
  'messageContextInfo',
  'senderKeyDistributionMessage',
  'fastRatchetKeySenderKeyDistributionMessage',
  'deviceSentMessage',
  'keepInChatMessage',
  'pinInChatMessage',
  'stickerSyncRmrMessage',
  'placeholderMessage',
  'albumMessage',
] satisfies (keyof Message)[])

const UNREADABLE: Readonly<Partial<Record<string, UnreadableKind>>> = {
  stickerMessage: 'sticker',
  lottieStickerMessage: 'sticker',
  stickerPackMessage: 'sticker',
  pollCreationMessage: 'poll',
  pollCreationMessageV2: 'poll',
  pollCreationMessageV3: 'poll',
  pollUpdateMessage: 'poll',
  contactMessage: 'contact',
  contactsArrayMessage: 'contact',
  reactionMessage: 'reaction',
  encReactionMessage: 'reaction',
} satisfies Partial<Record<keyof Message, UnreadableKind>>

/** `ProtocolMessage.Type.MESSAGE_EDIT` */
const EDIT = 14

/** The content of a message from a person; null when there is nothing to answer. Files beyond `maxBytes` are refused unfetched. */
export function readContent(
  message: Message,
  from: { chat: string; id: string },
  maxBytes: number,
): ReceivedContent | null {
  if (isEdit(message)) return { content: { kind: 'unreadable', what: 'edited' } }
  const inner = unwrap(message)
  if (isEdit(inner)) return { content: { kind: 'unreadable', what: 'edited' } }
  const text = textOf(inner)
  if (text) return { content: { kind: 'text', text } }
  return mediaOf(inner, from, maxBytes) ?? placeOf(inner) ?? unreadableOf(inner)
}

function isEdit(message: Message): boolean {
  return Boolean(message.editedMessage) || message.protocolMessage?.type === EDIT
}

/** Disappearing, view-once, captioned and album messages carry the real one inside. */
function unwrap(message: Message): Message {
  let inner = message
  for (let depth = 0; depth < 5; depth++) {
    const cover =
      inner.ephemeralMessage ??
      inner.viewOnceMessage ??
      inner.viewOnceMessageV2 ??
      inner.viewOnceMessageV2Extension ??
      inner.documentWithCaptionMessage ??
      inner.associatedChildMessage
    if (!cover?.message) return inner
    inner = cover.message
  }
  return inner
}

/** Written words, or the words on a button or list entry that was tapped elsewhere. */
function textOf(message: Message): string {
  return (
    message.conversation ||
    message.extendedTextMessage?.text ||
    message.buttonsResponseMessage?.selectedDisplayText ||
    message.templateButtonReplyMessage?.selectedDisplayText ||
    message.listResponseMessage?.title ||
    ''
  )
}

function mediaOf(
  message: Message,
  from: { chat: string; id: string },
  maxBytes: number,
): ReceivedContent | null {
  for (const [field, type, media] of MEDIA_FIELDS) {
    const found: MediaMessage | null | undefined = message[field]
    if (!found) continue
    const content = { kind: 'media', media, caption: found.caption ?? '', file: null } as const
    if (toPlainNumber(found.fileLength) > maxBytes) return { content: { ...content, refused: 'too-large' } }
    const ref = encodeFileReference(type, found, from)
    return ref ? { content, ref } : { content: { ...content, refused: 'not-fetched' } }
  }
  return null
}

function placeOf({ locationMessage, liveLocationMessage }: Message): ReceivedContent | null {
  const place = locationMessage ?? liveLocationMessage
  if (!place) return null
  return { content: { kind: 'location', lat: place.degreesLatitude ?? 0, lng: place.degreesLongitude ?? 0 } }
}

/** Anything else a person can send is answered kindly; taking a reaction back is not. */
function unreadableOf(message: Message): ReceivedContent | null {
  const fields = Object.entries(message).filter(([field, value]) => value && !SILENT.has(field))
  const [field] = fields[0] ?? []
  if (!field || (message.reactionMessage && !message.reactionMessage.text)) return null
  return { content: { kind: 'unreadable', what: UNREADABLE[field] ?? 'other' } }
}
