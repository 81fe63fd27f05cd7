import { z } from 'zod'
import { APPLICATION_STATUSES } from '../../model/applications/status.ts'
import type { ApplicationView } from '../engine/conversation.ts'
import { flowHandle } from '../engine/handle.ts'

const Application: z.ZodType<ApplicationView> = z.object({
  id: z.string(),
  office: z.string(),
  status: z.enum(APPLICATION_STATUSES),
  name: z.string().nullable(),
  visitDay: z.string().nullable(),
  interviewDay: z.string().nullable(),
  issuedDay: z.string().nullable(),
  enteredAt: z.number(),
  proof: z.string().optional(),
})

/** `ready`: the passport should be ready; `week`, `day`: so long before the last day to collect it. */
export const CollectReminderId = z.enum(['ready', 'week', 'day'])

/** What a look at an application remembers. Number and birth date are gone as soon as they have been asked for. */
export const StatusData = z.object({
  /** What was said when the flow was opened. */
  words: z.string().optional(),
  parts: z.array(z.string()).readonly().optional(),
  number: z.string().optional(),
  birth: z.string().optional(),
  /** Category of a ticket that is opened from here. */
  category: z.string().optional(),
  /** Answers in a row that could not be read. */
  tries: z.number().optional(),
  found: Application.optional(),
  /** Shown because it changed. */
  news: z.boolean().optional(),
  /** Ready answer chosen. */
  answer: z.string().optional(),
  /** Day of the interview, where that is all that is known (`YYYY-MM-DD` in the office's zone). */
  interview: z.string().optional(),
  /** Office of that interview, by its code. */
  office: z.string().optional(),
  /** The reminder to collect that came due, and the last day to do it. */
  reminder: CollectReminderId.optional(),
  until: z.string().optional(),
})
export type StatusData = z.infer<typeof StatusData>

export type StatusStep =
  | 'start'
  | 'number'
  | 'birth'
  | 'look'
  | 'unknown'
  | 'locked'
  | 'away'
  | 'later'
  | 'over'
  | 'show'
  | 'told'
  | 'interview'
  | 'ready'
  | 'collect'

/** How other flows open it. */
export const statusHandle = flowHandle<StatusData, StatusStep>('status')
