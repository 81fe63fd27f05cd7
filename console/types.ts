import type { z } from 'zod'
import type * as requests from '../src/api/requests/index.ts'
import type * as schemas from '../src/api/responses/index.ts'
import type { FactValue } from '../src/model/facts/fact.ts'

/** What the API answers, as its own checking schemas say. */
export type Me = z.infer<typeof schemas.CurrentOfficer>
export type QueueItem = z.infer<typeof schemas.QueueItem>
export type Queue = z.infer<typeof schemas.Queue>
export type Ticket = z.infer<typeof schemas.Ticket>
export type TicketEvent = z.infer<typeof schemas.TicketEvent>
export type ConversationItem = z.infer<typeof schemas.ConversationItem>
export type Attachment = z.infer<typeof schemas.Attachment>
export type Officers = z.infer<typeof schemas.Officers>
export type Categories = z.infer<typeof schemas.Categories>
export type Channels = z.infer<typeof schemas.Channels>
export type Offices = z.infer<typeof schemas.Offices>
export type Fact = Omit<z.infer<typeof schemas.Fact>, 'value'> & { readonly value: FactValue }
export type Facts = Omit<z.infer<typeof schemas.Facts>, 'items'> & { readonly items: Fact[] }
export type Preview = z.infer<typeof schemas.FactPreview>
export type Quota = z.infer<typeof schemas.Quota>
export type Application = z.infer<typeof schemas.Application>
/** An application as it is written down. */
export type ApplicationDraft = z.infer<typeof requests.ApplicationRow>
export type RowsReport = z.infer<typeof schemas.RowsReport>
export type ImportReport = z.infer<typeof schemas.ImportReport>
/** Places as they are written down. */
export type QuotaDraft = z.infer<typeof requests.QuotaRow>
export type Answers = z.infer<typeof schemas.ReadyAnswers>
/** A fact as it is written down. */
export type FactDraft = z.infer<typeof requests.FactRequest>
export type Channel = Channels['items'][number]
export type ProblemDetails = Partial<z.infer<typeof schemas.Problem>>
