/** The chat channels a person may write on. A new channel is a word here and a folder in `bots/`. */
export const CHANNELS = ['telegram', 'whatsapp', 'web', 'terminal'] as const
export type ChannelName = (typeof CHANNELS)[number]

/** What a channel can do, as data: nobody discovers it by `if (channel === …)`. */
export interface ChannelCapabilities {
  /** Choices become tappable buttons; without them they are numbered lines. */
  readonly buttons: boolean
  /** Pictures are sent; without it their captions go alone (or the door shows the card in its own way). */
  readonly pictures: boolean
  /** Longest text of one message, in characters (code points). Longer texts are split. */
  readonly maxText: number
  /** Largest file a person may send, in bytes. */
  readonly maxFileBytes: number
  /** Outgoing pace: messages per second for the whole channel, and shortest gap within one chat (ms). */
  readonly rateLimit: { readonly perSecond: number; readonly perChatMs: number }
}
