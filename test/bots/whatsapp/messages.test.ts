import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { proto } from '@whiskeysockets/baileys'
import type { InboundMessage } from '../../../src/desk/ports/channel.ts'
import type { Account } from '../../peers/whatsapp/src/server.ts'
import { outbound, until, World, type TestChannel } from './world.ts'

let world: World
let office: Account
let alice: Account
let made: TestChannel
/** While set, the inbox cannot be written. */
let refuse = false
const accepted: InboundMessage[] = []
let calls = 0

beforeAll(async () => {
  world = await World.start()
  office = world.wa.addAccount('67570000001', 'Office')
  made = await world.linked(office, async (messages) => {
    calls++
    if (refuse) throw new Error('the database is away')
    accepted.push(...messages)
  })
})
afterAll(() => world.stop())

let people = 0
beforeEach(() => {
  alice = world.wa.addAccount(`6757111${1000 + people++}`, 'Alice')
})

const from = (person: Account) => accepted.filter(({ address }) => address === person.lidJid)
const oneFrom = (person: Account) => until(() => from(person)[0])
const textsFrom = (person: Account) =>
  from(person).map(({ content }) => (content.kind === 'text' ? content.text : content.kind))

describe('what comes in', () => {
  it('is a text with the LID as address, the name and the id of WhatsApp', async () => {
    const id = await alice.sendText(office, 'paspor saya hilang')
    expect(await oneFrom(alice)).toEqual({
      channel: 'whatsapp',
      address: alice.lidJid,
      name: 'Alice',
      externalId: id,
      content: { kind: 'text', text: 'paspor saya hilang' },
    })
  })

  it('is one person whether WhatsApp tells the LID or only the phone number', async () => {
    await alice.sendText(office, 'by number', { byPhone: true })
    await alice.sendText(office, 'by LID')
    await until(() => from(alice).length === 2)
    expect(textsFrom(alice)).toEqual(['by number', 'by LID'])
  })

  it('keeps its order, in a burst from somebody new too', async () => {
    const texts = Array.from({ length: 20 }, (_, n) => `line ${n}`)
    for (const text of texts) await alice.sendText(office, text)
    await until(() => from(alice).length === 20)
    expect(textsFrom(alice)).toEqual(texts)
  })

  it('keeps its id when it is delivered again, so that the inbox can refuse the repeat', async () => {
    for (let n = 0; n < 3; n++) await alice.sendText(office, 'once', { id: 'SAMEID' })
    await until(() => from(alice).length === 3)
    expect(new Set(from(alice).map(({ externalId }) => externalId))).toEqual(new Set(['SAMEID']))
  })

  it('waits at WhatsApp while the service is down, and comes when it is back', async () => {
    const other = world.wa.addAccount('67570000002', 'Other office')
    const before = await world.linked(other)
    await before.channel.stop()
    await alice.sendText(other, 'one')
    await alice.sendText(other, 'two')
    const after = world.open({ session: other.phone })
    await after.channel.start()
    await until(() => after.accepted.length === 2)
    expect(after.texts()).toEqual(['one', 'two'])
  })

  it('is taken at once after a log-in, though Baileys holds it back until it knows that nothing more is missing', async () => {
    const other = world.wa.addAccount('67570000006', 'Sixth office')
    await (await world.linked(other)).channel.stop()
    await alice.sendText(other, 'acknowledged already')
    world.wa.offlineMarker = false
    const { channel, texts } = world.open({ session: other.phone })
    await channel.start()
    await until(() => texts().length > 0, 3000)
    world.wa.offlineMarker = true
    expect(texts()).toEqual(['acknowledged already'])
  })

  it('does not pass on our own words, groups, protocol traffic and what is older than a day', async () => {
    const bob = world.wa.addAccount('67579999999', 'Bob')
    const group = world.wa.addGroup('Family', [alice, bob, office])
    await office.sendText(alice, 'an officer on the phone')
    await alice.sendText(group, 'hi all')
    await alice.send(office, {
      protocolMessage: { type: proto.Message.ProtocolMessage.Type.REVOKE, key: { id: 'X' } },
    })
    await alice.sendText(office, 'forgotten', { at: Math.floor(Date.now() / 1000) - 90_000 })
    await alice.sendText(office, 'today')
    await until(() => from(alice).length > 0)
    expect(textsFrom(alice)).toEqual(['today'])
    expect(from(bob)).toEqual([])
    expect(accepted.filter(({ address }) => address === office.lidJid)).toEqual([])
  })

  it('is held in order while the inbox cannot be written, and is then safe', async () => {
    refuse = true
    const before = calls
    for (const text of ['held 1', 'held 2']) await alice.sendText(office, text)
    await until(() => calls >= before + 2)
    await alice.sendText(office, 'held 3')
    expect(from(alice)).toEqual([])
    refuse = false
    await until(() => from(alice).length === 3)
    expect(textsFrom(alice)).toEqual(['held 1', 'held 2', 'held 3'])
    expect(made.lines.some(({ message }) => message.includes('held'))).toBe(true)
  })

  it('comes once, with its words, when it could not be decrypted at first', async () => {
    const other = world.wa.addAccount('67570000005', 'Fifth office')
    const before = await world.linked(other)
    await alice.sendText(other, 'first')
    await until(() => before.accepted.length === 1)
    await before.channel.send(outbound(alice.lidJid, 'answer'))
    await before.channel.stop()
    // restored from a backup older than the conversation
    await world.pool.query(`DELETE FROM whatsapp_key WHERE session = $1 AND type = 'session'`, [other.phone])
    const after = world.open({ session: other.phone })
    await after.channel.start()
    await until(() => after.channel.status().state === 'on')
    await world.wa.online(other)
    const id = await alice.sendText(other, 'second')
    await until(() => after.accepted.length > 0)
    expect(after.texts()).toEqual(['second'])
    expect(after.accepted[0]!.externalId).toBe(id)
    expect(alice.receipts.filter(({ type }) => type === 'retry')).toHaveLength(1)
  })
})

describe('files', () => {
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(40_000, 7)])
  const refOf = ({ file }: InboundMessage) => (file as { ref: string }).ref
  const LIMIT = 1_000_000

  it('are fetched by their reference, by another process too', async () => {
    await alice.sendMedia(office, 'image', jpeg, { mimetype: 'image/jpeg', caption: 'my passport' })
    const inbound = await oneFrom(alice)
    expect(inbound.content).toEqual({ kind: 'media', media: 'photo', caption: 'my passport', file: null })
    expect(await made.channel.fetch!(refOf(inbound), LIMIT)).toEqual(jpeg)
    const { channel } = world.open({ session: 'not linked at all' })
    await channel.start()
    expect(await channel.fetch!(refOf(inbound), LIMIT)).toEqual(jpeg)
  })

  it.each([
    ['audio', 'voice', { ptt: true, seconds: 3, mimetype: 'audio/ogg; codecs=opus' }],
    ['video', 'video', {}],
    ['document', 'document', { fileName: 'surat.pdf' }],
  ] as const)('of kind %s are fetched as %s', async (kind, media, extra) => {
    const bytes = Buffer.from(`bytes of a ${kind}`)
    await alice.sendMedia(office, kind, bytes, extra)
    const inbound = await oneFrom(alice)
    expect(inbound.content).toMatchObject({ media })
    expect(await made.channel.fetch!(refOf(inbound), LIMIT)).toEqual(bytes)
  })

  it('are refused unfetched when declared larger than the limit, and while loading when the declaration lies', async () => {
    await alice.sendMedia(office, 'document', jpeg, { fileLength: 50_000_000 })
    const declared = await oneFrom(alice)
    expect(declared.content).toMatchObject({ kind: 'media', refused: 'too-large' })
    expect(declared.file).toBeUndefined()
    await alice.sendMedia(office, 'document', jpeg, { fileLength: 10 })
    const lying = await until(() => from(alice)[1])
    expect(await made.channel.fetch!(refOf(lying), 10_000)).toBe('too-large')
  })

  it('are tried three times, and then given up', async () => {
    await alice.sendMedia(office, 'image', jpeg)
    const ref = refOf(await oneFrom(alice))
    Object.assign(world.wa.media.failNext, { download: 2, status: 503 })
    expect(await made.channel.fetch!(ref, LIMIT)).toEqual(jpeg)
    world.wa.media.failNext.download = 3
    expect(await made.channel.fetch!(ref, LIMIT)).toBeNull()
  })

  it('are asked for again from the phone when WhatsApp has dropped them', async () => {
    const id = await alice.sendMedia(office, 'image', jpeg)
    const ref = refOf(await oneFrom(alice))
    world.wa.media.expire(JSON.parse(ref).directPath)
    expect(await made.channel.fetch!(ref, LIMIT)).toEqual(jpeg)
    expect(world.wa.mediaRetries).toEqual([id])
  })

  it('that were changed on the way are not taken', async () => {
    await alice.sendMedia(office, 'image', jpeg, { fileSha256: Buffer.alloc(32) })
    expect(await made.channel.fetch!(refOf(await oneFrom(alice)), LIMIT)).toBeNull()
  })
})

describe('what goes out', () => {
  it('is read, typed, and then said, with numbered choices', async () => {
    const id = await alice.sendText(office, 'halo')
    await oneFrom(alice)
    const menu = outbound(alice.lidJid, 'Apa yang bisa kami bantu?', [
      { id: 'a', label: 'Lapor' },
      { id: 'b', label: 'Status' },
      { id: 'p', label: 'Petugas', number: 0 },
    ])
    const delivery = await made.channel.send(menu)
    const received = await alice.waitFor(/Apa yang/)
    expect(received.text).toBe('Apa yang bisa kami bantu?\n\n1. Lapor\n2. Status\n0. Petugas')
    expect(delivery).toEqual({ ok: true, externalId: received.id })
    expect(alice.receipts.filter(({ type }) => type === 'read').map((receipt) => receipt.id)).toEqual([id])
    expect(alice.chatStates.map(({ state }) => state)).toContain('composing')
    expect(alice.chatStates[0]!.at).toBeLessThanOrEqual(received.at)
  })

  it('carries the same id when it is sent again', async () => {
    await alice.sendText(office, 'halo')
    await oneFrom(alice)
    const reply = outbound(alice.lidJid, 'Selamat datang')
    const first = await made.channel.send(reply)
    const second = await made.channel.send(reply)
    expect(second).toEqual(first)
    await until(() => alice.inbox.length === 2)
    expect(new Set(alice.inbox.map(({ id }) => id)).size).toBe(1)
  })

  it('goes in several messages when it is long, whole and in order', async () => {
    await alice.sendText(office, 'halo')
    await oneFrom(alice)
    const long = Array.from({ length: 900 }, (_, n) => `baris ${n}`).join('\n')
    expect(await made.channel.send(outbound(alice.lidJid, long))).toMatchObject({ ok: true })
    await until(() => alice.inbox.length >= 3)
    expect(alice.inbox.map(({ text }) => text).join('\n')).toBe(long)
  })

  it('is refused for good with code 463, and the operator is told', async () => {
    await alice.sendText(office, 'halo')
    await oneFrom(alice)
    world.wa.nackNext.push('463')
    expect(await made.channel.send(outbound(alice.lidJid, 'x'))).toEqual({
      ok: false,
      failure: { kind: 'refused', detail: '463' },
    })
    expect(made.channel.status()).toMatchObject({ state: 'on', detail: expect.stringContaining('463') })
  })

  it('is tried again later after other refusals of the moment', async () => {
    await alice.sendText(office, 'halo')
    await oneFrom(alice)
    world.wa.nackNext.push('429', '503')
    expect(await made.channel.send(outbound(alice.lidJid, 'x'))).toMatchObject({
      failure: { kind: 'throttled', retryAfterMs: 60_000 },
    })
    expect(await made.channel.send(outbound(alice.lidJid, 'x'))).toMatchObject({
      failure: { kind: 'unreachable' },
    })
  })

  it('is not called sent when the connection is cut before WhatsApp has taken it', async () => {
    await alice.sendText(office, 'halo')
    await oneFrom(alice)
    await made.channel.send(outbound(alice.lidJid, 'one'))
    world.wa.stall = true
    const sending = made.channel.send(outbound(alice.lidJid, 'two'))
    await new Promise((resolve) => setTimeout(resolve, 200))
    world.wa.disconnect(office)
    world.wa.stall = false
    expect(await sending).toMatchObject({ ok: false, failure: { kind: 'unreachable' } })
    expect(await made.channel.send(outbound(alice.lidJid, 'three'))).toEqual({
      ok: false,
      failure: { kind: 'not-linked' },
    })
    await until(() => made.channel.status().state === 'on')
  })

  it('is sent again to a phone that could not decrypt it, after a restart too', async () => {
    const other = world.wa.addAccount('67570000003', 'Third office')
    const before = await world.linked(other)
    await alice.sendText(other, 'halo')
    await until(() => before.accepted.length === 1)
    await before.channel.send(outbound(alice.lidJid, 'jawaban'))
    const received = await alice.waitFor('jawaban')
    await until(async () => {
      const { rows } = await world.pool.query(
        `SELECT 1 FROM whatsapp_key WHERE session = $1 AND type = 'sent'`,
        [other.phone],
      )
      return rows.length > 0
    })
    await before.channel.stop()
    const after = world.open({ session: other.phone })
    await after.channel.start()
    await until(() => after.channel.status().state === 'on')
    await world.wa.online(other)
    const seen = alice.inbox.length
    alice.phoneDevice.dropSession([...other.companions.values()][0]!.key)
    alice.askAgain(received)
    expect((await alice.waitFor('jawaban', { since: seen })).id).toBe(received.id)
  })

  it('can be read by a person who writes while it is being sent', async () => {
    const before = world.wa.undecrypted.length
    const people = [1, 2, 3].map((n) => world.wa.addAccount(`6757111900${n}`, 'Quick'))
    await Promise.all(
      people.map(async (person) => {
        for (let round = 0; round < 15; round++) {
          await person.sendText(office, `${round}`)
          await until(() => from(person).length > round)
          void made.channel.send(outbound(person.lidJid, `answer ${round}`)) // the next words come before this is over
          await person.waitFor(`answer ${round}`)
        }
      }),
    )
    expect(people.map((person) => person.inbox.length)).toEqual([15, 15, 15])
    expect(world.wa.undecrypted.slice(before)).toEqual([])
  })

  it('waits one to two seconds between messages when paced', async () => {
    const other = world.wa.addAccount('67570000004', 'Fourth office')
    await (await world.linked(other)).channel.stop()
    const { channel, accepted } = world.open({ session: other.phone, pace: true })
    await channel.start()
    await until(() => channel.status().state === 'on')
    await world.wa.online(other)
    await alice.sendText(other, 'halo')
    await until(() => accepted.length === 1)
    await Promise.all(['a', 'b', 'c'].map((text) => channel.send(outbound(alice.lidJid, text))))
    const [a, b, c] = alice.inbox.map(({ at }) => at) as [number, number, number]
    expect(alice.inbox.map(({ text }) => text)).toEqual(['a', 'b', 'c'])
    for (const gap of [b - a, c - b]) {
      expect(gap).toBeGreaterThan(900)
      expect(gap).toBeLessThan(2500)
    }
  })
})

it('asks WhatsApp nothing that the stand-in does not know', () => {
  expect(world.wa.unknownIqs).toEqual([])
})
