import type { Log } from '../../../desk/ports/log.ts'
import type { WhatsAppKeyStore } from '../../../desk/ports/whatsapp.ts'
import { connect, type Connection, type ConnectionEvents } from './socket.ts'
import { isHalfLinked, loadAccount, type WhatsAppAccount } from '../account/credentials.ts'
import { createAccountRows } from '../account/signal-keys.ts'
import type { Baileys } from '../baileys.ts'
import { reconnectDelay, disconnectAction } from './disconnect.ts'
import { SENT_MESSAGE_TYPE, SENT_MESSAGE_TTL } from '../outbound/sent-messages.ts'
import type { WhatsAppSettings } from '../settings.ts'
import { waitAtMost, sleep } from '../sleep.ts'

interface SupervisorDeps {
  readonly baileys: Baileys
  readonly settings: WhatsAppSettings
  readonly store: WhatsAppKeyStore
  readonly events: ConnectionEvents
  /** The connection of this moment; it may not be open (yet, any more). */
  onConnection(connection: Connection | null): void
  /** The link is not up, and why, in plain words. */
  onDown(why: string): void
  readonly log: Log
}

/** How long the end waits for the last credentials to be written, ms. */
const FLUSH_TIME = 3_000

/**
 * Keeps the account connected until `over`, as the only owner of its number; from `lost` on nothing is written any more.
 * Rejects when the account cannot be read.
 */
export async function stayConnected(
  deps: SupervisorDeps,
  over: AbortSignal,
  lost: AbortSignal,
): Promise<void> {
  const { store, baileys, settings } = deps
  const rows = createAccountRows(store, settings.session, () => !lost.aborted)
  const load = () => loadAccount(store, settings.session, rows, baileys)
  let account = await load()
  let failures = 0
  while (!over.aborted) {
    const { reason, opened } = await connectOnce(deps, account, over)
    await waitAtMost(FLUSH_TIME, account.flush())
    if (over.aborted) return
    failures = opened ? 1 : failures + 1
    const action = await carryOut(deps, reason, failures, over)
    if (action === 'relink') await store.wipe(settings.session)
    if (action === 'relink' || isHalfLinked(account.creds)) account = await load()
  }
}

/** One connection from its beginning to its end. */
async function connectOnce(
  deps: SupervisorDeps,
  account: WhatsAppAccount,
  over: AbortSignal,
): Promise<{ reason: unknown; opened: boolean }> {
  const { baileys, settings, store, log } = deps
  let opened = false
  const connection = connect(baileys, settings, account, {
    ...deps.events,
    opened() {
      opened = true
      log.info('whatsapp: connected')
      deps.events.opened()
      store
        .purge(settings.session, SENT_MESSAGE_TYPE, SENT_MESSAGE_TTL)
        .catch((error: unknown) => log.warn('whatsapp: old sent messages not deleted', { error }))
    },
  })
  deps.onConnection(connection)
  over.addEventListener('abort', connection.close, { once: true })
  const reason = await connection.closed
  over.removeEventListener('abort', connection.close)
  deps.onConnection(null)
  return { reason, opened }
}

/** Does what the table says of this end: waits as long as it takes, or for ever. */
async function carryOut(deps: SupervisorDeps, reason: unknown, failures: number, over: AbortSignal) {
  const { code, action: what, message: say } = disconnectAction(reason)
  if (what === 'at once') return what
  const pause = what === 'stop' ? Infinity : reconnectDelay(failures, Math.random())
  const level = what === 'later' ? 'warn' : 'error'
  deps.log[level](`whatsapp: ${say}`, { code, ...(what === 'stop' ? {} : { pause: Math.round(pause) }) })
  deps.onDown(say)
  await sleep(pause, over)
  return what
}
