import { z } from 'zod'
import { CONFIDENCES } from '../../model/facts/fact.ts'
import { OfficerName } from './fields.ts'

/** Responses about the answer library. */

const moment = z.iso.datetime()
const day = z.iso.date()

export const Fact = z
  .object({
    id: z.uuid(),
    key: z.string(),
    office: z.string().nullable().meta({ description: 'null: every office' }),
    value: z.unknown(),
    validFrom: day.nullable(),
    validTo: day.nullable(),
    source: z.string(),
    confidence: z.enum(CONFIDENCES),
    year: z.number().int().nullable().meta({ description: 'Year of its newest source; null: undated' }),
    confirmedBy: z.string().nullable(),
    confirmedAt: moment.nullable(),
    note: z.string().nullable(),
    createdBy: OfficerName.nullable().meta({ description: 'null: it came with the program' }),
    createdAt: moment,
    retiredAt: moment.nullable(),
    replaces: z.uuid().nullable().meta({ description: 'The row it took the place of' }),
    holds: z.enum(['now', 'later', 'over', 'retired']).meta({ description: 'Today, in its office’s zone' }),
    answers: z.array(z.string()).meta({ description: 'Ready answers it is part of' }),
    mayChange: z.boolean().meta({ description: 'May the asking officer change it?' }),
  })
  .meta({ id: 'Fact' })

export const Facts = z
  .object({ items: z.array(Fact), nextCursor: z.string().nullable() })
  .meta({ id: 'Facts' })

const how = z.enum(['sure', 'safe', 'ask']).meta({
  description: 'safe: to be said with its doubt; ask: not to be said without asking',
})

export const FactPreview = z
  .object({
    office: z.string(),
    day,
    items: z.array(
      z.object({
        id: z.string().meta({ description: 'Ready answer, remedy, or the place in a conversation' }),
        title: z.string(),
        lang: z.string(),
        how,
        day: day.meta({ description: 'Day it is heard on' }),
        text: z.string(),
      }),
    ),
  })
  .meta({ id: 'Preview' })

export const ReadyAnswers = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        topic: z.string(),
        title: z.string(),
        text: z.string().nullable(),
        how,
        reason: z
          .enum(['missing', 'expired', 'unconfirmed', 'reported', 'contested', 'announced', 'changed'])
          .nullable(),
        year: z.number().int().nullable().meta({ description: 'Year of the source a doubt rests on' }),
        keys: z.array(z.string()).meta({ description: 'Facts it is made of' }),
      }),
    ),
  })
  .meta({ id: 'Answers' })
