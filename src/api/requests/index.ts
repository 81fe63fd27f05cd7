import { z } from 'zod'
import { CHANNELS } from '../../model/messages/channel.ts'
import { TICKET_STATES } from '../../model/tickets/lifecycle.ts'
import { dayField, textField } from './fields.ts'

/** Every request of the officers' API, as it is checked. Unknown fields are refused by name. */

/** Longest text an officer may write (characters, an emoji counts as its code points). */
export const MAX_REPLY_LENGTH = 4000

export const SignInRequest = z
  .strictObject({ email: z.string().min(3).max(254), password: z.string().min(1).max(1000) })
  .meta({ id: 'SignIn' })

export const AssignmentRequest = z
  .strictObject({
    officer: z
      .uuid()
      .optional()
      .meta({ description: 'Whom to give it to (supervisors only); oneself when absent' }),
  })
  .meta({ id: 'AssignmentRequest' })

export const ReplyRequest = z
  .strictObject({
    text: textField(MAX_REPLY_LENGTH),
    ifSeen: z.int().min(0).optional().meta({
      description: '`seq` of the ticket as the officer saw it: 409 when somebody answered or closed it since',
    }),
    awaitsAnswer: z.boolean().optional().meta({
      description: 'The reply asks the applicant something: the ticket then waits for the applicant',
    }),
  })
  .meta({ id: 'ReplyRequest' })

export const NoteRequest = z.strictObject({ text: textField(MAX_REPLY_LENGTH) }).meta({ id: 'NoteRequest' })

export const ClosureRequest = z
  .strictObject({
    resolution: textField(MAX_REPLY_LENGTH).meta({
      description: 'What was done; it is told to the applicant',
    }),
  })
  .meta({ id: 'ClosureRequest' })

const QUEUE_STATES = [...TICKET_STATES, 'open'] as const

export const QueueQuery = z.strictObject({
  state: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(QUEUE_STATES)).max(10))
    .optional()
    .meta({
      description: `One or more of ${QUEUE_STATES.join(', ')}, separated by commas; open = not closed`,
    }),
  office: z.string().max(20).optional(),
  category: z.string().max(40).optional(),
  assignee: z
    .union([z.literal('me'), z.literal('none'), z.uuid()], { error: 'must be an officer’s id, me or none' })
    .optional()
    .meta({ description: 'An officer’s id, `me` or `none`' }),
  channel: z.enum(CHANNELS).optional(),
  priority: z.coerce.number().int().min(1).max(3).optional(),
  q: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'A ticket number (or its beginning) or words of the story' }),
  from: dayField.optional().meta({ description: 'Opened on this day or later' }),
  to: dayField.optional().meta({ description: 'Opened on this day or earlier' }),
  order: z.enum(['queue', 'newest', 'oldest']).default('queue').meta({
    description: 'queue = not closed first, then priority, then the promised day (overdue come first)',
  }),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(400).optional(),
})

export const TREND_GROUPS = ['category', 'office', 'channel', 'day', 'state'] as const

export const TrendsQuery = z.strictObject({
  from: dayField.optional().meta({ description: 'First day; 30 days before `to` when absent' }),
  to: dayField.optional().meta({ description: 'Last day; today when absent' }),
  office: z.string().max(20).optional(),
  group: z.enum(TREND_GROUPS).optional().meta({ description: 'Only this grouping; all when absent' }),
})

export * from './facts.ts'
export * from './registry.ts'
