import { z } from 'zod'

/** What several requests have in common. */

/** A day the database can hold and somebody could mean. */
export const dayField = z.iso
  .date({ abort: true })
  .refine((text) => text >= '2000-01-01' && text < '2200-01-01', 'must be a day of this century')

/** Text as a person types it: at least one visible character, at most `max` code points (JSON Schema counts those too). */
export const textField = (max: number) =>
  z
    .string()
    .refine((text) => text.trim().length > 0, 'must not be empty')
    .refine((text) => [...text].length <= max, `must have at most ${max} characters`)
    .meta({ minLength: 1, maxLength: max })
