import type { World } from '../flows/engine/conversation.ts'
import type { Log } from './ports/log.ts'

/** Data that conversations read: the same for every chat, changed rarely. */
export type ReferenceData = Pick<World, 'offices' | 'categories' | 'holidays' | 'library'>

/** How old reference data may get before it is read again (ms). */
const REFRESH = 60_000

/** Reference data in memory. `get` and `refresh` never fail: what was read last stays. */
export interface ReferenceCache {
  get(): ReferenceData
  /** Reads it again now; what cannot be read now is read later. */
  refresh(): Promise<void>
  stop(): void
}

/** Reads reference data once, then every minute: what a supervisor changed is said by the bot soon after. */
export async function createReferenceCache(
  load: () => Promise<ReferenceData>,
  log: Log,
): Promise<ReferenceCache> {
  let current = await load()
  async function refresh(): Promise<void> {
    try {
      current = await load()
    } catch (error) {
      log.warn('reference data not refreshed', { error })
    }
  }
  const timer = setInterval(() => void refresh(), REFRESH) // logs what goes wrong itself
  timer.unref()
  return { get: () => current, refresh, stop: () => clearInterval(timer) }
}
