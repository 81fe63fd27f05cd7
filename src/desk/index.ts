import type { ChannelName } from '../model/messages/channel.ts'
import { createQueries, type QueriesDeps } from './pipeline/queries.ts'
import { addressHash, createAccept } from './pipeline/accept.ts'
import { createConverse, type Converse } from './pipeline/converse.ts'
import { createDeliver, type DeliveryQueue, type DeliverDeps } from './pipeline/deliver.ts'
import { createChannelMonitor } from './pipeline/channel-monitor.ts'
import { createAttachments, type AttachmentsDeps } from './pipeline/attachments.ts'
import type {
  Notifier,
  Channel,
  ChannelContext,
  DrawCard,
  FileStorage,
  Log,
  Queue,
  Encryption,
  Texts,
} from './ports/channel.ts'
import type { Ledger, OutboundRow } from './ports/ledger.ts'
import type { RegistryWatches } from './ports/registry.ts'
import type { ReferenceCache } from './reference.ts'
import { POLL_EVERY } from './pipeline/limits.ts'
import { createPoll } from './registry/poll.ts'
import { createFileRemoval } from './pipeline/file-removal.ts'
import { startSweep } from './pipeline/sweep.ts'

export interface DeskDeps
  extends Pick<AttachmentsDeps, 'typeOf' | 'sha256' | 'newId'>, Pick<QueriesDeps, 'registry' | 'attempts'> {
  readonly ledger: Ledger
  /** What has to be asked of the registry again and again; null: it is our own and tells by itself. */
  readonly watches: RegistryWatches | null
  readonly queue: Queue
  readonly files: FileStorage
  readonly encryption: Encryption
  readonly texts: Texts
  readonly drawCard: DrawCard
  readonly reference: ReferenceCache
  readonly log: Log
  readonly now: () => number
  /** The default office. */
  readonly office: string
  readonly paced: boolean
  /** Does this process think (role worker)? */
  readonly worker: boolean
  readonly onUndeliverable: DeliverDeps['onUndeliverable']
}

export interface Desk {
  readonly notifier: Notifier
  readonly channelContext: ChannelContext
  /** Opens these doors and starts to work; what was dropped by an earlier process is taken up at once. */
  open(doors: readonly Channel[]): Promise<void>
  /** Closes doors first, lets turns and letters under way finish, then stops. */
  close(): Promise<void>
}

/** Name of the queue that rings a channel's letters. */
const letterQueue = (channel: ChannelName) => `letters.${channel}`
const TURNS = 'turns'
const WATCHES = 'watches'

/** The desk of one process: whichever of doors and thinking it has, the rest is rung through the queue. */
export function createDesk(deps: DeskDeps): Desk {
  const { ledger, queue, encryption, log, now } = deps
  const delivers = new Map<ChannelName, DeliveryQueue>()
  let doors: readonly Channel[] = []
  const book = createChannelMonitor(ledger, encryption, log, now)
  const away = (name: string, ids: readonly string[], delayMs = 0) => {
    // a ring that cannot be queued is not lost work: the row is there and the sweep looks
    for (const id of ids)
      queue.add(name, id, delayMs).catch((error: unknown) => log.warn('not rung', { queue: name, error }))
  }
  const notifier: Notifier = {
    wakeConversations: (ids) => (converse ? converse.wake(ids) : away(TURNS, ids)),
    wakeDelivery: (channel, ids) => {
      const here = delivers.get(channel)
      if (here) here.wake(ids)
      else away(letterQueue(channel), ids)
    },
  }
  const converse: Converse | null = deps.worker
    ? createConverse({ ...conversation(), isLocal: (channel) => delivers.has(channel) })
    : null
  const attachments = createAttachments({
    ...deps,
    notifier,
    channel: (channel) => doors.find((door) => door.name === channel),
  })
  const accept = createAccept({
    ...deps,
    notifier,
    attachments,
    onAccepted: (arrival) => book.received(arrival.channel),
  })
  let sweep: { stop: () => Promise<void> } | null = null

  function conversation() {
    const { ledger, texts, log, newId, now, office, reference } = deps
    const enqueue = (messages: readonly OutboundRow[]) => {
      for (const [channel, deliver] of delivers)
        deliver.enqueue(messages.filter((message) => message.channel === channel))
    }
    return {
      ledger,
      query: createQueries(deps),
      texts,
      log,
      newId,
      now,
      enqueue,
      world: (
        chat: {
          channel: ChannelName
          openTicket: { id: string; number: string; confidential: boolean } | null
        },
        at: number,
      ) => ({
        ...reference.get(),
        now: at,
        channel: chat.channel,
        office,
        openTicket: chat.openTicket,
        hears: texts.hears,
        languages: texts.languages,
      }),
      wakeElsewhere: (channel: ChannelName, ids: readonly string[]) => away(letterQueue(channel), ids),
    }
  }

  async function open(all: readonly Channel[]): Promise<void> {
    doors = all
    for (const door of doors) {
      const later = (channel: ChannelName, id: string, delayMs: number) =>
        away(letterQueue(channel), [id], delayMs)
      const tried = book.attempted
      delivers.set(door.name, createDeliver(door, { ...deps, wakeLater: later, onAttempt: tried }))
    }
    if (converse) await queue.on(TURNS, async (id) => converse.wake([id]), 8)
    if (converse && deps.watches) {
      await queue.on(WATCHES, createPoll({ ...deps, watches: deps.watches, notifier }))
      await queue.every(WATCHES, POLL_EVERY)
    }
    for (const [channel, deliver] of delivers)
      await queue.on(letterQueue(channel), async (id) => deliver.wake([id]), 8)
    const channels = [...delivers.keys()]
    sweep = startSweep({
      ...deps,
      attachments,
      channels,
      wakeConversations: converse?.wake ?? null,
      wakeDelivery: notifier.wakeDelivery,
      removeFiles: createFileRemoval(deps),
    })
    for (const door of doors) await door.start()
    book.start(doors)
  }

  return {
    notifier,
    channelContext: {
      accept,
      history: (channel, address, after) =>
        ledger.history(channel, addressHash(encryption, channel, address), after),
      draw: deps.drawCard,
      encryption,
      log,
      now,
    },
    open,
    async close() {
      await sweep?.stop()
      await Promise.all(doors.map((door) => door.stop()))
      await converse?.idle()
      await Promise.all([...delivers.values()].map((deliver) => deliver.idle()))
      await book.stop()
    },
  }
}
