import type { ServerResponse } from 'node:http'
import type { HistoryItem } from '../../desk/ports/channel.ts'
import type { Log } from '../../desk/ports/log.ts'
import { HEARTBEAT_INTERVAL, MAX_STREAMS_PER_CHAT } from './limits.ts'
import { openEventStream } from './respond.ts'

/** Items of a chat after `after`, and the few before it once more. */
export type HistoryReader = (address: string, after: string) => Promise<readonly HistoryItem[]>

export interface EventStreams {
  /** Keeps `response` open and writes each item of the chat into it, from `first` on. */
  open(address: string, first: readonly HistoryItem[], after: string, response: ServerResponse): void
  /** Something was said in this chat. */
  notify(address: string): void
  closeAll(): void
}

interface Listener {
  look(): void
  end(): void
}

/** The open pages by chat. A page reads from the ledger only; being woken just tells it to look. */
export function createEventStreams(readHistory: HistoryReader, log: Log): EventStreams {
  const open = new Map<string, Set<Listener>>()

  function leave(address: string, listener: Listener): void {
    const listeners = open.get(address)
    listeners?.delete(listener)
    if (listeners?.size === 0) open.delete(address)
  }

  return {
    open(address, first, after, response) {
      const listeners = open.get(address) ?? new Set<Listener>()
      const [oldest] = listeners
      if (listeners.size >= MAX_STREAMS_PER_CHAT) oldest?.end()
      const listener = listen(response, first, after, (from) => readHistory(address, from), log)
      open.set(address, listeners.add(listener))
      response.on('close', () => leave(address, listener))
      // what came between reading `first` and listening
      listener.look()
    },
    notify: (address) => open.get(address)?.forEach((listener) => listener.look()),
    closeAll: () => open.forEach((listeners) => listeners.forEach((listener) => listener.end())),
  }
}

function listen(
  response: ServerResponse,
  first: readonly HistoryItem[],
  after: string,
  read: (after: string) => Promise<readonly HistoryItem[]>,
  log: Log,
): Listener {
  const told = new Set<string>()
  let last = after
  let busy = false
  let again = false

  function tell(items: readonly HistoryItem[]): void {
    for (const item of items) {
      if (told.has(item.seq)) continue
      told.add(item.seq)
      if (Number(item.seq) > Number(last)) last = item.seq
      response.write(`id: ${item.seq}\ndata: ${JSON.stringify(item)}\n\n`)
    }
  }

  async function look(): Promise<void> {
    again = true
    if (busy) return
    busy = true
    while (again && !response.writableEnded) {
      again = false
      tell(await read(last))
    }
    busy = false
  }

  // a page that cannot be told is let go: it comes again with the last id it has
  const lookOrLeave = () =>
    void look().catch((error: unknown) => {
      log.warn('chat stream ended', { error })
      response.end()
    })

  openEventStream(response)
  tell(first)
  const beat = setInterval(() => {
    response.write(': here\n\n')
    lookOrLeave()
  }, HEARTBEAT_INTERVAL)
  response.on('close', () => clearInterval(beat))
  return { look: lookOrLeave, end: () => response.end() }
}
