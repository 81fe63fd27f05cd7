import type { ChannelName } from '../../model/messages/channel.ts'
import type { Channel, ChannelStatus } from '../ports/channel.ts'
import type { Log } from '../ports/log.ts'
import type { Encryption } from '../ports/encryption.ts'
import type { ChannelReport, Ledger } from '../ports/ledger.ts'

/** How often channels tell how they are (ms). */
const REPORT_EVERY = 3_000

/** What an admin sees of the channels of this process. */
interface ChannelMonitor {
  /** A message came in. */
  received(name: ChannelName): void
  /** A message was tried to be sent. */
  attempted(name: ChannelName, ok: boolean): void
  /** Reports at once and then again and again; a report that cannot be written is logged. */
  start(channels: readonly Channel[]): void
  /** Reports once more. */
  stop(): Promise<void>
}

interface Counters {
  lastIn: number | null
  lastOut: number | null
  refused: number
}

/** Keeps what admins see of each channel: state, last message in and out, refused sends, and the code that links an account. */
export function createChannelMonitor(
  ledger: Pick<Ledger, 'channelStates'>,
  encryption: Encryption,
  log: Log,
  now: () => number,
): ChannelMonitor {
  const counters = new Map<ChannelName, Counters>()
  let channels: readonly Channel[] = []
  let timer: NodeJS.Timeout | undefined

  function countersOf(name: ChannelName): Counters {
    const known = counters.get(name) ?? { lastIn: null, lastOut: null, refused: 0 }
    counters.set(name, known)
    return known
  }

  function report(channel: Channel): ChannelReport {
    const counted = countersOf(channel.name)
    const { lastIn, lastOut, refused } = counted
    counted.refused = 0
    const status = channel.status()
    return { ...status, secret: secretOf(status, encryption), lastIn, lastOut, refused }
  }

  async function write(): Promise<void> {
    if (channels.length === 0) return
    await ledger
      .channelStates(channels.map(report))
      .catch((error: unknown) => log.warn('channel states not written', { error }))
  }

  return {
    received(name) {
      countersOf(name).lastIn = now()
    },
    attempted(name, ok) {
      if (ok) countersOf(name).lastOut = now()
      else countersOf(name).refused++
    },
    start(all) {
      channels = all
      timer = setInterval(() => void write(), REPORT_EVERY)
      void write()
    },
    async stop() {
      clearInterval(timer)
      await write()
    },
  }
}

/** Who can read it can link the office's account: it lies encrypted. */
function secretOf({ pairingCode, qr }: ChannelStatus, encryption: Encryption): string | null {
  return pairingCode || qr ? encryption.encrypt(JSON.stringify({ pairingCode, qr })) : null
}
