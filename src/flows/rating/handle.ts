import { z } from 'zod'
import { flowHandle } from '../engine/handle.ts'
import { OwnTicket } from '../ticket/handle.ts'

export const RatingData = z.object({
  /** The one that was closed. */
  ticket: OwnTicket.optional(),
})
export type RatingData = z.infer<typeof RatingData>
export type RatingStep = 'score' | 'again'

export const ratingHandle = flowHandle<RatingData, RatingStep>('rating')
