import type { ChannelName } from '../../model/messages/channel.ts'
import type { Channel } from '../ports/channel.ts'
import type { Log } from '../ports/log.ts'
import type { Encryption } from '../ports/encryption.ts'
import type { ChannelReport, Ledger } from '../ports/ledger.ts'

/** How often doors tell how they are (ms). */
const REPORT_EVERY = 3_000

export interface ChannelMonitor {
  received(channel: ChannelName): void
  attempted(channel: ChannelName, ok: boolean): void
  start(doors: readonly Channel[]): void
  stop(): Promise<void>
}

/** Keeps what admins see of each door: state, last message in and out, refused sends, and the code that links an account. */
export function createChannelMonitor(
  ledger: Ledger,
  encryption: Encryption,
  log: Log,
  now: () => number,
): ChannelMonitor {
  const seen = new Map<ChannelName, { lastIn: number | null; lastOut: number | null; refused: number }>()
  let doors: readonly Channel[] = []
  let timer: NodeJS.Timeout | undefined

  function of(channel: ChannelName) {
    let entry = seen.get(channel)
    if (!entry) seen.set(channel, (entry = { lastIn: null, lastOut: null, refused: 0 }))
    return entry
  }

  function report(door: Channel): ChannelReport {
    const status = door.status()
    const { pairingCode, qr } = status
    const secret = pairingCode || qr ? encryption.encrypt(JSON.stringify({ pairingCode, qr })) : null
    const counted = of(door.name)
    const { lastIn, lastOut, refused } = counted
    counted.refused = 0
    return { ...status, secret, lastIn, lastOut, refused }
  }

  async function write(): Promise<void> {
    if (doors.length === 0) return
    await ledger
      .channelStates(doors.map(report))
      .catch((error: unknown) => log.warn('door states not written', { error }))
  }

  return {
    received(channel) {
      of(channel).lastIn = now()
    },
    attempted(channel, ok) {
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
