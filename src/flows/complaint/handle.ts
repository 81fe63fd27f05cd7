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
  /** What another flow has found out already, and since when (ms) it has been told. */
  about: z.custom<Text>((value) => Words.safeParse(value).success).optional(),
  aboutFrom: z.number().optional(),
  /** One item is being corrected: afterwards back to the read-back. */
  editing: z.boolean().optional(),
})
export type ComplaintData = z.infer<typeof ComplaintData>
export type ComplaintStep =
  | 'office'
  | 'officeName'
  | 'officePick'
  | 'group'
  | 'guess'
  | 'category'
  | 'tell'
  | 'check'
  | 'change'
  | 'open'

/** How other flows open it; at `check` with everything but the story. */
export const complaintHandle = flowHandle<ComplaintData, ComplaintStep>('complaint')
