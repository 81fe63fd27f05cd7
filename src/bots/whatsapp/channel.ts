import type { ChannelCapabilities } from '../../model/messages/channel.ts'
import type { Channel, ChannelStatus, ChannelContext } from '../../desk/ports/channel.ts'
import type { WhatsAppKeyStore } from '../../desk/ports/whatsapp.ts'
import { linkingText } from './connection/linking-text.ts'
import { createIntake } from './inbound/intake.ts'
import type { Connection, ConnectionEvents } from './connection/socket.ts'
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
  const intake = createIntake({ context, store, session, unread, maxBytes: CAPABILITIES.maxFileBytes })
  let baileys: Baileys | null = null
  let connection: Connection | null = null
  let begun: Promise<void> | null = null
  let running: Promise<void> = Promise.resolve()
  const status = createStatus()
  const events = { received: intake.take, ...linkEvents(status, settings.announce) }
  const onDown = (detail: string) => status.set('down', { detail })

  async function begin(): Promise<void> {
    const loaded = (baileys = await loadBaileys())
    const onConnection = (now: Connection | null) => void (connection = now)
    const deps = { baileys: loaded, settings, store, events, onConnection, onDown, log }
    const work = (over: AbortSignal, lost: AbortSignal) => stayConnected(deps, over, lost)
    running = holdOwnership({ store, session, work, onDown, log }, stopping.signal)
  }

  return {
    name: 'whatsapp',
    can: CAPABILITIES,
    routes: [],
    // once, however often: a second begin would find the number owned, by ourselves
    start: () => (begun ??= begin()),
    async stop() {
      status.set('stopped')
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
        status.set('on', {
          detail: `WhatsApp refused a message (${code}): the number may be restricted for a while.`,
        }),
      now: context.now,
      log,
    }),
    fetch: (ref, limit) =>
      downloadFile(ref, limit, { baileys: () => baileys, connection: () => connection, log }),
    status: status.get,
  }
}

/** How the channel is; once it is stopped, that stays. */
function createStatus() {
  let status: ChannelStatus = { channel: 'whatsapp', state: 'starting' }
  return {
    get: () => status,
    set(state: ChannelStatus['state'], rest: Partial<ChannelStatus> = {}): void {
      if (status.state !== 'stopped') status = { channel: 'whatsapp', state, ...rest }
    },
  }
}

function linkEvents(
  status: ReturnType<typeof createStatus>,
  announce: WhatsAppSettings['announce'],
): Pick<ConnectionEvents, 'opened' | 'linking'> {
  return {
    opened: () => status.set('on'),
    linking(how) {
      status.set('linking', { ...how, detail: 'Waiting for the phone to link this service.' })
      void linkingText(how).then(announce) // a QR code of a text this short is always drawn
    },
  }
}
