import type { ChannelCapabilities } from '../../model/messages/channel.ts'
import type { Channel, ChannelStatus, ChannelContext } from '../../desk/ports/channel.ts'
import { pageRoutes } from './assets.ts'
import { createChatSession } from './chat-session.ts'
import { createRateLimiter, MAX_FILE_BYTES } from './limits.ts'
import { createHistoryReader } from './history-reader.ts'
import { chatRoutes } from './routes.ts'
import { createEventStreams } from './event-streams.ts'

const CAN: ChannelCapabilities = {
  buttons: true,
  // the page fetches them itself
  pictures: false,
  // nobody but we limits us here: the page reads from the ledger
  maxText: 65_536,
  maxFileBytes: MAX_FILE_BYTES,
  rateLimit: { perSecond: 1000, perChatMs: 0 },
}

/**
 * The chat page and its routes. A person is a signed cookie; what they send is answered with 202 only when it is safe.
 * What we say is read from the ledger by the page itself, so sending is waking the pages that are open.
 * `secure`: the page is reached over https, so the cookie may be kept from plain http.
 */
export function createWebChannel(settings: { readonly secure: boolean }, context: ChannelContext): Channel {
  const readHistory = createHistoryReader(context)
  const streams = createEventStreams(readHistory, context.log)
  const session = createChatSession(context.encryption, settings.secure)
  let state: ChannelStatus['state'] = 'starting'
  return {
    name: 'web',
    can: CAN,
    routes: [
      ...pageRoutes(),
      ...chatRoutes({
        ...context,
        session,
        rateLimiter: createRateLimiter(),
        readHistory,
        streams,
      }),
    ],
    async start() {
      state = 'on'
    },
    async stop() {
      state = 'stopped'
      streams.closeAll()
    },
    async send(message) {
      streams.notify(message.to)
      return { ok: true, externalId: message.id }
    },
    status: () => ({ channel: 'web', state }),
  }
}
