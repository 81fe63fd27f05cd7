import type { ChannelView } from '../../desk/ports/reference.ts'
import { isoTime, isoTimeOrNull } from '../serializers.ts'
import type { RequestContext } from '../http/route.ts'

/** How each door is, with what links an account while it is being linked. */
export async function listChannels({ desk }: RequestContext) {
  return { items: (await desk.reference.channels()).map(doorJson) }
}

function doorJson(door: ChannelView) {
  const { channel, state, detail = null, pairingCode = null, qr = null, refused } = door
  const [lastIn, lastOut] = [isoTimeOrNull(door.lastIn), isoTimeOrNull(door.lastOut)]
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
    at: isoTime(door.at),
  }
}
