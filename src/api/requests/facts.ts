import { z } from 'zod'
import { CONFIDENCES, type FactValue } from '../../model/facts/fact.ts'
import { dayField, textField } from './fields.ts'

/** Requests about the answer library. */

/** Largest value of a fact (characters of its JSON). */
const VALUE_MAX = 2000

const key = z.string().max(80)
const office = z.string().max(20)

const value = z
  .unknown()
  .refine((json) => json !== undefined, 'is needed; null where nothing is known')
  .refine(
    (json) => (JSON.stringify(json) ?? '').length <= VALUE_MAX,
    `must have at most ${VALUE_MAX} characters`,
  )
  .transform((json) => json as FactValue)
  .meta({
    description:
      'Rupiah, days, hours, `HH:MM`, a word, a list…: as the key has it; null where nothing is known',
  })

const fact = {
  key: key.regex(/^[a-z0-9-]+(\.[A-Za-z0-9-]+)*$/, 'must be words with dots between'),
  office: office.nullable().default(null).meta({ description: 'null: every office' }),
  value,
  validFrom: dayField.nullable().default(null).meta({ description: 'First day, in the office’s zone' }),
  validTo: dayField.nullable().default(null).meta({ description: 'Last day; null: until further notice' }),
  source: textField(500),
  confidence: z.enum(CONFIDENCES).default('confirmed'),
  year: z.number().int().min(1950).max(2100).nullable().default(null).meta({
    description: 'Year of its newest source; null: undated',
  }),
  note: textField(1000).nullable().default(null),
  replaces: z.uuid().nullable().default(null).meta({ description: 'The row this one corrects' }),
}

export const FactRequest = z.strictObject(fact).meta({ id: 'FactRequest' })

export const FactPreviewRequest = z
  .strictObject({
    ...fact,
    day: dayField.optional().meta({ description: 'Day to look at; the first day of the fact, or today' }),
  })
  .meta({ id: 'PreviewRequest' })

export const FactsQuery = z.strictObject({
  key: key.optional().meta({ description: 'The key or its beginning' }),
  office: office
    .optional()
    .meta({ description: 'What holds for this office: its own rows and those for all' }),
  topic: z.string().max(40).optional().meta({ description: 'Topic of the ready answers it is part of' }),
  history: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ description: 'With rows that were retired' }),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
  cursor: z.string().max(400).optional(),
})

export const ReadyAnswersQuery = z.strictObject({
  office: office.optional().meta({ description: 'One’s own when absent' }),
  lang: z.string().max(10).default('id'),
  topic: z.string().max(40).optional(),
})
