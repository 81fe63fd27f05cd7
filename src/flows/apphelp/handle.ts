import { z } from 'zod'
import { flowHandle } from '../engine/handle.ts'

const Target = z.object({
  flow: z.string(),
  step: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
})

/** What the help with the app remembers of the way so far. */
export const AppHelpData = z.object({
  /** A typed trouble: the beginning of the story, should it become a complaint. */
  parts: z.array(z.string()).readonly().optional(),
  /** What was said when the flow was opened, however short. */
  words: z.string().optional(),
  /** The step of the guide the person is at. */
  step: z.string().optional(),
  /** Where the person came from, and goes on once it works. */
  returnTo: Target.optional(),
  /** Symptoms offered. */
  symptoms: z.array(z.string()).readonly().optional(),
  symptom: z.string().optional(),
  /** Category of the symptom: of a ticket that is opened from here, or by a person who is called. */
  category: z.string().optional(),
  /** Index of the remedy now told. */
  at: z.number().optional(),
})
export type AppHelpData = z.infer<typeof AppHelpData>

export type AppHelpStep =
  | 'start'
  | 'choice'
  | 'resume'
  | 'guide'
  | 'symptoms'
  | 'describe'
  | 'attempt'
  | 'all'
  | 'exhausted'

/** How other flows open it. */
export const apphelpHandle = flowHandle<AppHelpData, AppHelpStep>('apphelp')
