/** The chat channels a person may write on. A new channel is a word here and a folder in `bots/`. */
export const CHANNELS = ['telegram', 'whatsapp', 'web', 'terminal'] as const
export type ChannelName = (typeof CHANNELS)[number]

/**
 * How long a text waits for more of the same thought, by channel (ms); 0: not at all. On a phone the next piece of a thought follows
 * within some two seconds, and a wait of three begins to feel like silence. At a keyboard the pieces follow faster. A terminal
 * is read line by line. Here and not with the channels, because turns may be taken in a process that has none of them.
 */
const BURST_PAUSE: Readonly<Record<ChannelName, number>> = {
  telegram: 2_500,
  whatsapp: 2_500,
  web: 1_500,
  terminal: 0,
}

/** See `BURST_PAUSE` (ms); `instead` takes its place on channels that wait at all. */
export function burstPauseOf(channel: ChannelName, instead?: number): number {
  return BURST_PAUSE[channel] === 0 ? 0 : (instead ?? BURST_PAUSE[channel])
}

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
