import type { ChannelName } from '../../model/messages/channel.ts'

/** Wakes work that has a row; a lost wake-up is found by the sweep. Never throws, never waits. */
export interface Notifier {
  /** These chats have messages to be handled. */
  wakeConversations(chatIds: readonly string[]): void
  /** These chats of the channel have messages to be sent. */
  wakeDelivery(channel: ChannelName, chatIds: readonly string[]): void
}
