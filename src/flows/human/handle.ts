import { z } from 'zod'
import { flowHandle } from '../engine/handle.ts'
import { StoryData } from '../shared/story.ts'

export const HumanData = StoryData.extend({
  /** The menu entry this question belongs to. */
  topic: z.string().optional(),
  /** Somebody may come to harm. */
  danger: z.boolean().optional(),
})
export type HumanData = z.infer<typeof HumanData>
export type HumanStep = 'start' | 'which' | 'add' | 'question' | 'offer' | 'offerVoice' | 'danger' | 'open'

/** How other flows open it with a question already asked (`parts`); else `handOver`. */
export const humanHandle = flowHandle<HumanData, HumanStep>('human')
