import type { Log } from '../../desk/ports/channel.ts'
import type { WaStore } from '../../desk/ports/whatsapp.ts'
import { connect, type Connection, type Events } from './connection.ts'
import { halfLinked, loadAccount, type Account } from './creds.ts'
import { rowsOf } from './keys.ts'
import type { Library } from './library.ts'
import { backoff, verdictOn } from './reconnect.ts'
import { SENT, SENT_KEPT } from './sent.ts'
import type { WhatsAppSettings } from './settings.ts'
import { atMost, sleep } from './sleep.ts'

export interface LinkDeps {
  readonly library: Library
  readonly settings: WhatsAppSettings
  readonly store: WaStore
  readonly events: Events
  /** The connection of this moment; it may not be open (yet, any more). */
  current(connection: Connection | null): void
  /** The link is not up, and why, in plain words. */
  down(why: string): void
  readonly log: Log
}

/** How long the end waits for the last credentials to be written, ms. */
const FLUSH_TIME = 3_000

/**
 * Keeps the account connected until `over`, as the only owner of its number; from `lost` on nothing is written any more.
 * Rejects when the account cannot be read.
 */
export async function stayConnected(deps: LinkDeps, over: AbortSignal, lost: AbortSignal): Promise<void> {
  const { store, library, settings } = deps
  const rows = rowsOf(store, settings.session, () => !lost.aborted)
  const load = () => loadAccount(store, settings.session, rows, library)
  let account = await load()
  let failures = 0
  while (!over.aborted) {
    const { reason, opened } = await connectOnce(deps, account, over)
    await atMost(FLUSH_TIME, account.flush())
    if (over.aborted) return
    failures = opened ? 1 : failures + 1
    const verdict = await obey(deps, reason, failures, over)
    if (verdict === 'relink') await store.wipe(settings.session)
    if (verdict === 'relink' || halfLinked(account.creds)) account = await load()
  }
}

/** One connection from its beginning to its end. */
async function connectOnce(
  deps: LinkDeps,
  account: Account,
  over: AbortSignal,
): Promise<{ reason: unknown; opened: boolean }> {
  const { library, settings, store, log } = deps
  let opened = false
  const connection = connect(library, settings, account, {
    ...deps.events,
    opened() {
      opened = true
      log.info('whatsapp: connected')
      deps.events.opened()
      store
        .purge(settings.session, SENT, SENT_KEPT)
        .catch((error: unknown) => log.warn('whatsapp: old sent messages not deleted', { error }))
    },
  })
  deps.current(connection)
  over.addEventListener('abort', connection.close, { once: true })
  const reason = await connection.ended
  over.removeEventListener('abort', connection.close)
  deps.current(null)
  return { reason, opened }
}

/** Does what the table says of this end: waits as long as it takes, or for ever. */
async function obey(deps: LinkDeps, reason: unknown, failures: number, over: AbortSignal) {
  const { code, do: what, say } = verdictOn(reason)
  if (what === 'at once') return what
  const pause = what === 'stop' ? Infinity : backoff(failures, Math.random())
  const level = what === 'later' ? 'warn' : 'error'
  deps.log[level](`whatsapp: ${say}`, { code, ...(what === 'stop' ? {} : { pause: Math.round(pause) }) })
  deps.down(say)
  await sleep(pause, over)
  return what
}
