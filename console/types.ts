import type { z } from 'zod'
import type * as schemas from '../src/api/schemas.ts'

/** What the API answers, as its own checking schemas say. */
export type Me = z.infer<typeof schemas.Me>
export type QueueItem = z.infer<typeof schemas.QueueItem>
export type Queue = z.infer<typeof schemas.Queue>
export type Ticket = z.infer<typeof schemas.Ticket>
export type TicketEvent = z.infer<typeof schemas.TicketEvent>
export type ConversationItem = z.infer<typeof schemas.ConversationItem>
export type Attachment = z.infer<typeof schemas.Attachment>
export type Officers = z.infer<typeof schemas.Officers>
export type Categories = z.infer<typeof schemas.Categories>
export type Channels = z.infer<typeof schemas.Channels>
export type Channel = Channels['items'][number]
export type ProblemDetails = Partial<z.infer<typeof schemas.Problem>>
