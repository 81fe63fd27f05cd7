import type { ChannelName } from '../model/messages/channel.ts'
import type { ReferenceCache } from './reference.ts'
import { createPoll } from './registry/poll.ts'
import { createAccept } from './pipeline/inbox/accept.ts'
import { createAttachments, type AttachmentsDeps } from './pipeline/inbox/attachments.ts'
import { createChannelMonitor } from './pipeline/channel-monitor.ts'
import { addressHash } from './pipeline/inbox/chat-ids.ts'
import { createConverse, type Converse } from './pipeline/turns/converse.ts'
import type { DeliverDeps } from './pipeline/delivery/deliver.ts'
import { createDeliveries, type Deliveries } from './pipeline/delivery/deliveries.ts'
import { createFileRemoval } from './pipeline/inbox/file-removal.ts'
import { POLL_EVERY } from './pipeline/limits.ts'
import { createQueries, type QueriesDeps } from './pipeline/turns/queries.ts'
import { startSweep } from './pipeline/sweep.ts'
import { createWakeUps, type WakeUps } from './pipeline/wake-up.ts'
import type { Accept, Channel, ChannelContext } from './ports/channel.ts'
import type { Encryption } from './ports/encryption.ts'
import type { FileStorage } from './ports/files.ts'
import type { Ledger } from './ports/ledger.ts'
import type { Log } from './ports/log.ts'
import type { Notifier } from './ports/notifier.ts'
import type { Queue } from './ports/queue.ts'
import type { RegistryWatches } from './ports/registry.ts'
import type { DrawCard, Texts } from './ports/texts.ts'

interface DeskDeps
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
  /** How long texts of this channel wait for more of the same thought (ms). */
  readonly burstPause: (channel: ChannelName) => number
  /** Does this process hold conversations (role worker)? */
  readonly worker: boolean
  readonly onUndeliverable: DeliverDeps['onUndeliverable']
}

/** What channels and the API need of the desk, and its start and end. */
export interface Desk {
  readonly notifier: Notifier
  readonly channelContext: ChannelContext
  /** Opens these channels and starts to work; what was dropped by an earlier process is taken up at once. Rejects as they do. */
  open(channels: readonly Channel[]): Promise<void>
  /** Closes channels first, lets turns and messages under way finish, then stops. */
  close(): Promise<void>
}

/**
 * The desk of one process: whichever of channels and conversations it has, the rest is woken through the queue. A message is
 * accepted, its chat takes its turn, the turn is planned and committed, and what it says is delivered.
 */
export function createDesk(deps: DeskDeps): Desk {
  const { ledger, encryption, log, now } = deps
  let channels: readonly Channel[] = []
  let sweep: { stop: () => Promise<void> } | null = null
  const wakeUps = createWakeUps(deps.queue, log)
  const monitor = createChannelMonitor(ledger, encryption, log, now)
  const deliveries = createDeliveries({ ...deps, onAttempt: monitor.attempted }, wakeUps)
  const converse = deps.worker ? createConversations(deps, deliveries, wakeUps) : null
  const notifier: Notifier = {
    wakeConversations: converse?.wake ?? wakeUps.conversations,
    wakeDelivery: deliveries.wake,
  }
  const channelOf: AttachmentsDeps['channelOf'] = (name) => channels.find((channel) => channel.name === name)
  const attachments = createAttachments({ ...deps, notifier, channelOf })
  const accept = createAccept({
    ...deps,
    notifier,
    attachments,
    onAccepted: ({ channel }) => monitor.received(channel),
  })

  async function open(all: readonly Channel[]): Promise<void> {
    channels = all
    deliveries.open(channels)
    if (converse) await wakeUps.onConversations(converse.wake)
    if (converse) await watchRegistry(deps, notifier)
    await deliveries.listen()
    sweep = startSweep({
      ...deps,
      attachments,
      channels: deliveries.names(),
      wakeConversations: converse?.wake ?? null,
      wakeDelivery: deliveries.wake,
      removeFiles: createFileRemoval(deps),
    })
    for (const channel of channels) await channel.start()
    monitor.start(channels)
  }

  async function close(): Promise<void> {
    await sweep?.stop()
    await Promise.all(channels.map((channel) => channel.stop()))
    await converse?.stop()
    await deliveries.idle()
    await monitor.stop()
  }

  return { notifier, channelContext: contextFor(deps, accept), open, close }
}

function createConversations(deps: DeskDeps, deliveries: Deliveries, wakeUps: WakeUps): Converse {
  const { reference, office, texts } = deps
  const { hears, languages, render: words } = texts
  return createConverse({
    ...deps,
    query: createQueries(deps),
    world: ({ channel, openTicket }, now) => ({
      ...reference.get(),
      now,
      channel,
      office,
      openTicket,
      hears,
      words,
      languages,
    }),
    isLocal: deliveries.isLocal,
    enqueue: deliveries.enqueue,
    wakeElsewhere: wakeUps.delivery,
  })
}

const WATCHES = 'watches'

/** A registry that tells nothing by itself is asked for what is watched, at one pace for all processes. */
async function watchRegistry({ queue, watches, ...deps }: DeskDeps, notifier: Notifier): Promise<void> {
  if (!watches) return
  await queue.on(WATCHES, createPoll({ ...deps, watches, notifier }))
  await queue.every(WATCHES, POLL_EVERY)
}

function contextFor({ ledger, encryption, drawCard, log, now }: DeskDeps, accept: Accept): ChannelContext {
  return {
    accept,
    history: (channel, address, after) =>
      ledger.history(channel, addressHash(encryption, channel, address), after),
    draw: drawCard,
    encryption,
    log,
    now,
  }
}
