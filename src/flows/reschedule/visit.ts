import type { Visit } from '../../model/applications/reschedule.ts'
import type { Office } from '../../model/offices/office.ts'
import type { StepContext } from '../engine/context.ts'
import { officeOf } from '../shared/facts.ts'
import type { RescheduleData } from './handle.ts'

/** The visit that is spoken of. */

export function officeOfVisit(at: StepContext<RescheduleData>): Office {
  return at.world.offices.find(({ code }) => code === at.data.office) ?? officeOf(at)
}

export function visitOf(at: StepContext<RescheduleData>): Visit {
  const { code, zone } = officeOfVisit(at)
  return { day: at.data.day ?? '', office: code, zone, changed: at.data.changed === true }
}
