import { z } from 'zod'
import { SPECIAL_RESCHEDULE_REASONS, type VisitReminder } from '../../model/applications/reschedule.ts'
import { flowHandle } from '../engine/handle.ts'
import { OfficeSearchData, type OfficeSearchStep } from '../shared/office-search.ts'

export const ReminderId = z.enum(['three-days', 'one-day', 'morning']) satisfies z.ZodType<
  VisitReminder['id']
>

/** What a change of date has gathered so far. Days are `YYYY-MM-DD` in the office's zone. */
export const RescheduleData = OfficeSearchData.extend({
  /** The words that opened the flow, where they were a whole sentence: they go to the officer. */
  parts: z.array(z.string()).readonly().optional(),
  /** Office code, where another flow knew it; else the office the conversation is about. */
  office: z.string().optional(),
  /** Category of a ticket that is opened from here. */
  category: z.string().optional(),
  day: z.string().optional(),
  /** A day that has to be read back first, and where a "yes" leads. */
  maybe: z.string().optional(),
  leads: z.enum(['begin', 'remind']).optional(),
  changed: z.boolean().optional(),
  why: z.enum(['used', 'too-late', 'past']).optional(),
  reason: z.enum([...SPECIAL_RESCHEDULE_REASONS, 'other']).optional(),
  /** Index of the step of the walk. */
  at: z.number().optional(),
  /** The reminder that came due. */
  reminder: ReminderId.optional(),
})
export type RescheduleData = z.infer<typeof RescheduleData>

export type RescheduleStep =
  | OfficeSearchStep
  | 'day'
  | 'dayCheck'
  | 'changed'
  | 'verdict'
  | 'may'
  | 'walk'
  | 'newDay'
  | 'remind'
  | 'reminded'
  | 'unsure'
  | 'special'
  | 'specialTold'

/** How other flows open it. */
export const rescheduleHandle = flowHandle<RescheduleData, RescheduleStep>('reschedule')
