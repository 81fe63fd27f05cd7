import { z } from 'zod'
import type { ApplicationStatus } from '../../model/applications/status.ts'
import { momentIn, MORNING } from '../../model/dates/time-zone.ts'
import { subscriptionEnds } from '../../model/subscriptions.ts'
import type { ApplicationView, Effect, Input } from '../engine/conversation.ts'
import { end, type Transition } from '../engine/flow.ts'
import type { StepContext } from '../engine/context.ts'
import type { FlowData } from '../engine/handle.ts'
import type { Notice, Reminder } from '../engine/hooks.ts'
import { slot } from '../engine/slot.ts'
import { t } from '../engine/text.ts'
import { todayAt } from '../shared/facts.ts'
import { lines } from '../shared/lines.ts'
import { statusHandle, type StatusData, type StatusStep } from './handle.ts'
import { officeOfApplication, statusText } from './view.ts'

/** A watch on an application: it ends by itself, and that is said unless the passport's way has ended before. */

/** The status this chat was told last of each application it watches, by the application's id. */
export const watchedSlot = slot('watched', z.record(z.string(), z.string()), true)

export function watchApplication(
  at: StepContext<unknown>,
  found: ApplicationView,
): Transition<StatusData, StatusStep> {
  const { id, status, proof } = found
  const office = officeOfApplication(at, found)
  const until = subscriptionEnds('application', todayAt(at, office))
  const effects: Effect[] = [
    { do: 'watch application', applicationId: id, status, until, ...(proof && { proof }) },
    {
      do: 'remind',
      at: momentIn(office.zone, until, MORNING),
      name: 'status watch',
      key: id,
      data: { application: id },
    },
  ]
  return end({ effects, says: [{ text: t('status.watching') }], slots: withStatus(at, id, status) })
}

function withStatus({ state }: StepContext<unknown>, id: string, status: ApplicationStatus): FlowData {
  return watchedSlot.set({ ...watchedSlot.read(state), [id]: status })
}

/** A watched application has another status. */
export function statusChangedNotice(
  at: StepContext,
  { application }: Extract<Input, { kind: 'application changed' }>,
): Notice {
  return {
    text: lines(t('status.changed'), statusText(at, application)),
    target: statusHandle.at('show', { found: application, news: true, category: 'TIM-UNSURE' }),
    slots: withStatus(at, application.id, application.status),
  }
}

/** The source was away when it was asked; time to look again. */
export function lookAgainNotice(): Notice {
  return { text: t('status.tryLater'), target: statusHandle.at('later') }
}

/** A watch has run out. Nothing is said of one that was given up, or of a passport whose way has ended. */
export function watchEndedNotice(at: StepContext, { data }: Reminder): Notice | null {
  const { [String(data['application'])]: status, ...others } = watchedSlot.read(at.state) ?? {}
  const isFinal = at.world.library.statuses.find(({ code }) => code === status)?.final ?? true
  if (isFinal) return null
  return { text: t('status.overLater'), target: statusHandle.at('over'), slots: watchedSlot.set(others) }
}
