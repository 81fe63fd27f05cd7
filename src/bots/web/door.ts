import type { Capabilities } from '../../model/channel.ts'
import type { Door, DoorStatus, DoorTools } from '../../desk/ports/channel.ts'
import { pageRoutes } from './assets.ts'
import { createIdentity } from './identity.ts'
import { createPatience, FILE_BYTES } from './limits.ts'
import { createRecent } from './recent.ts'
import { chatRoutes } from './routes.ts'
import { createStreams } from './streams.ts'

const CAN: Capabilities = {
  buttons: true,
  // the page fetches them itself
  pictures: false,
  // nobody but we limits us here: the page reads from the ledger
  maxText: 65_536,
  maxFileBytes: FILE_BYTES,
  pace: { perSecond: 1000, perChatMs: 0 },
}

/**
 * The chat page and its door. A person is a signed cookie; what they send is answered with 202 only when it is safe.
 * What we say is read from the ledger by the page itself, so sending is waking the pages that are open.
 * `secure`: the page is reached over https, so the cookie may be kept from plain http.
 */
export function createWeb(settings: { readonly secure: boolean }, tools: DoorTools): Door {
  const recent = createRecent(tools)
  const streams = createStreams(recent, tools.log)
  const identity = createIdentity(tools.seal, settings.secure)
  let state: DoorStatus['state'] = 'starting'
  return {
    channel: 'web',
    can: CAN,
    routes: [
      ...pageRoutes(),
      ...chatRoutes({ ...tools, identity, patience: createPatience(), recent, streams }),
    ],
    async start() {
      state = 'on'
    },
    async stop() {
      state = 'stopped'
      streams.closeAll()
    },
    async send(letter) {
      streams.wake(letter.to)
      return { ok: true, externalId: letter.id }
    },
    status: () => ({ channel: 'web', state }),
  }
}
