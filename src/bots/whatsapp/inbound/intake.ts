import type { WAMessage } from '@whiskeysockets/baileys'
import type { InboundMessage, ChannelContext } from '../../../desk/ports/channel.ts'
import type { WhatsAppKeyStore } from '../../../desk/ports/whatsapp.ts'
import { createRetryBuffer } from './retry-buffer.ts'
import { isPhoneAddress, toInboundMessage } from './receive.ts'
import type { UnreadMessages } from './unread.ts'

interface IntakeDeps {
  readonly context: ChannelContext
  readonly store: Pick<WhatsAppKeyStore, 'load'>
  readonly session: string
  readonly unread: UnreadMessages
  readonly maxBytes: number
}

/** From Baileys' messages to the desk's inbox: they are safe or held before anything else happens. */
export function createIntake(deps: IntakeDeps) {
  const { context: tools, store, session, unread, maxBytes } = deps
  const hold = createRetryBuffer(
    async (arrivals) => tools.accept(await Promise.all(arrivals.map(withLid))),
    tools.log,
  )

  /** A phone number whose LID is known is that LID: one person is one chat. */
  async function withLid(arrival: InboundMessage): Promise<InboundMessage> {
    if (!isPhoneAddress(arrival.address)) return arrival
    const [phone] = arrival.address.split('@') as [string]
    const lid = (await store.load(session, 'lid-mapping', [phone])).get(phone)
    return lid ? { ...arrival, address: `${JSON.parse(lid)}@lid` } : arrival
  }

  return {
    take(messages: readonly WAMessage[]): void {
      const arrivals: InboundMessage[] = []
      for (const message of messages) {
        const arrival = toInboundMessage(message, { now: tools.now(), maxBytes })
        if (!arrival) continue
        arrivals.push(arrival)
        unread.add(arrival.address, message.key)
      }
      hold.push(arrivals)
    },
    /** Waits until all are safe, at most `ms`. */
    settle: hold.drain,
  }
}
