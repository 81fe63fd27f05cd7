import { createTelegramChannel } from '../../../src/bots/telegram/channel.ts'
import type { Timeouts } from '../../../src/bots/telegram/settings.ts'
import type { Accept, InboundMessage, Channel, ChannelContext } from '../../../src/desk/ports/channel.ts'
import { startHttpServer } from '../../../src/http-server.ts'
import { silentLog } from '../../../src/adapters/log.ts'
import { createEncryption } from '../../../src/adapters/encryption.ts'
import { TgFakeServer, type User } from '../../peers/telegram/src/server.ts'
import { PERSON, type OpenChannel } from '../contract.ts'

type Way = 'webhook' | 'polling'
export const SECRET = 'a-secret-of-the-webhook'

/** The stand-in and a channel on it, by either way in. */
export interface Telegram extends OpenChannel {
  readonly tg: TgFakeServer
  readonly sri: User
  /** Where the webhook is served; nothing for polling. */
  readonly url: string
}

const QUICK: Partial<Timeouts> = { firstPause: 20, longestPause: 200, conflictPause: 400, call: 5000 }

/** The real channel with the real telegraf on real sockets; not started. */
export async function openTelegram(
  way: Way,
  context: ChannelContext,
  timeouts: Partial<Timeouts> = {},
  token?: string,
): Promise<Telegram> {
  const tg = await TgFakeServer.start()
  let channel!: Channel
  // the webhook's address is known before the channel is made
  const server = await startHttpServer(
    { host: '127.0.0.1', port: 0 },
    [
      {
        method: 'POST',
        path: '/webhooks/telegram',
        handle: (req, res) => channel.routes[0]!.handle(req, res),
      },
    ],
    (_request, response) => void response.writeHead(404).end(),
    silentLog,
  )
  const webhook = way === 'webhook' ? { url: server.address, secret: SECRET } : undefined
  channel = createTelegramChannel(
    {
      token: token ?? tg.token,
      apiRoot: tg.apiRoot,
      pace: true,
      timeouts: { ...QUICK, ...timeouts },
      ...(webhook && { webhook }),
    },
    context,
  )
  const [first_name, last_name] = PERSON.split(' ')
  const sri = tg.addUser(first_name!, { id: 7_304_918_265, last_name })
  return {
    tg,
    sri,
    channel,
    url: `${server.address}/webhooks/telegram`,
    person: {
      says: (text) => void sri.sendText(text),
      sees: () =>
        sri.chat.botMessages.map((shown) =>
          [
            shown.text ?? shown.caption,
            ...(shown.reply_markup?.inline_keyboard ?? []).flat().map((button: any) => button.text),
          ].join('\n'),
        ),
      async chooses({ label }) {
        const shown = await sri.chat.waitFor((message) => Boolean(message.reply_markup))
        const button = shown.reply_markup!.inline_keyboard.flat().find((one: any) => one.text.endsWith(label))
        await sri.tap(shown, button.callback_data)
      },
      repeats: () => sri.repeat(),
      sendsFile: (bytes) => void sri.sendDocument(Buffer.from(bytes), 'surat.pdf'),
      sendsLargeFile: () => void sri.sendHuge(50 * 2 ** 20),
      pictures: async () =>
        sri.chat.botMessages.flatMap(({ photo }) =>
          photo ? [tg.files.get(photo.at(-1)!.file_id)!.data] : [],
        ),
      blocks: () => sri.block(),
    },
    async close() {
      await channel.stop()
      await tg.stop()
      await server.stop()
    },
  }
}

export interface TestContext {
  readonly context: ChannelContext
  readonly accepted: InboundMessage[]
  readonly lines: { level: string; message: string; fields: unknown }[]
  /** What to do instead of accepting. */
  accept: Accept | null
}

/** A desk that keeps what it is given. */
export function newContext(): TestContext {
  const accepted: InboundMessage[] = []
  const lines: TestContext['lines'] = []
  const log = (level: string) => (message: string, fields?: unknown) =>
    void lines.push({ level, message, fields })
  const made: TestContext = {
    accepted,
    lines,
    accept: null,
    context: {
      async accept(more) {
        await made.accept?.(more)
        accepted.push(...more)
      },
      history: async () => [],
      draw: async () => new Uint8Array(),
      encryption: createEncryption('a secret of sixteen or more'),
      log: { info: log('info'), warn: log('warn'), error: log('error') },
      now: Date.now,
    },
  }
  return made
}
