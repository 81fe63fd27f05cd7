import type { Input } from '../engine/conversation.ts'
import { lines } from '../shared/lines.ts'
import type { Notice } from '../engine/notice-kinds.ts'
import { t, type StepContext } from '../engine/flow.ts'
import { watchedSlot, watchedApplications } from './watch.ts'
import { statusText } from './view.ts'

/** A watched application has another status. */
export function statusChangedNotice(
  at: StepContext,
  { application }: Extract<Input, { kind: 'application changed' }>,
): Notice {
  return {
    text: lines(t('status.changed'), statusText(at, application)),
    target: {
      flow: 'status',
      step: 'show',
      data: { found: application, news: true, category: 'TIM-UNSURE' },
    },
    slots: watchedSlot(at, application.id, application.status),
  }
}

/** The source was away when it was asked; time to look again. */
export function lookAgainNotice(): Notice {
  return { text: t('status.tryLater'), target: { flow: 'status', step: 'later' } }
}

/** A watch has run out. Nothing is said of one that was given up, or of a passport whose way has ended. */
export function watchEndedNotice(
  at: StepContext,
  { data }: Extract<Input, { kind: 'reminder' }>,
): Notice | null {
  const { [String(data['application'])]: status, ...watched } = watchedApplications(at.state)
  const isFinal = at.world.library.statuses.find(({ code }) => code === status)?.final ?? true
  const keep = { watched }
  return isFinal
    ? null
    : { text: t('status.overLater'), target: { flow: 'status', step: 'over' }, slots: keep }
}
