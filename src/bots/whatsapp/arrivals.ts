import type { WAMessage } from '@whiskeysockets/baileys'
import type { Arrival, DoorTools } from '../../desk/ports/channel.ts'
import type { WaStore } from '../../desk/ports/whatsapp.ts'
import { createHold } from './hold.ts'
import { isPhoneAddress, receive } from './receive.ts'
import type { Unread } from './unread.ts'

export interface ArrivalsDeps {
  readonly tools: DoorTools
  readonly store: Pick<WaStore, 'load'>
  readonly session: string
  readonly unread: Unread
  readonly maxBytes: number
}

/** From Baileys' messages to the desk's inbox: they are safe or held before anything else happens. */
export function createArrivals(deps: ArrivalsDeps) {
  const { tools, store, session, unread, maxBytes } = deps
  const hold = createHold(
    async (arrivals) => tools.accept(await Promise.all(arrivals.map(withLid))),
    tools.log,
  )

  /** A phone number whose LID is known is that LID: one person is one chat. */
  async function withLid(arrival: Arrival): Promise<Arrival> {
    if (!isPhoneAddress(arrival.address)) return arrival
    const [phone] = arrival.address.split('@') as [string]
    const lid = (await store.load(session, 'lid-mapping', [phone])).get(phone)
    return lid ? { ...arrival, address: `${JSON.parse(lid)}@lid` } : arrival
  }

  return {
    take(messages: readonly WAMessage[]): void {
      const arrivals: Arrival[] = []
      for (const message of messages) {
        const arrival = receive(message, { now: tools.now(), maxBytes })
        if (!arrival) continue
        arrivals.push(arrival)
        unread.add(arrival.address, message.key)
      }
      hold.push(arrivals)
    },
    /** Waits until all are safe, at most `ms`. */
    settle: hold.settle,
  }
}
