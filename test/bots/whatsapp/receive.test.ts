import { proto, type WAMessage } from '@whiskeysockets/baileys'
import { describe, expect, it } from 'vitest'
import { decodeFileReference } from '../../../src/bots/whatsapp/inbound/file-reference.ts'
import { toInboundMessage } from '../../../src/bots/whatsapp/inbound/receive.ts'

const NOW = Date.parse('2026-11-20T03:00:00Z')
const RULES = { now: NOW, maxBytes: 1000 }
const LID = '100000000000001@lid'
const PHONE = '67571111111@s.whatsapp.net'

/** A message as it comes off the wire: encoded and decoded by the real protocol classes. */
function incoming(
  message: proto.IMessage | null,
  key: Partial<WAMessage['key']> = {},
  rest: Partial<WAMessage> = {},
): WAMessage {
  return {
    key: { remoteJid: LID, id: 'ID1', fromMe: false, ...key },
    message: message && proto.Message.decode(proto.Message.encode(message).finish()),
    messageTimestamp: NOW / 1000,
    pushName: 'Alice',
    ...rest,
  }
}

const contentOf = (message: proto.IMessage) => toInboundMessage(incoming(message), RULES)?.content
const media = {
  mediaKey: Buffer.alloc(32, 1),
  directPath: '/v/file',
  url: 'https://h/v/file',
  fileLength: 900,
}

describe('words', () => {
  it.each([
    [{ conversation: 'halo' }],
    [{ extendedTextMessage: { text: 'halo' } }],
    [{ ephemeralMessage: { message: { extendedTextMessage: { text: 'halo' } } } }],
    [{ viewOnceMessageV2: { message: { ephemeralMessage: { message: { conversation: 'halo' } } } } }],
    [{ buttonsResponseMessage: { selectedDisplayText: 'halo' } }],
    [{ listResponseMessage: { title: 'halo' } }],
  ])('are read from %j', (message) => {
    expect(contentOf(message)).toEqual({ kind: 'text', text: 'halo' })
  })
})

describe('files', () => {
  it.each([
    [{ imageMessage: { ...media, caption: 'ini' } }, 'photo', 'ini', 'image'],
    [{ videoMessage: media }, 'video', '', 'video'],
    [{ ptvMessage: media }, 'video', '', 'ptv'],
    [{ audioMessage: { ...media, ptt: true } }, 'voice', '', 'audio'],
    [{ documentMessage: media }, 'document', '', 'document'],
    [
      { documentWithCaptionMessage: { message: { documentMessage: { ...media, caption: 'surat' } } } },
      'document',
      'surat',
      'document',
    ],
    [{ viewOnceMessage: { message: { imageMessage: media } } }, 'photo', '', 'image'],
  ] as const)('of %j', (message, kind, caption, type) => {
    const inbound = toInboundMessage(incoming(message), RULES)!
    expect(inbound.content).toEqual({ kind: 'media', media: kind, caption, file: null })
    expect(decodeFileReference((inbound.file as { ref: string }).ref)).toMatchObject({
      type,
      chat: LID,
      id: 'ID1',
      directPath: '/v/file',
    })
  })

  it('are refused when declared too large, or without what a download needs', () => {
    for (const [change, refused] of [
      [{ fileLength: 1001 }, 'too-large'],
      [{ mediaKey: null }, 'not-fetched'],
      [{ directPath: null, url: null }, 'not-fetched'],
    ] as const) {
      const inbound = toInboundMessage(incoming({ imageMessage: { ...media, ...change } }), RULES)!
      expect(inbound.content).toMatchObject({ refused })
      expect(inbound.file).toBeUndefined()
    }
  })
})

describe('what cannot be read is answered all the same', () => {
  it.each([
    ['sticker', { stickerMessage: media }],
    ['poll', { pollCreationMessageV3: { name: 'Pick', options: [] } }],
    ['poll', { pollUpdateMessage: {} }],
    ['contact', { contactMessage: { displayName: 'Bob' } }],
    ['contact', { contactsArrayMessage: { contacts: [] } }],
    ['reaction', { reactionMessage: { text: '👍' } }],
    ['edited', { protocolMessage: { type: 14, editedMessage: { conversation: 'x' } } }],
    [
      'edited',
      { editedMessage: { message: { protocolMessage: { type: 14, editedMessage: { conversation: 'x' } } } } },
    ],
    ['other', { eventMessage: { name: 'party' } }],
  ])('%s: %j', (what, message) => {
    expect(contentOf(message)).toEqual({ kind: 'unreadable', what })
  })

  it('a place is a place', () => {
    const place = { degreesLatitude: -9.44, degreesLongitude: 147.18 }
    for (const message of [{ locationMessage: place }, { liveLocationMessage: place }])
      expect(contentOf(message)).toEqual({ kind: 'location', lat: -9.44, lng: 147.18 })
  })

  it('a picture to be seen once, which linked devices are not given', () => {
    expect(toInboundMessage(incoming(null, { isViewOnce: true }), RULES)?.content).toEqual({
      kind: 'unreadable',
      what: 'other',
    })
  })
})

describe('nothing comes of', () => {
  it.each([
    ['our own words', incoming({ conversation: 'x' }, { fromMe: true })],
    ['a group', incoming({ conversation: 'x' }, { remoteJid: '120363000000000001@g.us', participant: LID })],
    ['a status', incoming({ conversation: 'x' }, { remoteJid: 'status@broadcast', participant: LID })],
    ['a channel', incoming({ conversation: 'x' }, { remoteJid: '120363000000000001@newsletter' })],
    ['an announcement of WhatsApp', incoming({ conversation: 'x' }, { remoteJid: '0@s.whatsapp.net' })],
    ['a bot', incoming({ conversation: 'x' }, { remoteJid: '867051314767696@bot' })],
    ['a stub without content', incoming(null)],
    ['a deleted message', incoming({ protocolMessage: { type: 0, key: { id: 'X' } } })],
    ['keys only', incoming({ senderKeyDistributionMessage: { groupId: 'g' }, messageContextInfo: {} })],
    ['a reaction taken back', incoming({ reactionMessage: { text: '' } })],
    ['an album before its pictures', incoming({ albumMessage: { expectedImageCount: 2 } })],
    [
      'the day before yesterday',
      incoming({ conversation: 'x' }, {}, { messageTimestamp: NOW / 1000 - 86_401 }),
    ],
  ])('%s', (_, message) => {
    expect(toInboundMessage(message, RULES)).toBeNull()
  })
})

describe('who it is', () => {
  it.each([
    ['the LID', { remoteJid: LID, remoteJidAlt: PHONE }, LID],
    ['the LID told beside the number', { remoteJid: PHONE, remoteJidAlt: '100000000000001:3@lid' }, LID],
    ['the number when there is no LID', { remoteJid: PHONE }, PHONE],
  ])('is %s', (_, key, address) => {
    expect(toInboundMessage(incoming({ conversation: 'x' }, key), RULES)).toMatchObject({
      address,
      name: 'Alice',
      externalId: 'ID1',
    })
  })

  it('has no name when WhatsApp gives none', () => {
    expect(
      toInboundMessage(incoming({ conversation: 'x' }, {}, { pushName: null }), RULES),
    ).not.toHaveProperty('name')
  })
})
