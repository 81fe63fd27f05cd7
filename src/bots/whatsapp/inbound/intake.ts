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
  const { context, store, session, unread, maxBytes } = deps
  const buffer = createRetryBuffer(
    async (accepted) => context.accept(await Promise.all(accepted.map(withLid))),
    context.log,
  )

  /** A phone number whose LID is known is that LID: one person is one chat. */
  async function withLid(inbound: InboundMessage): Promise<InboundMessage> {
    if (!isPhoneAddress(inbound.address)) return inbound
    const phone = inbound.address.replace(/@.*/, '')
    const lid = (await store.load(session, 'lid-mapping', [phone])).get(phone)
    return lid ? { ...inbound, address: `${JSON.parse(lid)}@lid` } : inbound
  }

  return {
    take(messages: readonly WAMessage[]): void {
      const accepted: InboundMessage[] = []
      for (const message of messages) {
        const inbound = toInboundMessage(message, { now: context.now(), maxBytes })
        if (!inbound) continue
        accepted.push(inbound)
        unread.add(inbound.address, message.key)
      }
      buffer.push(accepted)
    },
    /** Waits until all are safe, at most `ms`. */
    settle: buffer.drain,
  }
}
