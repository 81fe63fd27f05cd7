import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { APPLICATION_STATUSES } from '../../src/model/applications/status.ts'

/**
 * The cast: people of our own invention who have a question. Each knows what they want and what they can tell; none knows how the
 * assistant is built. A person is a row of `people/*.json`.
 */

const pattern = z.string().transform((source) => new RegExp(source, 'iu'))
const lines = z.union([z.string(), z.array(z.string())]).transform((said) => [said].flat())

const ask = z.strictObject({
  /** Their words; several are a burst, sent one after another before reading anything. */
  say: lines,
  /** Time since the last message, as in a scenario: "3d". */
  after: z
    .string()
    .regex(/^\d+[smhd]$/)
    .default('20s'),
  /** What the replies must have told by the end, each somewhere; null: only a person at the office will do. */
  says: z.array(pattern).nullable(),
  /** What no reply may tell this person: papers of another case, a price of another kind. */
  never: z.array(pattern).default([]),
  /** What an officer must find in the ticket to know the question. */
  question: pattern,
  /** Said in turn when nothing fits, before what they say in general. */
  otherwise: z.array(z.string()).default([]),
})

const person = z.strictObject({
  id: z.string(),
  manner: z.string(),
  speaks: z.enum(['id', 'en']).default('id'),
  /** Writes a number when numbers are shown and a label fits. */
  numbers: z.boolean().default(false),
  /** How many messages they write before they give up. */
  patience: z.int().default(10),
  /** Patterns over labels: what they would choose of a list, the best first. */
  picks: z.array(pattern).default([]),
  /** What they tell when asked, by topic (`topics.ts`); several are said in turn when it is asked again. */
  knows: z.record(z.string(), lines).default({}),
  /** What they answer to a reply that looks so; before anything else. */
  answers: z.array(z.strictObject({ when: pattern, say: lines })).default([]),
  /** Said in turn when nothing fits. */
  otherwise: z.array(z.string()),
  /** What the office has entered of them: number, birth (`YYYY-MM-DD`), status. */
  application: z
    .strictObject({
      number: z.string(),
      birth: z.string(),
      status: z.enum(APPLICATION_STATUSES),
      issuedDay: z.string().optional(),
    })
    .optional(),
  asks: z.array(ask).min(1),
})

/** A person, with the file they stand in: what their question is about. */
export type Person = z.infer<typeof person> & { readonly subject: string }
export type Ask = Person['asks'][number]

const FOLDER = new URL('people/', import.meta.url)

/** Everybody, in the order of the files. */
export function everybody(): Person[] {
  return readdirSync(FOLDER).toSorted().flatMap(peopleOf)
}

function peopleOf(file: string): Person[] {
  const rows: unknown = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))
  const subject = file.replace('.json', '')
  return z
    .array(person)
    .parse(rows)
    .map((row) => ({ ...row, subject }))
}
