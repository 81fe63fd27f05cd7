import type { ChannelName } from '../../../model/messages/channel.ts'
import { createDelivery, type DeliverDeps, type Delivery } from './deliver.ts'
import type { Channel } from '../../ports/channel.ts'
import type { OutboundRow } from '../../ports/ledger.ts'
import type { WakeUps } from '../wake-up.ts'

/** Delivery on the channels of this process; what is for another process is left to it. */
export interface Deliveries {
  /** From now on these channels are here. */
  open(channels: readonly Channel[]): void
  /** The channels that are here. */
  names(): readonly ChannelName[]
  isLocal(channel: ChannelName): boolean
  enqueue(messages: readonly OutboundRow[]): void
  /** Here, or through the queue in the process that has the channel. */
  wake(channel: ChannelName, chatIds: readonly string[]): void
  /** Takes wake-ups of other processes; rejects when the queue cannot be reached. */
  listen(): Promise<void>
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>
}

/** `deps` are those of every channel's delivery; what waits for its next try wakes itself through the queue. */
export function createDeliveries(deps: Omit<DeliverDeps, 'wakeLater'>, wakeUps: WakeUps): Deliveries {
  const here = new Map<ChannelName, Delivery>()
  return {
    open(channels) {
      const wakeLater: DeliverDeps['wakeLater'] = (name, chatId, delayMs) =>
        wakeUps.delivery(name, [chatId], delayMs)
      for (const channel of channels) here.set(channel.name, createDelivery(channel, { ...deps, wakeLater }))
    },
    names: () => [...here.keys()],
    isLocal: (channel) => here.has(channel),
    enqueue(messages) {
      for (const [name, delivery] of here)
        delivery.enqueue(messages.filter((message) => message.channel === name))
    },
    wake(channel, chatIds) {
      const delivery = here.get(channel)
      if (delivery) delivery.wake(chatIds)
      else wakeUps.delivery(channel, chatIds)
    },
    async listen() {
      for (const [name, delivery] of here) await wakeUps.onDelivery(name, delivery.wake)
    },
    async idle() {
      await Promise.all([...here.values()].map((delivery) => delivery.idle()))
    },
  }
}
