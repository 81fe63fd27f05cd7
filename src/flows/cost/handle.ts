import { z } from 'zod'
import { flowHandle } from '../engine/handle.ts'

/** What the price of a case depends on; what is not told is shown side by side. */
export const PriceParts = z.object({
  who: z.enum(['adult', 'child']).optional(),
  /** `none`, or what made the old passport useless. */
  why: z.enum(['none', 'lost', 'damaged', 'disaster']).optional(),
  kind: z.enum(['plain', 'electronic']).optional(),
  years: z.literal([5, 10]).optional(),
  express: z.boolean().optional(),
})
export type PriceParts = z.infer<typeof PriceParts>

export const CostData = PriceParts.extend({
  /** ms: when the payment code came. */
  from: z.number().optional(),
  /** ms: the last moment to pay. */
  until: z.number().optional(),
  /** The words that opened the conversation. */
  words: z.string().optional(),
  /** The same, where they were a whole sentence: they go to the officer. */
  parts: z.array(z.string()).readonly().optional(),
})
export type CostData = z.infer<typeof CostData>

export type CostStep =
  | 'begin'
  | 'start'
  | 'price'
  | 'total'
  | 'unsure'
  | 'refund'
  | 'where'
  | 'count'
  | 'since'
  | 'running'
  | 'over'
  | 'paid'
  | 'unsynced'

/** How other flows open it. */
export const costHandle = flowHandle<CostData, CostStep>('cost')
