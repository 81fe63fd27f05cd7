import { afterAll, afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest'
import { createCardRenderer } from '../../src/adapters/cards/index.ts'
import { createEncryption } from '../../src/adapters/encryption.ts'
import type { InboundMessage, Channel, ChannelContext, HistoryItem } from '../../src/desk/ports/channel.ts'
import type { Card } from '../../src/model/messages/card.ts'
import type { ChoiceLabel } from '../../src/model/messages/content.ts'

/**
 * What every channel must do, as one suite. A channel runs it with
 *
 *     channelContract('telegram by webhook', { open: async (context) => ({ channel, person, close }), lacks: { … } })
 *
 * where `open` makes the real channel with the context it is given, on a stand-in platform of its own, with one person on it. The channel may
 * already be started (where an account must be linked first); the suite starts it anyway and waits for `on`.
 * What a channel has not is a reason in `lacks`: the tests that need it are skipped with that reason.
 */
interface ChannelHarness {
  open(context: ChannelContext): Promise<OpenChannel>
  readonly lacks?: Partial<Record<Lack, string>>
}

type Lack = 'repeats' | 'blocking' | 'files' | 'large files' | 'pictures'

export interface OpenChannel {
  readonly channel: Channel
  readonly person: Person
  /** Ends the channel (stopped already or not) and its stand-in. */
  close(): Promise<void>
}

/** Somebody who writes to the office; the harness plays them on the platform. */
interface Person {
  /** Sends a text; where the platform's client tries again when the channel is closed, so does this. */
  says(text: string): void | Promise<void>
  /** Everything of ours the person is shown by now, oldest first, with the choices as they see them. */
  sees(): readonly string[] | Promise<readonly string[]>
  /** Chooses as people do on this channel: taps the button, or types its number. */
  chooses(choice: ChoiceLabel): void | Promise<void>
  /** The platform delivers the last message once more. */
  repeats?(): void | Promise<void>
  sendsFile?(bytes: Uint8Array): void | Promise<void>
  /** Sends a file larger than the channel takes. */
  sendsLargeFile?(): void | Promise<void>
  /** The pictures the person has been shown, as their bytes. */
  pictures?(): Promise<readonly Uint8Array[]>
  /** Blocks the office's account. */
  blocks?(): void | Promise<void>
}

/** A person's own things that must not be found in any log line. The harness gives its person this name where there is one. */
export const PERSON = 'Sri Wahyuningsih'

const cards = createCardRenderer()
const CARD: Card = {
  title: 'Surat yang dibawa: Dewasa',
  parts: [{ heading: null, lines: [{ icon: 'id-card', text: 'KTP elektronik', note: 'asli', have: false }] }],
}

interface Line {
  readonly message: string
  readonly fields: unknown
}

/** The desk behind the channel: keeps what was accepted, refuses while the database is away, remembers what was said. */
class Desk {
  readonly accepted: InboundMessage[] = []
  readonly lines: Line[] = []
  readonly history: HistoryItem[] = []
  away = false
  refused = 0
  readonly context: ChannelContext

  constructor() {
    const log = (message: string, fields?: unknown) => void this.lines.push({ message, fields })
    this.context = {
      accept: async (accepted) => this.accept(accepted),
      history: async (_channel, _address, after) =>
        this.history.filter(({ seq }) => Number(seq) > Number(after)),
      draw: cards.draw,
      encryption: createEncryption('a secret of sixteen or more'),
      log: { info: log, warn: log, error: log },
      now: Date.now,
    }
  }

  private accept(accepted: readonly InboundMessage[]): void {
    if (this.away) {
      this.refused++
      throw new Error('the database is away')
    }
    this.accepted.push(...accepted)
    for (const { externalId, content } of accepted)
      this.remember({
        id: externalId,
        from: 'person',
        text: content.kind === 'text' ? content.text : content.kind,
      })
  }

  remember(item: Pick<HistoryItem, 'id' | 'from' | 'text'> & Partial<HistoryItem>): void {
    const seq = String(this.history.length + 1)
    this.history.push({ seq, choices: [], question: 0, card: null, at: Date.now(), ...item })
  }

  /** Texts that arrived, each message once, in the order of their first coming. */
  texts(): string[] {
    const once = new Map<string, string>()
    for (const { externalId, content } of this.accepted)
      if (!once.has(externalId)) once.set(externalId, content.kind === 'text' ? content.text : content.kind)
    return [...once.values()]
  }
}

/** Waits for something true; fails after `ms`, naming what was looked for. */
export async function until<T>(look: () => T | Promise<T>, ms = 15_000): Promise<NonNullable<T>> {
  for (const end = Date.now() + ms; ;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${look}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export function channelContract(name: string, harness: ChannelHarness): void {
  describe(`the channel contract: ${name}`, () => {
    let desk: Desk
    let opened: OpenChannel

    beforeEach(async () => {
      desk = new Desk()
      opened = await harness.open(desk.context)
      await opened.channel.start()
      await until(() => opened.channel.status().state === 'on')
    })

    afterEach(async () => {
      await opened.close()
      expectNothingPersonal(desk)
    })

    afterAll(() => cards.close())

    /** Ends a test of something this channel has not, with the reason. */
    const needs = (what: Lack, { skip }: TestContext) =>
      skip(harness.lacks?.[what] !== undefined, harness.lacks?.[what])

    /** The chat's address, as its first message told it. */
    async function address(): Promise<string> {
      if (desk.accepted.length === 0) await opened.person.says('Halo, ini saya')
      return (await until(() => desk.accepted[0])).address
    }

    async function send(text: string, choices: readonly ChoiceLabel[] = [], question = 0) {
      const to = await address()
      const id = crypto.randomUUID()
      desk.remember({ id: null, from: 'bot', text, choices, question })
      return opened.channel.send({ id, to, content: { text, choices, question } })
    }

    it('starts and stops as often as it is told to, and says how it is', async () => {
      const { channel } = opened
      await channel.start()
      expect(channel.status()).toMatchObject({ channel: channel.name, state: 'on' })
      await channel.stop()
      await channel.stop()
      expect(channel.status()).toMatchObject({ channel: channel.name, state: 'stopped' })
    })

    it('says in data what it can do', () => {
      const { can, routes } = opened.channel
      expect(can.maxText).toBeGreaterThan(0)
      expect(can.rateLimit.perSecond).toBeGreaterThan(0)
      for (const { path } of routes) expect(path).toMatch(/^\//)
    })

    it('hands over a text as it was written, with who wrote it and its own id', async () => {
      const text = 'Paspor saya belum jadi 😀 متى؟ ꦥꦱ꧀ꦥꦺꦴꦂ'
      await opened.person.says(text)
      const inbound = await until(() => desk.accepted[0])
      expect(inbound).toMatchObject({ channel: opened.channel.name, content: { kind: 'text', text } })
      expect(inbound.address).toMatch(/\S/)
      expect(inbound.externalId).toMatch(/\S/)
      expect([PERSON, undefined]).toContain(inbound.name)
    })

    it('keeps the order of one person’s messages', async () => {
      const texts = ['satu', 'dua', 'tiga', 'empat']
      for (const text of texts) await opened.person.says(text)
      await until(() => desk.accepted.length >= texts.length)
      expect(desk.texts()).toEqual(texts)
      expect(new Set(desk.accepted.map(({ address }) => address)).size).toBe(1)
    })

    it('gives a repeated message the id it had before', async (context) => {
      needs('repeats', context)
      await opened.person.says('sekali saja')
      await until(() => desk.accepted.length === 1)
      await opened.person.repeats!()
      await until(() => desk.accepted.length === 2)
      expect(desk.accepted[1]!.externalId).toBe(desk.accepted[0]!.externalId)
    })

    it('loses nothing and keeps the order when the desk cannot take messages for a while', async () => {
      desk.away = true
      const said = (async () => {
        await opened.person.says('pertama')
        await opened.person.says('kedua')
      })()
      await until(() => desk.refused > 0)
      desk.away = false
      await said
      await until(() => desk.texts().length >= 2)
      expect(desk.texts()).toEqual(['pertama', 'kedua'])
    })

    it('shows what is sent, and returns the id it got', async () => {
      const delivery = await send('Laporan Anda sudah kami terima.')
      expect(delivery).toEqual({ ok: true, externalId: expect.stringMatching(/\S/) })
      await until(async () => (await seen()).includes('Laporan Anda sudah kami terima.'))
    })

    const seen = async () => (await opened.person.sees()).join('\n')
    const CHOICES: readonly ChoiceLabel[] = [
      { id: 'kdr', label: 'Kediri', number: 1 },
      { id: 'sby', label: 'Surabaya', number: 2 },
      { id: 'person', label: 'Petugas', number: 0 },
    ]

    it('shows choices with their numbers', async () => {
      await send('Kantor mana?', CHOICES, 7)
      const shown = await until(async () => (await seen()).includes('Petugas') && seen())
      for (const { number, label } of CHOICES) expect(shown).toMatch(new RegExp(`${number}\\W+${label}`))
    })

    it('hands over a choice, made as people do here or typed as a number', async () => {
      await send('Kantor mana?', CHOICES, 7)
      await until(async () => (await seen()).includes('Petugas'))
      await opened.person.chooses(CHOICES[1]!)
      await until(() => desk.accepted.length === 2)
      const chosen = desk.accepted[1]!.content
      expect([
        { kind: 'choice', question: 7, id: 'sby' },
        { kind: 'text', text: '2' },
      ]).toContainEqual(chosen)
      await opened.person.says('0')
      await until(() => desk.accepted.length === 3)
      expect(desk.accepted[2]!.content).toEqual({ kind: 'text', text: '0' })
    })

    it('sends a long text whole, in pieces that fit and cut no character', async () => {
      const text = 'Berkas 🛂 dan 👩‍👩‍👧 '.repeat(400).trim() + '😀'.repeat(4500)
      expect(await send(text)).toMatchObject({ ok: true })
      const bare = (words: string) => words.replace(/\s/g, '')
      await until(async () => bare(await seen()).includes('😀'.repeat(4500)))
      expect(bare(await seen())).toContain(bare(text))
      for (const piece of await opened.person.sees()) {
        expect(piece.isWellFormed()).toBe(true)
        expect([...piece].length).toBeLessThanOrEqual(opened.channel.can.maxText)
      }
    })

    it('shows a picture with its caption, the very one that was drawn', async (context) => {
      needs('pictures', context)
      const to = await address()
      const content = { text: 'Simpan gambar ini.', choices: [], question: 0, card: CARD }
      const picture = await cards.draw(CARD)
      desk.remember({ id: null, from: 'bot', text: content.text, card: CARD })
      const { pictures } = opened.channel.can
      const letter = { id: crypto.randomUUID(), to, content, ...(pictures && { picture }) }
      expect(await opened.channel.send(letter)).toEqual({ ok: true, externalId: expect.stringMatching(/\S/) })
      await until(async () => (await seen()).includes(content.text))
      const [shown] = await opened.person.pictures!()
      expect(Buffer.from(shown!).equals(picture)).toBe(true)
    })

    it('tells that a person has blocked us', async (context) => {
      needs('blocking', context)
      await address()
      await opened.person.blocks!()
      expect(await send('Masih di sana?')).toMatchObject({ ok: false, failure: { kind: 'blocked' } })
    })

    it('hands over a file with its bytes', async (context) => {
      needs('files', context)
      const bytes = Buffer.from('%PDF-1.7\nisi berkas')
      await opened.person.sendsFile!(bytes)
      const inbound = await until(() => desk.accepted[0])
      expect(inbound.content).toMatchObject({ kind: 'media', file: null })
      expect(Buffer.from((await bytesOf(inbound)) ?? '').equals(bytes)).toBe(true)
    })

    async function bytesOf({ file }: InboundMessage): Promise<Uint8Array | null> {
      if (!file) return null
      if ('bytes' in file) return file.bytes
      const bytes = await opened.channel.fetch!(file.ref, opened.channel.can.maxFileBytes)
      return bytes === 'too-large' ? null : bytes
    }

    it('refuses a file that is too large, with the reason', async (context) => {
      needs('large files', context)
      await opened.person.sendsLargeFile!()
      const inbound = await until(() => desk.accepted[0])
      expect(inbound.content).toMatchObject({ kind: 'media', file: null })
      expect(await whyRefused(inbound)).toBe('too-large')
    })

    /** The channel saw the size in the message, or sees it when the file is fetched. */
    async function whyRefused({ content, file }: InboundMessage): Promise<unknown> {
      if (file && 'ref' in file) return opened.channel.fetch!(file.ref, opened.channel.can.maxFileBytes)
      return content.kind === 'media' ? content.refused : content.kind
    }
  })
}

/** No line may carry a person's words, name or address, whatever the test did. */
function expectNothingPersonal({ accepted, lines }: Desk): void {
  const logged = JSON.stringify(lines, (_key, value: unknown) =>
    value instanceof Error ? `${value.name} ${value.message} ${JSON.stringify(value)}` : value,
  )
  expect(logged).not.toContain(PERSON)
  for (const { address, content } of accepted) {
    expect(logged).not.toContain(address)
    if (content.kind === 'text' && content.text.length > 2) expect(logged).not.toContain(content.text)
  }
}
