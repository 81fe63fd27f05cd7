import type { ChannelName } from '../model/channel.ts'
import { createAnswers, type AnswersDeps } from './pipeline/queries.ts'
import { addressHash, createAccept } from './pipeline/accept.ts'
import { createConverse, type Converse } from './pipeline/converse.ts'
import { createDeliver, type Deliver, type DeliverDeps } from './pipeline/deliver.ts'
import { createDoorBook } from './pipeline/channel-monitor.ts'
import { createIntake, type IntakeDeps } from './pipeline/attachments.ts'
import type { Bells, Door, DoorTools, Draw, Files, Log, Queue, Seal, Texts } from './ports/channel.ts'
import type { Ledger, LetterRow } from './ports/ledger.ts'
import type { RegistryWatches } from './ports/registry.ts'
import type { ReferenceBook } from './reference.ts'
import { POLL_EVERY } from './pipeline/limits.ts'
import { createPoll } from './registry/poll.ts'
import { createRemovals } from './pipeline/file-removal.ts'
import { startSweep } from './pipeline/sweep.ts'

export interface DeskDeps
  extends Pick<IntakeDeps, 'typeOf' | 'sha256' | 'newId'>, Pick<AnswersDeps, 'registry' | 'attempts'> {
  readonly ledger: Ledger
  /** What has to be asked of the registry again and again; null: it is our own and tells by itself. */
  readonly watches: RegistryWatches | null
  readonly queue: Queue
  readonly files: Files
  readonly seal: Seal
  readonly texts: Texts
  readonly draw: Draw
  readonly reference: ReferenceBook
  readonly log: Log
  readonly now: () => number
  /** The default office. */
  readonly office: string
  readonly paced: boolean
  /** Does this process think (role worker)? */
  readonly worker: boolean
  readonly undeliverable: DeliverDeps['undeliverable']
}

export interface Desk {
  readonly bells: Bells
  readonly doorTools: DoorTools
  /** Opens these doors and starts to work; what was dropped by an earlier process is taken up at once. */
  open(doors: readonly Door[]): Promise<void>
  /** Closes doors first, lets turns and letters under way finish, then stops. */
  close(): Promise<void>
}

/** Name of the queue that rings a channel's letters. */
const letterQueue = (channel: ChannelName) => `letters.${channel}`
const TURNS = 'turns'
const WATCHES = 'watches'

/** The desk of one process: whichever of doors and thinking it has, the rest is rung through the queue. */
export function createDesk(deps: DeskDeps): Desk {
  const { ledger, queue, seal, log, now } = deps
  const delivers = new Map<ChannelName, Deliver>()
  let doors: readonly Door[] = []
  const book = createDoorBook(ledger, seal, log, now)
  const away = (name: string, ids: readonly string[], delayMs = 0) => {
    // a ring that cannot be queued is not lost work: the row is there and the sweep looks
    for (const id of ids)
      queue.add(name, id, delayMs).catch((error: unknown) => log.warn('not rung', { queue: name, error }))
  }
  const bells: Bells = {
    converse: (ids) => (converse ? converse.ring(ids) : away(TURNS, ids)),
    deliver: (channel, ids) => {
      const here = delivers.get(channel)
      if (here) here.ring(ids)
      else away(letterQueue(channel), ids)
    },
  }
  const converse: Converse | null = deps.worker
    ? createConverse({ ...conversation(), here: (channel) => delivers.has(channel) })
    : null
  const intake = createIntake({
    ...deps,
    bells,
    door: (channel) => doors.find((door) => door.channel === channel),
  })
  const accept = createAccept({ ...deps, bells, intake, arrived: (arrival) => book.arrived(arrival.channel) })
  let sweep: { stop: () => Promise<void> } | null = null

  function conversation() {
    const { ledger, texts, log, newId, now, office, reference } = deps
    const post = (letters: readonly LetterRow[]) => {
      for (const [channel, deliver] of delivers)
        deliver.post(letters.filter((letter) => letter.channel === channel))
    }
    return {
      ledger,
      ask: createAnswers(deps),
      texts,
      log,
      newId,
      now,
      post,
      world: (
        chat: { channel: ChannelName; openTicket: { id: string; number: string; sealed: boolean } | null },
        at: number,
      ) => ({
        ...reference.get(),
        now: at,
        channel: chat.channel,
        office,
        openTicket: chat.openTicket,
      }),
      elsewhere: (channel: ChannelName, ids: readonly string[]) => away(letterQueue(channel), ids),
    }
  }

  async function open(all: readonly Door[]): Promise<void> {
    doors = all
    for (const door of doors) {
      const later = (channel: ChannelName, id: string, delayMs: number) =>
        away(letterQueue(channel), [id], delayMs)
      const tried = book.tried
      delivers.set(door.channel, createDeliver(door, { ...deps, later, tried }))
    }
    if (converse) await queue.on(TURNS, async (id) => converse.ring([id]), 8)
    if (converse && deps.watches) {
      await queue.on(WATCHES, createPoll({ ...deps, watches: deps.watches, bells }))
      await queue.every(WATCHES, POLL_EVERY)
    }
    for (const [channel, deliver] of delivers)
      await queue.on(letterQueue(channel), async (id) => deliver.ring([id]), 8)
    const channels = [...delivers.keys()]
    sweep = startSweep({
      ...deps,
      intake,
      channels,
      converse: converse?.ring ?? null,
      deliver: bells.deliver,
      remove: createRemovals(deps),
    })
    for (const door of doors) await door.start()
    book.start(doors)
  }

  return {
    bells,
    doorTools: {
      accept,
      history: (channel, address, after) =>
        ledger.history(channel, addressHash(seal, channel, address), after),
      draw: deps.draw,
      seal,
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
