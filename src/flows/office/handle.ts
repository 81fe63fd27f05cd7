import { z } from 'zod'
import { flowHandle } from '../engine/handle.ts'
import { OfficeSearchData, type OfficeSearchStep } from '../shared/office-search.ts'

export const OfficeData = OfficeSearchData.extend({
  /** The words that opened the flow, where they were a whole sentence: they go to the officer. */
  parts: z.array(z.string()).readonly().optional(),
  /** A shared location, in degrees. */
  lat: z.number().optional(),
  lng: z.number().optional(),
  /** The day whose hours are asked for, `YYYY-MM-DD`; today when there is none. */
  day: z.string().optional(),
})
export type OfficeData = z.infer<typeof OfficeData>

export type OfficeStep = OfficeSearchStep | 'show' | 'near'

/** How other flows open it. */
export const officeHandle = flowHandle<OfficeData, OfficeStep>('office')
