import type { ChannelView } from '../../desk/ports/reference.ts'
import { isoTime, isoTimeOrNull } from '../serializers.ts'
import type { RequestContext } from '../http/route.ts'

/** `GET /channels`: how each is, with what links an account while it is being linked. */
export async function listChannels({ desk }: RequestContext) {
  return { items: (await desk.reference.channels()).map(channelJson) }
}

function channelJson(view: ChannelView) {
  const { channel, state, detail = null, pairingCode = null, qr = null, refused } = view
  const [lastIn, lastOut] = [isoTimeOrNull(view.lastIn), isoTimeOrNull(view.lastOut)]
  return {
    channel,
    state,
    linked: state === 'on',
    detail,
    pairingCode,
    qr,
    lastIn,
    lastOut,
    refused,
    at: isoTime(view.at),
  }
}
