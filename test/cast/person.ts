import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { APPLICATION_STATUSES } from '../../src/model/applications/status.ts'

/**
 * The cast: people of our own invention. Each knows what they want and what they can tell; none knows how the assistant is built.
 * A person is a row of a file: those of `people/` have a question, those of `complainers/` (`complainer.ts`) something to report.
 */

export const pattern = z.string().transform((source) => new RegExp(source, 'iu'))
const lines = z.union([z.string(), z.array(z.string())]).transform((said) => [said].flat())
const span = z.string().regex(/^\d+[smhd]$/)

/** What any matter is made of, whatever becomes of it. */
export const saying = z.strictObject({
  /** What officers did since the last message; their words reach the person past the conversation. */
  before: z
    .array(
      z.strictObject({
        officer: z.enum(['claim', 'ask', 'reply', 'close']),
        text: z.string().default(''),
        after: span.default('1h'),
      }),
    )
    .default([]),
  /**
   * Their words; several are a burst, sent one after another before reading anything. A line may be a thing: "[voice]",
   * "[photo] with these words", "[sticker]".
   */
  say: lines,
  /** Time since the last message, as in a scenario: "3d". */
  after: span.default('20s'),
  /** Said in turn when nothing fits, before what they say in general. */
  otherwise: z.array(z.string()).default([]),
})

const ask = saying.extend({
  /** What the replies must have told by the end, each somewhere; null: only a person at the office will do. */
  says: z.array(pattern).nullable(),
  /** What no reply may tell this person: papers of another case, a price of another kind. */
  never: z.array(pattern).default([]),
  /** What an officer must find in the ticket to know the question. */
  question: pattern,
})

/** What is known of anybody, whatever they come for. */
export const anybody = z.strictObject({
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
  otherwise: z.array(z.string()).default([]),
  /** What the office has entered of them: number, birth (`YYYY-MM-DD`), status. */
  application: z
    .strictObject({
      number: z.string(),
      birth: z.string(),
      status: z.enum(APPLICATION_STATUSES),
      issuedDay: z.string().optional(),
    })
    .optional(),
})

const person = anybody.extend({ asks: z.array(ask).min(1) })

export type Saying = z.infer<typeof saying>
/** Anybody who walks: what they came for is a list of matters, one after another. */
export type Walker<A extends Saying = Saying> = z.infer<typeof anybody> & { readonly asks: readonly A[] }
export type Ask = z.infer<typeof ask>
/** A person with a question, with the file they stand in: what it is about. */
export type Person = z.infer<typeof person> & { readonly subject: string }

/** Everybody with a question, in the order of the files. */
export function everybody(): Person[] {
  return peopleIn('people/', person)
}

/** The people of a folder of this one, in the order of its files, each with the name of the file. */
export function peopleIn<P>(folder: string, row: z.ZodType<P>): (P & { readonly subject: string })[] {
  const all = new URL(folder, import.meta.url)
  return readdirSync(all)
    .toSorted()
    .flatMap((file) => {
      const rows: unknown = JSON.parse(readFileSync(new URL(file, all), 'utf8'))
      return row
        .array()
        .parse(rows)
        .map((one) => ({ ...one, subject: file.replace('.json', '') }))
    })
}
