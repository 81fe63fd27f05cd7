import type { ChannelName } from '../../model/channel.ts'
import type { Door, Log, Seal } from '../ports/channel.ts'
import type { DoorReport, Ledger } from '../ports/ledger.ts'

/** How often doors tell how they are (ms). */
const REPORT_EVERY = 3_000

export interface DoorBook {
  arrived(channel: ChannelName): void
  tried(channel: ChannelName, ok: boolean): void
  start(doors: readonly Door[]): void
  stop(): Promise<void>
}

/** Keeps what admins see of each door: state, last message in and out, refused sends, and the code that links an account. */
export function createDoorBook(ledger: Ledger, seal: Seal, log: Log, now: () => number): DoorBook {
  const seen = new Map<ChannelName, { lastIn: number | null; lastOut: number | null; refused: number }>()
  let doors: readonly Door[] = []
  let timer: NodeJS.Timeout | undefined

  function of(channel: ChannelName) {
    let entry = seen.get(channel)
    if (!entry) seen.set(channel, (entry = { lastIn: null, lastOut: null, refused: 0 }))
    return entry
  }

  function report(door: Door): DoorReport {
    const status = door.status()
    const { pairingCode, qr } = status
    const secret = pairingCode || qr ? seal.seal(JSON.stringify({ pairingCode, qr })) : null
    const counted = of(door.channel)
    const { lastIn, lastOut, refused } = counted
    counted.refused = 0
    return { ...status, secret, lastIn, lastOut, refused }
  }

  async function write(): Promise<void> {
    if (doors.length === 0) return
    await ledger
      .doorStates(doors.map(report))
      .catch((error: unknown) => log.warn('door states not written', { error }))
  }

  return {
    arrived(channel) {
      of(channel).lastIn = now()
    },
    tried(channel, ok) {
      if (ok) of(channel).lastOut = now()
      else of(channel).refused++
    },
    start(all) {
      doors = all
      timer = setInterval(() => void write(), REPORT_EVERY)
      void write()
    },
    async stop() {
      clearInterval(timer)
      await write()
    },
  }
}
