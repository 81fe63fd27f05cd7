import type { ApplicationStatus } from '../../model/applications/status.ts'
import { subscriptionEnds } from '../../model/subscriptions.ts'
import { momentIn } from '../../model/dates/time-zone.ts'
import type { ApplicationView, Effect } from '../engine/conversation.ts'
import { todayAt } from '../shared/facts.ts'
import { slotsOf } from '../engine/turn-context.ts'
import { end, t, type StepContext, type FlowData, type Transition } from '../engine/flow.ts'
import { officeOfApplication } from './view.ts'

/** A watch on an application: it ends by itself, and that is said unless the passport's way has ended before. */

/** Hour at which a watch that ran out is told. */
const MORNING = '09:00'

export function watchApplication(at: StepContext<unknown>, found: ApplicationView): Transition {
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
  return end({ effects, says: [{ text: t('status.watching') }], slots: watchedSlot(at, id, status) })
}

/** What this chat was told last of an application it watches, to be kept. */
export function watchedSlot(
  { state }: StepContext<unknown>,
  id: string,
  status: ApplicationStatus,
): FlowData {
  return { watched: { ...watchedApplications(state), [id]: status } }
}

/** Statuses told last, by application. */
export function watchedApplications(
  state: StepContext['state'],
): Readonly<Record<string, ApplicationStatus>> {
  return (slotsOf(state)['watched'] ?? {}) as Readonly<Record<string, ApplicationStatus>>
}
