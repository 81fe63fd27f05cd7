import { watchEnds, type Status } from '../../model/application.ts'
import { momentIn } from '../../model/dates-moment.ts'
import type { ApplicationView, Effect } from '../engine/conversation.ts'
import { todayAt } from '../shared/facts.ts'
import { keptOf } from '../engine/turn-context.ts'
import { end, t, type At, type Data, type Move } from '../engine/flow.ts'
import { officeOfApplication } from './view.ts'

/** A watch on an application: it ends by itself, and that is said unless the passport's way has ended before. */

/** Hour at which a watch that ran out is told. */
const MORNING = '09:00'

export function watchIt(at: At<unknown>, found: ApplicationView): Move {
  const { id, status, proof } = found
  const office = officeOfApplication(at, found)
  const until = watchEnds(todayAt(at, office))
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
  return end({ effects, says: [{ text: t('status.watching') }], keep: told(at, id, status) })
}

/** What this chat was told last of an application it watches, to be kept. */
export function told({ state }: At<unknown>, id: string, status: Status): Data {
  return { watched: { ...watchedIn(state), [id]: status } }
}

/** Statuses told last, by application. */
export function watchedIn(state: At['state']): Readonly<Record<string, Status>> {
  return (keptOf(state)['watched'] ?? {}) as Readonly<Record<string, Status>>
}
