import { z } from 'zod'
import type { QuotaFigure } from '../../model/quota/figures.ts'
import { flowHandle } from '../engine/handle.ts'
import { OfficeSearchData, type OfficeSearchStep } from '../shared/office-search.ts'

const Figure: z.ZodType<QuotaFigure> = z.object({
  office: z.string(),
  unit: z.enum(['office', 'ulp', 'mpp', 'ukk']),
  lane: z.enum(['regular', 'express', 'priority', 'bap']),
  day: z.string(),
  half: z.enum(['morning', 'afternoon']).nullable(),
  left: z.number(),
  enteredAt: z.number(),
})

export const QuotaData = OfficeSearchData.extend({
  /** The words that opened the flow, where they were a whole sentence: they go to the officer. */
  parts: z.array(z.string()).readonly().optional(),
  /** Office of a watch that has run out. */
  watch: z.string().optional(),
  /** As last entered for the office and those near it. */
  figures: z.union([z.literal('away'), z.array(Figure).readonly()]).optional(),
})
export type QuotaData = z.infer<typeof QuotaData>

export type QuotaStep = OfficeSearchStep | 'look' | 'show' | 'more' | 'tips' | 'opened' | 'ended'

/** How other flows open it. */
export const quotaHandle = flowHandle<QuotaData, QuotaStep>('quota')
