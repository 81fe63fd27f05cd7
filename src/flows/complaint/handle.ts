import { z } from 'zod'
import { flowHandle } from '../engine/handle.ts'
import type { Text } from '../engine/text.ts'
import { StoryData } from '../shared/story.ts'

const Words = z.union([z.object({ key: z.string() }), z.object({ raw: z.string() })])

/** What the complaint flow has gathered so far. */
export const ComplaintData = StoryData.extend({
  office: z.string().optional(),
  /** Offices a typed name may mean. */
  offices: z.array(z.string()).readonly().optional(),
  group: z.string().optional(),
  category: z.string().optional(),
  /** It is what the story seemed to be about so far: more of it may tell otherwise. */
  guessed: z.boolean().optional(),
  /** Categories that the story may be about, to choose from. */
  likely: z.array(z.string()).readonly().optional(),
  /** What another flow has found out already, and since when (ms) it has been told. */
  about: z.custom<Text>((value) => Words.safeParse(value).success).optional(),
  aboutFrom: z.number().optional(),
  /** What was written before it came to a complaint, oldest first. */
  before: z.array(z.string()).readonly().optional(),
  /** Who will read it has been said. */
  reassured: z.boolean().optional(),
  /** The official price has been said. */
  priced: z.boolean().optional(),
  /** The number of the open ticket beside a confidential one. */
  beside: z.string().optional(),
  /** Something was told after it was read back: that alone is repeated. */
  added: z.boolean().optional(),
  /** One item is being corrected: afterwards back to the read-back. */
  editing: z.boolean().optional(),
})
export type ComplaintData = z.infer<typeof ComplaintData>
export type ComplaintStep =
  | 'begin'
  | 'asked'
  | 'tell'
  | 'office'
  | 'officeName'
  | 'officePick'
  | 'guess'
  | 'group'
  | 'category'
  | 'check'
  | 'change'
  | 'open'
  | 'openBeside'

/** How other flows open it; at `check` with everything but the story. */
export const complaintHandle = flowHandle<ComplaintData, ComplaintStep>('complaint')
