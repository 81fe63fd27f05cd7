import type { Capabilities } from '../../model/channel.ts'
import type { Door, DoorStatus, DoorTools } from '../../desk/ports/channel.ts'
import type { WaStore } from '../../desk/ports/whatsapp.ts'
import { linkingText } from './announce.ts'
import { createArrivals } from './arrivals.ts'
import type { Connection } from './connection.ts'
import { fetchFile } from './fetch.ts'
import { loadLibrary, type Library } from './library.ts'
import { stayConnected } from './link.ts'
import { ownNumber } from './ownership.ts'
import { createSend, MAX_TEXT } from './send.ts'
import type { WhatsAppSettings } from './settings.ts'
import { createUnread } from './unread.ts'

export type { WhatsAppSettings }

/** One message at a time for the whole number: whoever is faster is banned. */
export const CAN: Capabilities = {
  buttons: false,
  pictures: true,
  maxText: MAX_TEXT,
  maxFileBytes: 20 * 1024 * 1024,
  pace: { perSecond: 1, perChatMs: 1000 },
}

/** How long a stop waits for messages that are not safe in the inbox yet, ms. */
const SETTLE = 5_000

/** The WhatsApp door: a linked device of the office's own number, through Baileys. */
export function createWhatsApp(settings: WhatsAppSettings, tools: DoorTools, store: WaStore): Door {
  const { log } = tools
  const stopping = new AbortController()
  const unread = createUnread()
  const { session } = settings
  const arrivals = createArrivals({ tools, store, session, unread, maxBytes: CAN.maxFileBytes })
  let library: Library | null = null
  let connection: Connection | null = null
  let begun: Promise<void> | null = null
  let running: Promise<void> = Promise.resolve()
  let status: DoorStatus = { channel: 'whatsapp', state: 'starting' }

  const is = (state: DoorStatus['state'], rest: Partial<DoorStatus> = {}) => {
    if (status.state !== 'stopped') status = { channel: 'whatsapp', state, ...rest }
  }

  const events = {
    received: arrivals.take,
    opened: () => is('on'),
    linking(how: { qr: string } | { pairingCode: string }) {
      is('linking', { ...how, detail: 'Waiting for the phone to link this service.' })
      void linkingText(how).then(settings.announce)
    },
  }
  const down = (detail: string) => is('down', { detail })

  async function begin(): Promise<void> {
    const loaded = (library = await loadLibrary())
    const current = (now: Connection | null) => void (connection = now)
    const deps = { library: loaded, settings, store, events, current, down, log }
    const work = (over: AbortSignal, lost: AbortSignal) => stayConnected(deps, over, lost)
    running = ownNumber({ store, session, work, down, log }, stopping.signal)
  }

  return {
    channel: 'whatsapp',
    can: CAN,
    routes: [],
    // once, however often: a second begin would find the number owned, by ourselves
    start: () => (begun ??= begin()),
    async stop() {
      is('stopped')
      stopping.abort()
      await arrivals.settle(SETTLE)
      await running
    },
    send: createSend({
      library: () => library,
      connection: () => connection,
      pace: settings.pace,
      unread: unread.take,
      refused: (code) =>
        is('on', {
          detail: `WhatsApp refused a message (${code}): the number may be restricted for a while.`,
        }),
      now: tools.now,
      log,
    }),
    fetch: (ref, limit) =>
      fetchFile(ref, limit, { library: () => library, connection: () => connection, log }),
    status: () => status,
  }
}
