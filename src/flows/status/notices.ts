import type { Input } from '../engine/conversation.ts'
import { joined } from '../shared/lines.ts'
import type { News } from '../engine/notice-kinds.ts'
import { t, type At } from '../engine/flow.ts'
import { told, watchedIn } from './watch.ts'
import { statusTold } from './view.ts'

/** A watched application has another status. */
export function statusChanged(
  at: At,
  { application }: Extract<Input, { kind: 'application changed' }>,
): News {
  return {
    text: joined(t('status.changed'), statusTold(at, application)),
    opens: { flow: 'status', step: 'show', data: { found: application, news: true, category: 'TIM-UNSURE' } },
    keep: told(at, application.id, application.status),
  }
}

/** The source was away when it was asked; time to look again. */
export function lookAgain(): News {
  return { text: t('status.tryLater'), opens: { flow: 'status', step: 'later' } }
}

/** A watch has run out. Nothing is said of one that was given up, or of a passport whose way has ended. */
export function watchOver(at: At, { data }: Extract<Input, { kind: 'reminder' }>): News | null {
  const { [String(data['application'])]: status, ...watched } = watchedIn(at.state)
  const isFinal = at.world.library.statuses.find(({ code }) => code === status)?.final ?? true
  const keep = { watched }
  return isFinal ? null : { text: t('status.overLater'), opens: { flow: 'status', step: 'over' }, keep }
}
