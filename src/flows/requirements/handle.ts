import { z } from 'zod'
import { flowHandle } from '../engine/handle.ts'
import { BANDS, Person } from './people.ts'

/** The person the list is for, as far as they are known, and what the way to their list needs. */
export const RequirementsData = Person.partial().extend({
  /** Papers asked for in this round of ticking. */
  passed: z.array(z.string()).readonly().optional(),
  /** Page of the papers that "what if I do not have it" offers, from 0. */
  page: z.number().optional(),
  /** What is assumed of others is asked of this person. */
  asksAll: z.boolean().optional(),
  /** The paper that was asked about. */
  paper: z.string().optional(),
  /** The list was shown before: what belongs to it has been told. */
  introduced: z.boolean().optional(),
  /** What belongs to the case was told with the list. */
  caseTold: z.boolean().optional(),
  /** What the person wrote shortly before it began. */
  before: z.array(z.string()).readonly().optional(),
  /** The words that opened the conversation. */
  words: z.string().optional(),
  /** The same where they are a whole sentence: it goes to the officer, should one be asked. */
  parts: z.array(z.string()).readonly().optional(),
  /** What the opening words say of the case beside its person. */
  extracted: z
    .object({ answers: z.record(z.string(), z.string()).readonly(), way: z.string().optional() })
    .optional(),
  /** For whom, where the words leave only these open. */
  bands: z.array(z.enum(BANDS)).readonly().optional(),
})
export type RequirementsData = z.infer<typeof RequirementsData>

/** Questions of the requirements table that have a step of their own, by the table's ids. */
export const CASE_QUESTIONS = [
  'what',
  'old',
  'changed',
  'special',
  'dual',
  'parents',
  'custody',
  'trip',
] as const
export type CaseQuestion = (typeof CASE_QUESTIONS)[number]

export type RequirementsStep =
  | 'start'
  | 'apapo'
  | 'whose'
  | 'who'
  | 'more'
  | 'person'
  | 'ask'
  | CaseQuestion
  | 'done'
  | 'doubt'
  | 'list'
  | 'tick'
  | 'which'
  | 'paper'
  | 'next'

/** How other flows open it. */
export const requirementsHandle = flowHandle<RequirementsData, RequirementsStep>('requirements')
