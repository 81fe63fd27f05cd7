import type { DoorView } from '../desk/ports/officers.ts'
import { moment, momentOrNull } from './present.ts'
import type { Asked } from './route.ts'

/** How each door is, with what links an account while it is being linked. */
export async function channels({ desk }: Asked) {
  return { items: (await desk.reference.doors()).map(doorJson) }
}

function doorJson(door: DoorView) {
  const { channel, state, detail = null, pairingCode = null, qr = null, refused } = door
  const [lastIn, lastOut] = [momentOrNull(door.lastIn), momentOrNull(door.lastOut)]
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
    at: moment(door.at),
  }
}
