import type { Log } from '../../../desk/ports/log.ts'
import type { WhatsAppKeyStore } from '../../../desk/ports/whatsapp.ts'
import { reconnectDelay } from '../connection/disconnect.ts'
import { sleep } from '../sleep.ts'

/** How often a waiting process looks whether the owner of the number has gone, ms. */
const LOOK_AGAIN = 3_000

interface OwnershipDeps {
  readonly store: Pick<WhatsAppKeyStore, 'own'>
  readonly session: string
  /** Runs while this process owns the number, until `over`; `lost` says that another may own it now. */
  work(over: AbortSignal, lost: AbortSignal): Promise<void>
  onDown(why: string): void
  readonly log: Log
}

/**
 * Works as the only owner of the number, again and again until `stopped`. Without the database there is no ownership
 * and no connection: what people write meanwhile stays with WhatsApp and comes when we are back.
 */
export async function holdOwnership(deps: OwnershipDeps, stopped: AbortSignal): Promise<void> {
  for (let failures = 1; !stopped.aborted; failures++) {
    try {
      if (await ownOnce(deps, stopped)) failures = 0
      else deps.onDown('Another process of this service has the number.')
      await sleep(failures === 0 ? 0 : LOOK_AGAIN, stopped)
    } catch (error) {
      deps.log.warn('whatsapp: the account cannot be reached', { error })
      deps.onDown('The database cannot be reached, or SECRET_KEY is not the one the account was stored with.')
      await sleep(reconnectDelay(failures, Math.random()), stopped)
    }
  }
}

/** False when another process has the number. */
async function ownOnce(deps: OwnershipDeps, stopped: AbortSignal): Promise<boolean> {
  const lost = new AbortController()
  const release = await deps.store.own(deps.session, () => {
    lost.abort()
    deps.onDown('The connection to the database was lost.')
  })
  if (!release) return false
  try {
    await deps.work(AbortSignal.any([lost.signal, stopped]), lost.signal)
  } finally {
    lost.abort()
    await release()
  }
  return true
}
