import type { ChannelCapabilities } from '../../model/messages/channel.ts'
import type { Channel, ChannelStatus, ChannelContext } from '../../desk/ports/channel.ts'
import type { WhatsAppKeyStore } from '../../desk/ports/whatsapp.ts'
import { linkingText } from './connection/linking-text.ts'
import { createIntake } from './inbound/intake.ts'
import type { Connection } from './connection/socket.ts'
import { downloadFile } from './inbound/download.ts'
import { loadBaileys, type Baileys } from './baileys.ts'
import { stayConnected } from './connection/supervisor.ts'
import { holdOwnership } from './account/ownership.ts'
import { createSender, MAX_TEXT_LENGTH } from './outbound/send.ts'
import type { WhatsAppSettings } from './settings.ts'
import { createUnreadMessages } from './inbound/unread.ts'

/** One message at a time for the whole number: whoever is faster is banned. */
export const CAPABILITIES: ChannelCapabilities = {
  buttons: false,
  pictures: true,
  maxText: MAX_TEXT_LENGTH,
  maxFileBytes: 20 * 1024 * 1024,
  rateLimit: { perSecond: 1, perChatMs: 1000 },
}

/** How long a stop waits for messages that are not safe in the inbox yet, ms. */
const SETTLE = 5_000

/** The WhatsApp channel: a linked device of the office's own number, through Baileys. */
export function createWhatsAppChannel(
  settings: WhatsAppSettings,
  context: ChannelContext,
  store: WhatsAppKeyStore,
): Channel {
  const { log } = context
  const stopping = new AbortController()
  const unread = createUnreadMessages()
  const { session } = settings
  const intake = createIntake({
    context,
    store,
    session,
    unread,
    maxBytes: CAPABILITIES.maxFileBytes,
  })
  let baileys: Baileys | null = null
  let connection: Connection | null = null
  let begun: Promise<void> | null = null
  let running: Promise<void> = Promise.resolve()
  let status: ChannelStatus = { channel: 'whatsapp', state: 'starting' }

  const is = (state: ChannelStatus['state'], rest: Partial<ChannelStatus> = {}) => {
    if (status.state !== 'stopped') status = { channel: 'whatsapp', state, ...rest }
  }

  const events = {
    received: intake.take,
    opened: () => is('on'),
    linking(how: { qr: string } | { pairingCode: string }) {
      is('linking', { ...how, detail: 'Waiting for the phone to link this service.' })
      void linkingText(how).then(settings.announce)
    },
  }
  const down = (detail: string) => is('down', { detail })

  async function begin(): Promise<void> {
    const loaded = (baileys = await loadBaileys())
    const onConnection = (now: Connection | null) => void (connection = now)
    const deps = { baileys: loaded, settings, store, events, onConnection, onDown: down, log }
    const work = (over: AbortSignal, lost: AbortSignal) => stayConnected(deps, over, lost)
    running = holdOwnership({ store, session, work, onDown: down, log }, stopping.signal)
  }

  return {
    name: 'whatsapp',
    can: CAPABILITIES,
    routes: [],
    // once, however often: a second begin would find the number owned, by ourselves
    start: () => (begun ??= begin()),
    async stop() {
      is('stopped')
      stopping.abort()
      await intake.settle(SETTLE)
      await running
    },
    send: createSender({
      baileys: () => baileys,
      connection: () => connection,
      pace: settings.pace,
      takeUnread: unread.take,
      onRefused: (code) =>
        is('on', {
          detail: `WhatsApp refused a message (${code}): the number may be restricted for a while.`,
        }),
      now: context.now,
      log,
    }),
    fetch: (ref, limit) =>
      downloadFile(ref, limit, { baileys: () => baileys, connection: () => connection, log }),
    status: () => status,
  }
}
