import type { Visit } from '../../model/applications/reschedule.ts'
import type { Office } from '../../model/offices/office.ts'
import { officeOf } from '../shared/facts.ts'
import type { OfficeSearch } from '../shared/office-search.ts'
import type { StepContext } from '../engine/flow.ts'

/** What a change of date has gathered so far. Days are `YYYY-MM-DD` in the office's zone. */
export type RescheduleData = OfficeSearch & {
  /** Office code, where another flow knew it; else the office the conversation is about. */
  readonly office?: string
  /** The office has been asked for. */
  readonly asked?: boolean
  readonly day?: string
  /** A day that has to be read back first, and where a "yes" leads. */
  readonly maybe?: string
  readonly leads?: 'begin' | 'remind'
  readonly changed?: boolean
  readonly why?: 'used' | 'too-late' | 'past'
  readonly reason?: string
  /** Index of the step of the walk. */
  readonly at?: number
  /** Id of the reminder that came due. */
  readonly reminder?: string
}

export function officeOfVisit(at: StepContext<RescheduleData>): Office {
  return at.world.offices.find(({ code }) => code === at.data.office) ?? officeOf(at)
}

export function visitOf(at: StepContext<RescheduleData>): Visit {
  const { code, zone } = officeOfVisit(at)
  return { day: at.data.day ?? '', office: code, zone, changed: at.data.changed === true }
}
