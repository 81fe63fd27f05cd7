import type { ChannelContext } from '../../desk/ports/channel.ts'
import type { HistoryReader } from './event-streams.ts'

/**
 * Rows get their numbers before they are committed, so an answer may become visible after a message with a higher
 * number. A reader who only ever asked for "after the last" would miss it. So the last few are read again
 * (readers know items by `seq`), looking back over as many numbers as can be under way at once.
 */
const REACH = 10_000
const AGAIN = 10

/** Reads a chat's items after `after` (a `seq`, or empty for all) and the few before it once more, oldest first. */
export function createHistoryReader({ history }: Pick<ChannelContext, 'history'>): HistoryReader {
  return async (address, after) => {
    if (!/^\d{1,15}$/.test(after)) return history('web', address, '')
    const items = await history('web', address, String(Math.max(0, Number(after) - REACH)))
    const known = items.filter((item) => Number(item.seq) <= Number(after))
    return [...known.slice(-AGAIN), ...items.slice(known.length)]
  }
}
