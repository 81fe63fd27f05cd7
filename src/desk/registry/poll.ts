import { dayIn } from '../../model/dates/calendar.ts'
import { APPLICATION_EVERY, OFFICE_EVERY, POLL_APPLICATIONS, POLL_OFFICES } from '../pipeline/limits.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { Log } from '../ports/log.ts'
import type { Registry, RegistryWatches } from '../ports/registry.ts'

interface PollDeps {
  readonly registry: Registry
  readonly watches: RegistryWatches
  readonly notifier: Pick<Notifier, 'wakeConversations'>
  readonly log: Log
  readonly now: () => number
}

/**
 * One look at a small part of what is watched elsewhere. What could not be asked has its next turn like everything else, so a
 * source that comes back meets no crowd. A process that dies between asking and telling loses nothing: what the person was told
 * last is in their watch, and the next look compares with that.
 */
export function createPoll({ registry, watches, notifier, log, now }: PollDeps): () => Promise<void> {
  // Jakarta's day begins last of the country's three zones
  const today = () => dayIn('Asia/Jakarta', now())

  async function applications(): Promise<void> {
    const asks = await watches.dueApplications(today(), APPLICATION_EVERY, POLL_APPLICATIONS)
    if (asks.length === 0) return
    const found = await registry.applications(asks)
    const views = found.filter((one) => typeof one === 'object')
    if (views.length > 0) notifier.wakeConversations(await watches.notifyApplicationWatchers(views))
  }

  async function places(): Promise<void> {
    const offices = await watches.dueOffices(today(), OFFICE_EVERY, POLL_OFFICES)
    const found = await registry.quotaFigures(offices.map((office) => ({ offices: [office], from: today() })))
    for (const [at, office] of offices.entries()) {
      const figures = found[at] ?? 'away'
      if (figures !== 'away') await watches.notifyQuotaWatchers(office, figures, now())
    }
  }

  return async () => {
    try {
      await applications()
      await places()
    } catch (error) {
      log.warn('watches not looked at', { error })
    }
  }
}
