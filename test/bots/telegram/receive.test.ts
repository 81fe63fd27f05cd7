import { describe, expect, it } from 'vitest'
import { toInboundMessage } from '../../../src/bots/telegram/receive.ts'

const LIMIT = 10 * 2 ** 20
const chat = { id: 7001, type: 'private', first_name: 'Budi' }
const from = { id: 7001, is_bot: false, first_name: 'Budi', last_name: 'Santoso' }
const message = (content: object) =>
  ({ update_id: 1, message: { message_id: 42, date: 1_790_000_000, chat, from, ...content } }) as never
const update = (kind: string, body: object) => ({ update_id: 1, [kind]: body }) as never
const contentOf = (content: object) => toInboundMessage(message(content), LIMIT)?.content
const file = { file_id: 'F1', file_unique_id: 'U1', file_size: 1000 }

describe('a raw Telegram update', () => {
  it('is an inbound with address, name and the id of the message', () => {
    expect(toInboundMessage(message({ text: 'halo' }), LIMIT)).toEqual({
      channel: 'telegram',
      address: '7001',
      name: 'Budi Santoso',
      externalId: 'm:42:1790000000',
      content: { kind: 'text', text: 'halo' },
    })
  })

  it('of another bot of the office is not taken for a repeat, though its numbers begin anew', () => {
    const [before, after] = [1_790_000_000, 1_790_500_000].map((date) =>
      toInboundMessage(message({ text: 'halo', date }), LIMIT),
    )
    expect(before!.externalId).not.toBe(after!.externalId)
  })

  it('keeps commands as text, without our own name in them', () => {
    expect(contentOf({ text: '/start' })).toEqual({ kind: 'text', text: '/start' })
    expect(contentOf({ text: '/menu@paspor_bot' })).toEqual({ kind: 'text', text: '/menu' })
    expect(contentOf({ text: 'kirim ke a@b.id' })).toEqual({ kind: 'text', text: 'kirim ke a@b.id' })
  })

  it('is nothing in groups and channels', () => {
    for (const type of ['group', 'supergroup', 'channel'])
      expect(
        toInboundMessage(message({ text: 'halo', chat: { id: -5, type, title: 'Grup' } }), LIMIT),
      ).toBeNull()
    expect(
      toInboundMessage(
        update('channel_post', { message_id: 1, chat: { id: -5, type: 'channel' }, text: 'x' }),
        LIMIT,
      ),
    ).toBeNull()
  })

  it('is nothing when Telegram itself speaks, or when the person blocked us', () => {
    expect(toInboundMessage(message({ pinned_message: { message_id: 3 } }), LIMIT)).toBeNull()
    expect(toInboundMessage(update('my_chat_member', { chat, from }), LIMIT)).toBeNull()
  })
})

describe('a tap on a button', () => {
  const query = (data: string, extra: object = {}) =>
    update('callback_query', {
      id: '991',
      from,
      chat_instance: '1',
      message: { message_id: 9, date: 1, chat },
      data,
      ...extra,
    })

  it('is a choice of its question', () => {
    expect(toInboundMessage(query('q:12:kdr:x'), LIMIT)).toMatchObject({
      address: '7001',
      name: 'Budi Santoso',
      externalId: 'cb:991',
      content: { kind: 'choice', question: 12, id: 'kdr:x' },
    })
  })

  it('is nothing when the button is not ours, stands in a group or its message is gone', () => {
    expect(toInboundMessage(query('something'), LIMIT)).toBeNull()
    expect(toInboundMessage(query('q:1:a', { message: undefined }), LIMIT)).toBeNull()
    const group = { message_id: 9, date: 1, chat: { id: -5, type: 'group' } }
    expect(toInboundMessage(query('q:1:a', { message: group }), LIMIT)).toBeNull()
  })

  it('is still understood when Telegram no longer shows the message', () => {
    const inaccessible = { message_id: 9, date: 0, chat }
    expect(toInboundMessage(query('q:3:a', { message: inaccessible }), LIMIT)?.content).toMatchObject({
      id: 'a',
    })
  })
})

describe('a file', () => {
  it('is media with a reference to fetch it by', () => {
    const kinds = {
      document: 'document',
      voice: 'voice',
      audio: 'voice',
      video: 'video',
      video_note: 'video',
    }
    for (const [kind, media] of Object.entries(kinds))
      expect(toInboundMessage(message({ [kind]: file, caption: 'ini' }), LIMIT)).toMatchObject({
        content: { kind: 'media', media, caption: 'ini', file: null },
        file: { ref: 'F1' },
      })
  })

  it('without words has an empty caption', () => {
    expect(contentOf({ voice: file })).toMatchObject({ caption: '' })
  })

  it('that moves without sound is a video, though Telegram calls it a document too', () => {
    expect(contentOf({ animation: file, document: file })).toMatchObject({ media: 'video' })
  })

  it('as photo is the largest size within the limit', () => {
    const size = (file_id: string, file_size: number) => ({ file_id, file_unique_id: file_id, file_size })
    const photo = [size('s', 1000), size('m', 900_000), size('l', LIMIT + 1)]
    expect(toInboundMessage(message({ photo }), LIMIT)?.file).toEqual({ ref: 'm' })
  })

  it('over the limit is refused with the reason and never fetched', () => {
    const inbound = toInboundMessage(message({ document: { ...file, file_size: LIMIT + 1 } }), LIMIT)!
    expect(inbound.content).toMatchObject({
      kind: 'media',
      media: 'document',
      file: null,
      refused: 'too-large',
    })
    expect(inbound).not.toHaveProperty('file')
  })
})

describe('what we cannot read', () => {
  it('is named, so that it can be answered', () => {
    expect(contentOf({ sticker: file })).toEqual({ kind: 'unreadable', what: 'sticker' })
    expect(contentOf({ poll: { id: '1' } })).toEqual({ kind: 'unreadable', what: 'poll' })
    expect(contentOf({ contact: { phone_number: '1' } })).toEqual({ kind: 'unreadable', what: 'contact' })
    expect(contentOf({ dice: { emoji: '🎲', value: 1 } })).toEqual({ kind: 'unreadable', what: 'other' })
    expect(contentOf({ invented_in_2031: {} })).toEqual({ kind: 'unreadable', what: 'other' })
  })

  it('is not a location: that has its place', () => {
    const location = { latitude: -7.82, longitude: 112.01 }
    const read = { kind: 'location', lat: -7.82, lng: 112.01 }
    expect(contentOf({ location })).toEqual(read)
    expect(contentOf({ location, venue: { location, title: 'Kantor', address: 'Jalan Mawar 1' } })).toEqual(
      read,
    )
  })

  it('an edited message is, each edit once', () => {
    const edit = (edit_date: number, content: object = { text: 'lain' }) =>
      toInboundMessage(
        update('edited_message', { message_id: 42, date: 1, edit_date, chat, from, ...content }),
        LIMIT,
      )
    expect(edit(5)).toMatchObject({ externalId: 'e:42:5', content: { kind: 'unreadable', what: 'edited' } })
    expect(edit(6)!.externalId).not.toBe(edit(5)!.externalId)
    expect(edit(5, { location: { latitude: 1, longitude: 2, live_period: 60 } })).toBeNull()
  })

  it('a reaction is when it is put, not when it is taken away', () => {
    const react = (new_reaction: object[]) =>
      toInboundMessage(
        update('message_reaction', {
          chat,
          user: from,
          message_id: 4,
          date: 8,
          old_reaction: [],
          new_reaction,
        }),
        LIMIT,
      )
    expect(react([{ type: 'emoji', emoji: '👍' }])).toMatchObject({
      externalId: 'r:4:8',
      content: { kind: 'unreadable', what: 'reaction' },
    })
    expect(react([])).toBeNull()
  })
})
