import { WA_CERT_DETAILS } from '@whiskeysockets/baileys'
import pg from 'pg'
import { createEncryption } from '../../../src/adapters/encryption.ts'
import { createPrisma } from '../../../src/adapters/prisma/client.ts'
import { createWhatsAppKeyStore } from '../../../src/adapters/prisma/whatsapp-keys.ts'
import { createWhatsAppChannel } from '../../../src/bots/whatsapp/channel.ts'
import type { WhatsAppSettings } from '../../../src/bots/whatsapp/settings.ts'
import { filterConsole } from '../../../src/bots/whatsapp/console-filter.ts'
import type {
  Accept,
  InboundMessage,
  Channel,
  ChannelStatus,
  OutboundMessage,
} from '../../../src/desk/ports/channel.ts'
import type { Log } from '../../../src/desk/ports/log.ts'
import type { WhatsAppKeyStore } from '../../../src/desk/ports/whatsapp.ts'
import type { ChoiceLabel } from '../../../src/model/messages/content.ts'
import { WaFakeServer, type Account } from '../../peers/whatsapp/src/server.ts'
import { freshDatabase } from '../../support/database.ts'

export const SECRET = 'a secret of the tests'

interface Line {
  readonly level: string
  readonly message: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** A channel with everything it said and handed over. */
export interface TestChannel {
  readonly channel: Channel
  readonly accepted: InboundMessage[]
  readonly announced: string[]
  readonly lines: Line[]
  texts(): string[]
}

/** The stand-in for WhatsApp, a database, and channels between them. In this process: real sockets, real TLS, certificate unchecked. */
export class World {
  readonly wa: WaFakeServer
  readonly url: string
  readonly pool: pg.Pool
  readonly store: WhatsAppKeyStore
  private readonly channels: Channel[] = []
  private readonly drop: () => Promise<void>

  private constructor(wa: WaFakeServer, database: { url: string; drop: () => Promise<void> }) {
    this.wa = wa
    this.url = database.url
    this.drop = database.drop
    this.pool = new pg.Pool({ connectionString: database.url, max: 4 })
    this.pool.on('error', () => undefined)
    this.store = createWhatsAppKeyStore({
      pool: this.pool,
      prisma: createPrisma(this.pool),
      url: database.url,
      encryption: createEncryption(SECRET),
    })
  }

  static async start(): Promise<World> {
    filterConsole() // the phones of the stand-in use libsignal too
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
    const wa = await WaFakeServer.start()
    Object.assign(WA_CERT_DETAILS, { PUBLIC_KEY: Buffer.from(wa.rootKeyHex, 'hex') })
    return new World(wa, await freshDatabase())
  }

  async stop(): Promise<void> {
    for (const channel of this.channels) await channel.stop()
    await this.wa.stop()
    await this.pool.end()
    await this.drop()
  }

  /** A channel that is not started yet. */
  open(
    settings: Partial<WhatsAppSettings> & { session: string },
    accept?: Accept,
    store = this.store,
  ): TestChannel {
    const accepted: InboundMessage[] = []
    const announced: string[] = []
    const { log, lines } = recordingLog()
    const keep: Accept = async (more) => void accepted.push(...more)
    const channel = createWhatsAppChannel(
      { url: this.wa.url, pace: false, announce: (text) => announced.push(text), ...settings },
      {
        accept: accept ?? keep,
        history: async () => [],
        draw: async () => new Uint8Array(),
        encryption: createEncryption(SECRET),
        log,
        now: Date.now,
      },
      store,
    )
    this.channels.push(channel)
    const texts = () => accepted.map(({ content }) => (content.kind === 'text' ? content.text : content.kind))
    return { channel, accepted, announced, lines, texts }
  }

  /** A started channel, linked to the account by scanning its QR. */
  async linked(office: Account, accept?: Accept): Promise<TestChannel> {
    const made = this.open({ session: office.phone }, accept)
    await made.channel.start()
    await office.scanQr((await shown(made.channel, 'qr')).qr!)
    await until(() => made.channel.status().state === 'on')
    await this.wa.online(office)
    return made
  }
}

/** Waits for something true; fails after `ms`. */
export async function until<T>(look: () => T | Promise<T>, ms = 10_000): Promise<NonNullable<T>> {
  const end = Date.now() + ms
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${look}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Waits until the channel shows a QR or a pairing code. */
export function shown(channel: Channel, what: 'qr' | 'pairingCode'): Promise<ChannelStatus> {
  return until(() => (channel.status()[what] ? channel.status() : null))
}

/** What a person does: types the code a moment after it was shown. */
export function typeCode(office: Account, code: string): Promise<unknown> {
  return until(() => {
    try {
      office.enterPairingCode(code)
      return true
    } catch {
      return false // the stand-in has not read the request yet
    }
  })
}

export function recordingLog(): { log: Log; lines: Line[] } {
  const lines: Line[] = []
  const at =
    (level: string) =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}) =>
      void lines.push({ level, message, fields })
  return { lines, log: { info: at('info'), warn: at('warn'), error: at('error') } }
}

let count = 0

export function outbound(to: string, text: string, choices: readonly ChoiceLabel[] = []): OutboundMessage {
  return {
    id: `outbound-${process.pid}-${++count}`,
    to,
    content: { text, choices, question: choices.length && 1 },
  }
}
