import { z } from 'zod'
import { CHANNELS } from '../../model/messages/channel.ts'
import { ROLES } from '../../model/officer.ts'
import { TICKET_COMMANDS, TICKET_EVENTS, TICKET_KINDS, TICKET_STATES } from '../../model/tickets/lifecycle.ts'
import { TREND_GROUPS } from '../requests/index.ts'
import { OfficerName } from './fields.ts'

/**
 * Every response of the officers' API; requests are in `requests.ts`. `/api/openapi.json` is made from both.
 * Moments are ISO 8601 in UTC, days are `YYYY-MM-DD` in the office's zone.
 */

const moment = z.iso.datetime()
const day = z.iso.date()

const summary = {
  number: z.string(),
  kind: z.enum(TICKET_KINDS),
  state: z.enum(TICKET_STATES),
  seq: z.int().meta({ description: 'Grows with each event; give it back as `ifSeen`' }),
  priority: z.int().meta({ description: '1 urgent … 3 ordinary' }),
  office: z.string(),
  category: z.string(),
  servqual: z.string().nullable(),
  confidential: z.boolean(),
  channel: z.enum(CHANNELS),
  lang: z.string(),
  assignee: OfficerName.nullable(),
  openedAt: moment,
  due: day,
  overdue: z.boolean().meta({ description: 'Not closed and past its promised day' }),
  repliedAt: moment.nullable().meta({ description: 'First answer of an officer' }),
  closedAt: moment.nullable(),
  updatedAt: moment,
  rating: z.int().nullable().meta({ description: '1–4, given by the applicant after closing' }),
}

export const QueueItem = z
  .object({
    ...summary,
    excerpt: z.string().meta({ description: 'Beginning of the story, at most 160 characters' }),
  })
  .meta({ id: 'QueueItem' })

export const Queue = z
  .object({ items: z.array(QueueItem), nextCursor: z.string().nullable() })
  .meta({ id: 'Queue' })

export const TicketEvent = z
  .object({
    seq: z.int(),
    kind: z.enum(TICKET_EVENTS),
    at: moment,
    officer: OfficerName.nullable().meta({ description: 'null: the applicant or the system' }),
    text: z.string().nullable(),
    data: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'TicketEvent' })

export const Attachment = z
  .object({
    media: z.enum(['photo', 'document', 'voice', 'video']),
    id: z.uuid().nullable().meta({ description: 'null when the file was refused, removed or not fetched' }),
    mime: z.string().nullable(),
    bytes: z.int().nullable(),
    refused: z.enum(['too-large', 'wrong-type', 'not-fetched', 'removed']).nullable(),
  })
  .meta({ id: 'Attachment' })

export const ConversationItem = z
  .object({
    seq: z.string(),
    at: moment,
    from: z.enum(['person', 'bot', 'officer']),
    officer: OfficerName.nullable(),
    text: z.string(),
    choices: z.array(z.string()).meta({ description: 'What the bot offered to choose from' }),
    attachment: Attachment.nullable(),
    unreadable: z
      .string()
      .nullable()
      .meta({ description: 'What it was when it cannot be shown: sticker, poll, …' }),
    delivery: z
      .object({ state: z.enum(['pending', 'sent', 'failed']), failure: z.string().nullable() })
      .nullable()
      .meta({ description: 'null for what the applicant wrote' }),
  })
  .meta({ id: 'ConversationItem' })

export const Ticket = z
  .object({
    ...summary,
    story: z.string(),
    resolution: z.string().nullable(),
    applicant: z.object({ name: z.string().nullable(), reachable: z.boolean() }).meta({
      description:
        'name is null for confidential tickets; not reachable = the platform says the person is gone',
    }),
    events: z.array(TicketEvent),
    conversation: z.array(ConversationItem).meta({ description: 'Oldest first, at most the latest 500' }),
    may: z.array(z.enum(TICKET_COMMANDS)).meta({ description: 'What this officer may do with it now' }),
  })
  .meta({ id: 'Ticket' })

export const CurrentOfficer = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    office: z.string().nullable().meta({ description: 'null: every office' }),
  })
  .meta({ id: 'Me' })

export const Officers = z
  .object({
    items: z.array(
      z.object({ id: z.uuid(), name: z.string(), role: z.enum(ROLES), office: z.string().nullable() }),
    ),
  })
  .meta({ id: 'Officers' })

export const TrendRow = z
  .object({
    key: z.string(),
    tickets: z.int().meta({ description: 'Opened in the range, whatever became of them' }),
    open: z.int().meta({ description: 'Of these, not closed now' }),
    closed: z.int().meta({ description: 'Of these, closed now' }),
    overdue: z.int().meta({ description: 'Of these, not closed now and past the promised day' }),
    rated: z.int().meta({ description: 'Of these, rated by the applicant' }),
    rating: z
      .number()
      .nullable()
      .meta({ description: 'Mean of the ratings 1–4, two decimals; null when nobody rated' }),
  })
  .meta({ id: 'TrendRow' })

export const Trends = z
  .object({
    from: day,
    to: day,
    office: z.string().nullable(),
    total: TrendRow,
    groups: z.partialRecord(z.enum(TREND_GROUPS), z.array(TrendRow)).meta({
      description:
        'Confidential categories appear together as `confidential`; confidential tickets are counted in a row only where it holds at least five',
    }),
  })
  .meta({ id: 'Trends' })

export const Offices = z
  .object({
    items: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        city: z.string(),
        province: z.string(),
        zone: z.string(),
      }),
    ),
  })
  .meta({ id: 'Offices' })

export const Categories = z
  .object({
    items: z.array(
      z.object({
        code: z.string(),
        group: z.string(),
        servqual: z.string().nullable(),
        sla: z.string(),
        confidential: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Categories' })

export const Channels = z
  .object({
    items: z.array(
      z.object({
        channel: z.enum(CHANNELS),
        state: z.enum(['starting', 'linking', 'on', 'down', 'stopped']),
        linked: z.boolean(),
        detail: z.string().nullable(),
        pairingCode: z.string().nullable(),
        qr: z.string().nullable().meta({ description: 'Text to be drawn as a QR code' }),
        lastIn: moment.nullable(),
        lastOut: moment.nullable(),
        refused: z.int().meta({ description: 'Sends the platform refused' }),
        at: moment,
      }),
    ),
  })
  .meta({ id: 'Channels' })

/** RFC 9457 problem details: what every error answers with (`application/problem+json`). */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    reason: z.string().meta({ description: 'The same in one word, for programs' }),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    events: z.array(TicketEvent).optional().meta({ description: 'What happened since `ifSeen`' }),
    officer: OfficerName.optional().meta({ description: 'Who has the ticket' }),
    seq: z.int().optional().meta({ description: 'The ticket’s `seq` now' }),
    missing: z.array(z.string()).optional().meta({ description: 'Columns that a list needs and has not' }),
    twice: z.array(z.string()).optional().meta({ description: 'Columns that a list has twice' }),
    unknown: z.array(z.string()).optional().meta({ description: 'Titles of columns that no list has' }),
    line: z.int().optional().meta({ description: 'Line of the file, counted from 1' }),
  })
  .meta({ id: 'Problem' })

export { OfficerName } from './fields.ts'
export * from './facts.ts'
export * from './registry.ts'
